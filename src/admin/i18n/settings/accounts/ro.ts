import type { AccountTexts } from "./en"

const texts: AccountTexts = {
  title: "Conturi de comerciant",
  description:
    "Cei mai mulți comercianți au câte un cont pentru fiecare monedă. O plată folosește contul modului curent care acceptă moneda ei.",
  ofConfig: "Cel din configurația magazinului",
  add: "Adaugă cont",
  addTitle: "Adăugați un cont de comerciant",
  editTitle: "Editați contul de comerciant",
  formHint:
    "Găsiți aceste valori în portalul pentru comercianți al gatewayului.",
  none: {
    test: "Încă niciun cont de test. Adăugați unul cu URL-ul API și cheia API din portalul de test al gatewayului.",
    live: "Încă niciun cont real. Adăugați unul imediat ce banca v-a dat acces real.",
  },
  test: "Testează conexiunea",
  saved: "Contul „{{name}}” a fost salvat.",
  deleted: "Contul „{{name}}” a fost șters.",
  unreadable: "Secretele nu pot fi citite",
  openSessions: "Plăți deschise: {{n}}",
  everyCurrency: "Toate monedele",
  notSet: "Nesetat",
  setBy: "Setat la {{when}} de {{who}}",
  setAt: "Setat la {{when}}",
  actionsOf: "Acțiuni pentru contul {{name}}",
  readOnly: {
    options:
      "Acest cont provine din opțiunile pluginului din medusa-config și se modifică acolo.",
    environment:
      "Acest cont provine din variabile de mediu (BPC_API_URL, BPC_API_KEY, BPC_WEBHOOK_SECRET) și se modifică acolo.",
  },
  overruled: {
    badge: "Nefolosit",
    options:
      "Nicio plată nouă nu folosește acest cont: cel din opțiunile pluginului acceptă toate monedele lui și are întâietate. Ca să vindeți cu acesta, scoateți contul din medusa-config; sau ștergeți-l pe acesta.",
    environment:
      "Nicio plată nouă nu folosește acest cont: cel din variabilele de mediu acceptă toate monedele lui și are întâietate. Ca să vindeți cu acesta, scoateți BPC_API_URL și BPC_API_KEY din mediu; sau ștergeți-l pe acesta.",
  },
  hint: {
    name: "Pentru dumneavoastră și colegi, de exemplu „Magazin euro”.",
    test: "Fără bani reali",
    live: "Bani reali",
    api_url: "Cu calea sa, așa cum o arată portalul.",
    api_key: "Se păstrează criptată și nu mai este afișată niciodată.",
    webhook_secret:
      "Portalul îl arată unde introduceți URL-ul webhookului. Îl puteți adăuga mai târziu.",
    next_webhook_secret:
      "Doar cât timp schimbați secretul webhookului: ambele sunt acceptate până îl faceți curent pe cel nou.",
    keep: "Este păstrat un secret terminat în {{last4}}. Lăsați gol pentru a-l păstra.",
    again:
      "Adresa duce acum la alt server. Introduceți din nou această valoare: ce este păstrat se trimite numai serverului pentru care a fost introdus.",
    currencies:
      "Opriți pentru a alege monedele pe care le poate încasa acest cont.",
  },
  searchCurrency: "Caută o monedă",
  noCurrency: "Nicio monedă nu se numește așa.",
  chooseCurrency: "alegeți cel puțin una sau porniți „Toate monedele”.",
  layout: {
    unknown: "Încă necunoscut. Îl stabilește primul webhook real.",
    since: "Cunoscut din {{when}}. Webhook-urile în alt format sunt refuzate.",
    title: "Uitați formatul?",
    text: "Următorul webhook real pentru „{{name}}” stabilește atunci din nou formatul semnăturii. Faceți asta numai dacă gateway-ul și-a schimbat felul de a semna.",
    go: "Uită formatul",
    forgotten: "Uitat. Următorul webhook real stabilește formatul.",
  },
  promote: {
    title: "Faceți curent următorul secret?",
    text: "„{{name}}” va accepta atunci doar webhookuri semnate cu noul secret. Faceți asta după ce gatewayul îl folosește deja.",
    go: "Fă curent",
  },
  remove: {
    title: "Eliminați următorul secret?",
    text: "„{{name}}” va accepta atunci doar webhookuri semnate cu secretul curent.",
    go: "Elimină",
  },
  second: {
    title: "Al doilea canal (Merchant REST API)",
    text: "Unele gatewayuri încasează, eliberează și rambursează numai prin Merchant REST API; cu utilizatorul și parola API primite de la bancă, acești pași trec prin el.",
    stored: "Setat",
    hint: {
      api_login: "Îl primiți de la bancă; se termină în -api.",
      api_password: "Se păstrează criptată și nu mai este afișată niciodată.",
      keep: "Este păstrată o valoare. Lăsați gol pentru a o păstra.",
      v1_api_url:
        "Lăsați gol dacă banca nu indică altul: se află atunci lângă URL-ul API, la /payment/rest.",
    },
    remove: {
      title: "Eliminați al doilea canal?",
      text: "„{{name}}” va încasa, elibera și rambursa numai prin API-ul principal al gatewayului.",
      go: "Elimină",
    },
    result: {
      ok: {
        title: "Al doilea canal este conectat",
        fix: "Merchant REST API al gatewayului a răspuns și a acceptat utilizatorul API.",
      },
      wrong_login: {
        title: "Al doilea canal: acces greșit",
        fix: "Merchant REST API nu acceptă acest utilizator și această parolă sau utilizatorul nu are voie să citească comenzi. Introduceți-le așa cum le-a dat banca și verificați că aparțin acestui mod (test sau real).",
      },
      blocked: {
        title: "Al doilea canal: blocat",
        fix: "Ceva aflat înaintea Merchant REST API ne blochează apelurile. Cereți băncii să permită adresa acestui server.",
      },
      unreachable: {
        title: "Al doilea canal: inaccesibil",
        fix: "Merchant REST API nu poate fi accesat. Verificați adresa lui și că acest server poate deschide conexiuni către el.",
      },
      tls: {
        title: "Al doilea canal: problemă de certificat",
        fix: "Certificatul de la adresa Merchant REST API nu este acceptat. Verificați că adresa indică gazda corectă.",
      },
      not_the_gateway: {
        title: "Al doilea canal: adresă greșită",
        fix: "La această adresă răspunde altceva. Cereți băncii adresa Merchant REST API și introduceți-o cu calea ei.",
      },
    },
  },
  delete: {
    title: "Ștergeți contul „{{name}}”?",
    text: "Secretele sale se șterg definitiv. Plățile făcute cu el nu vor mai putea fi verificate, încasate sau rambursate de aici.",
  },
}

export default texts
