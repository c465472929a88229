import type { AccountTexts } from "./en"

const texts: AccountTexts = {
  title: "Conturi de comerciant",
  description:
    "Cei mai mulți comercianți au câte un cont pentru fiecare monedă. O plată folosește contul modului curent care acceptă moneda ei.",
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
    currencies:
      "Opriți pentru a alege monedele pe care le poate încasa acest cont.",
  },
  searchCurrency: "Caută o monedă",
  noCurrency: "Nicio monedă nu se numește așa.",
  chooseCurrency: "alegeți cel puțin una sau porniți „Toate monedele”.",
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
  delete: {
    title: "Ștergeți contul „{{name}}”?",
    text: "Secretele sale se șterg definitiv. Plățile făcute cu el nu vor mai putea fi verificate, încasate sau rambursate de aici.",
  },
}

export default texts
