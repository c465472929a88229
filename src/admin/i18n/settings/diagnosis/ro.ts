import type { Diagnosis } from "./en"

const texts: Diagnosis = {
  connection: {
    ok: {
      title: "Conectat",
      fix: "Gatewayul a răspuns și a acceptat cheia.",
    },
    wrong_key: {
      title: "Cheie greșită",
      fix: "Gatewayul nu acceptă această cheie API. Copiați-o din nou din portal și verificați că aparține acestui mod (test sau real).",
    },
    blocked: {
      title: "Blocat",
      fix: "Ceva din fața gatewayului blochează apelurile noastre. Cereți băncii să permită adresa acestui server și URL-urile de întoarcere.",
    },
    unreachable: {
      title: "Inaccesibil",
      fix: "Gatewayul nu poate fi contactat. Verificați dacă URL-ul API nu are greșeli și dacă acest server se poate conecta la el. În spatele unui proxy de ieșire, porniți Medusa cu HTTPS_PROXY.",
    },
    tls: {
      title: "Problemă de certificat",
      fix: "Certificatul gatewayului nu este acceptat. Verificați că URL-ul API numește gazda corectă. Dacă l-a emis o autoritate proprie a băncii sau un proxy inspectează traficul, porniți Medusa cu NODE_EXTRA_CA_CERTS=/calea/autoritatii.pem.",
    },
    not_the_gateway: {
      title: "Nu este gatewayul",
      fix: "Ceva răspunde la această adresă, dar nu API-ul gatewayului. URL-ul API trebuie să conțină calea.",
    },
  },
  webhookTest: {
    ok: {
      title: "Ajuns",
      fix: "Evenimentul de test semnat s-a întors prin adresa publică. Webhookurile pot ajunge.",
    },
    redirect: {
      title: "Redirecționat",
      fix: "Adresa redirecționează, iar gatewayul nu urmează. Folosiți adresa de destinație ca URL al backendului.",
    },
    forbidden: {
      title: "Refuzat (403)",
      fix: "Ceva din fața magazinului refuză cererea. Lăsați cererile către /webhooks/bpc să treacă de firewall sau proxy.",
    },
    not_found: {
      title: "Negăsit (404)",
      fix: "Nimic nu răspunde la această cale. URL-ul backendului trebuie să ducă la Medusa însăși, cu prefixul de cale dacă există.",
    },
    body_changed: {
      title: "Modificat pe drum",
      fix: "Cererea a ajuns, dar semnătura nu se mai potrivea: un proxy modifică conținutul sau elimină antetul X-Signature.",
    },
    body_read: {
      title: "Corpul a fost deja citit",
      fix: "Cererea a ajuns, dar un middleware sau un parser al magazinului îi citește întâi corpul și nu păstrează octeții, așa că nicio semnătură nu poate fi verificată. Faceți-l să ocolească /webhooks/bpc sau să păstreze octeții în req.rawBody.",
    },
    wrong_host: {
      title: "Gazdă greșită",
      fix: "Numele gazdei nu există sau răspunde alt server. Verificați URL-ul backendului.",
    },
    unreachable: {
      title: "Inaccesibil",
      fix: "Adresa nu poate fi contactată de pe acest server. Verificați că URL-ul backendului este cel public.",
    },
    tls: {
      title: "Problemă de certificat",
      fix: "Certificatul de la această adresă nu este acceptat. Gatewayul are nevoie de unul de la o autoritate publică, pentru gazda corectă.",
    },
    server_error: {
      title: "Eroare de server",
      fix: "Magazinul a răspuns cu o eroare proprie. Jurnalul serverului de la acea adresă spune care.",
    },
    no_secret: {
      title: "Fără secret de webhook",
      fix: "Acest cont nu are încă secret de webhook. Copiați-l din portalul gatewayului și salvați-l întâi.",
    },
    not_https: {
      title: "Fără https",
      fix: "URL-ul backendului nu începe cu https://, de aceea nu s-a trimis nimic. Setați adresa publică https drept URL al backendului.",
    },
    inner_address: {
      title: "Adresă internă",
      fix: "Văzut de pe acest server, URL-ul backendului duce într-o rețea privată sau la această mașină, de aceea nu s-a trimis nimic. Setați adresa publică; dacă este deja cea publică, webhookurile pot ajunge totuși: urmăriți livrările.",
    },
  },
  problems: {
    no_account: {
      message:
        "Nu există niciun cont de comerciant în acest mod, deci nimeni nu poate plăti cu cardul.",
      action:
        "Adăugați un cont cu URL-ul API și cheia API din portalul gatewayului.",
    },
    account_unreadable: {
      message:
        "Secretele unui cont nu pot fi citite, deci monedele lui sunt refuzate la plată. Nu s-a pierdut nimic.",
      action:
        "Puneți înapoi cheia de criptare anterioară sau introduceți din nou secretele contului.",
    },
    no_encryption_key: {
      message:
        "BPC_ENCRYPTION_KEY nu este setată, deci nu se pot salva conturi în administrare.",
      action:
        "Creați o cheie cu npx medusa-payment-bpc generate-key, setați BPC_ENCRYPTION_KEY pe fiecare server și reporniți-le.",
    },
    no_webhook_secret: {
      message:
        "Un cont nu are secret de webhook, deci webhookurile lui sunt refuzate. Comenzile vin totuși, dar mai târziu.",
      action: "Copiați secretul webhookului din portalul gatewayului în cont.",
    },
    gateway_key_refused: {
      message:
        "Gateway-ul refuză cheia API a unui cont: cu el nu se poate vinde, încasa sau rambursa nimic.",
      action:
        "Copiați din nou cheia din portalul gateway-ului, verificați că aparține acestui mod și testați conexiunea.",
    },
    gateway_blocked: {
      message:
        "Ceva din fața gateway-ului blochează apelurile unui cont, așa că nu se poate vinde nimic cu el.",
      action:
        "Cereți băncii să permită adresa acestui server și adresele dumneavoastră de întoarcere, apoi testați conexiunea.",
    },
    gateway_down: {
      message:
        "Gateway-ul unui cont nu răspunde. Plățile deja făcute devin comenzi de îndată ce răspunde.",
      action:
        "Testați conexiunea. Dacă adresa este corectă și acest server se poate conecta la ea, întrebați banca.",
    },
    checkouts_failing: {
      message:
        "Ultimele cumpărături nu au putut începe o plată cu cardul. Nimeni nu a fost debitat.",
      action:
        "Uitați-vă la celelalte probleme de aici, citiți ce spune gateway-ul la plățile eșuate și testați conexiunea contului.",
    },
    options_account_wins: {
      message:
        "Contul din opțiuni și din mediu are întâietate, așa că un cont din administrare nu este folosit niciodată pentru o plată nouă.",
      action:
        "Scoateți contul din opțiuni sau din mediu ca să vindeți cu cel din administrare; sau ștergeți-l pe acesta.",
    },
    region_without_account: {
      message:
        "O regiune oferă plata cu cardul, dar niciun cont din acest mod nu acceptă moneda ei: clienții ei sunt refuzați la plată.",
      action:
        "Adăugați moneda la un cont, adăugați un cont pentru ea sau opriți furnizorul în acea regiune.",
    },
    provider_gone: {
      message:
        "Există comenzi plătite printr-un identificator de furnizor pe care magazinul nu îl mai are: Medusa nu le poate nici încasa, nici rambursa.",
      action:
        "Puneți înapoi identificatorul anterior în opțiuni sau declarați furnizorul în modulul de plăți și sub acel identificator.",
    },
    backend_url_insecure: {
      message:
        "În modul real, URL-ul backendului trebuie să fie accesibil prin https.",
      action: "Setați adresa https publică drept URL al backendului.",
    },
    backend_url_local: {
      message:
        "URL-ul backendului duce doar la această mașină: nici webhookurile, nici clienții care revin nu pot ajunge la el.",
      action: "Setați adresa publică drept URL al backendului.",
    },
    storefront_url_insecure: {
      message:
        "În modul real, URL-ul magazinului trebuie să fie accesibil prin https.",
      action: "Setați adresa https publică drept URL al magazinului.",
    },
    storefront_url_local: {
      message:
        "URL-ul magazinului duce doar la această mașină: după plată, clienții nu ajung nicăieri.",
      action: "Setați adresa publică drept URL al magazinului.",
    },
    test_mode: {
      message:
        "Magazinul este în modul test: comenzile se creează, dar nu se încasează bani reali.",
      action: "Treceți în modul real când sunteți gata să vindeți.",
    },
    held_payments: {
      message:
        "Există plăți reținute: s-au luat bani care nici nu au devenit comandă, nici nu au fost înapoiați.",
      action: "Priviți-le pe fiecare și decideți.",
    },
    order_payments_differ: {
      message:
        "Unele comenzi arată alte sume decât gateway-ul, de exemplu o rambursare care a eșuat acolo mai târziu.",
      action: "Priviți fiecare plată și decideți.",
    },
    shipped_uncaptured: {
      message:
        "Comenzi au plecat, iar banii blocați pentru ele nu au putut fi încasați. Se încearcă din nou; dacă banca eliberează suma, banii se pierd.",
      action:
        "Uitați-vă la fiecare plată, citiți motivul și încasați-o în comanda ei.",
    },
    shipped_unpaid: {
      message:
        "Comenzi au plecat, și nu tot ce a plecat este blocat sau plătit.",
      action:
        "Trimiteți clientului un link de plată sau marcați comanda ca plătită dacă aveți banii.",
    },
    parcel_rest_released: {
      message:
        "Comenzile se încasează colet cu colet, dar procesatorul eliberează restul sumei blocate la prima încasare. Coletele următoare pleacă neplătite.",
      action: "Alegeți încasarea întregii comenzi cu primul colet.",
    },
    released_unpaid: {
      message:
        "Ce era rezervat pentru unele comenzi a fost eliberat, iar comenzile rămân: nu sunt încă plătite și nimic nu mai este rezervat pentru ele.",
      action:
        "Trimiteți cumpărătorului un link de plată din comandă sau anulați comanda.",
    },
    payments_unreadable: {
      message:
        "Unele plăți nu au putut fi citite la gateway o jumătate de oră sau mai mult. Ce se întâmplă acolo cu ele nu se vede aici.",
      action:
        "Testați conexiunea contului și căutați plata în portalul gatewayului; istoricul ei spune ce a răspuns gatewayul.",
    },
    payments_stuck: {
      message:
        "Unele plăți nu au putut fi rezolvate o jumătate de oră sau mai mult. Se încearcă din nou.",
      action:
        "Deschideți plata și citiți motivul în istoricul ei; apăsați „Verifică acum” când cauza a dispărut.",
    },
    money_in_doubt: {
      message:
        "Au fost trimise încasări, rambursări sau eliberări al căror rezultat nu se cunoaște încă. Nu se trimite nimic peste ele.",
      action:
        "Căutați-le în portalul gatewayului; ce se găsește acolo se înregistrează aici de la sine.",
    },
    charged_back: {
      message:
        "Plăți au fost luate înapoi de bancă (chargeback). Comenzile lor le arată în continuare ca plătite.",
      action:
        "Răspundeți băncii înainte de termen, în portalul gateway-ului, și notați la fiecare plată ce s-a făcut.",
    },
    refunds_failing: {
      message:
        "Unele rambursări automate nu au trecut încă. Se încearcă din nou.",
      action:
        "Verificați în portalul gatewayului dacă acest comerciant poate face rambursări.",
    },
    old_authorizations: {
      message:
        "Sume blocate pe carduri nu au fost încasate de zile întregi. Băncile le eliberează după circa o săptămână; atunci banii se pierd.",
      action: "Încasați sau anulați aceste plăți.",
    },
    parked_events: {
      message:
        "Unele evenimente webhook nu au putut fi prelucrate după zece încercări. Plățile în sine sunt urmărite în continuare de sarcină.",
      action: "Deschideți plățile în cauză și reîncercați evenimentele.",
    },
    webhooks_not_arriving: {
      message:
        "Webhookurile dumneavoastră nu ajung: plățile sunt găsite doar de sarcină, deci comenzile vin mai târziu decât ar putea.",
      action:
        "Verificați URL-ul webhookului în portalul gatewayului și trimiteți un eveniment de test.",
    },
    webhook_body_read: {
      message:
        "Webhook-urile nu pot fi verificate: un middleware sau un parser al magazinului le citește întâi corpul și nu păstrează octeții. Comenzile vin totuși, dar mai târziu.",
      action:
        "Faceți ca middleware-ul dvs. să ocolească /webhooks/bpc sau să păstreze octeții în req.rawBody; apoi trimiteți un eveniment de test.",
    },
    webhook_layout_refused: {
      message:
        "Webhook-uri cu secretul corect sunt refuzate, pentru că semnătura lor are alt format decât înainte. Comenzile vin totuși, dar mai târziu.",
      action:
        "Dacă gateway-ul și-a schimbat felul de a semna, uitați formatul în cont. Dacă nu, schimbați secretul webhook-urilor.",
    },
    reconcile_silent: {
      message:
        "Sarcina care are grijă de plăți nu rulează. Plățile al căror webhook s-a pierdut ar rămâne fără comandă.",
      action: "Rulați cel puțin un proces Medusa în modul worker sau shared.",
    },
    in_memory_modules: {
      message:
        "Medusa rulează în mai multe procese, dar blocările sau evenimentele ei stau în memoria unuia singur.",
      action:
        "Adăugați magistrala de evenimente Redis a Medusa și un furnizor de blocări Redis sau PostgreSQL.",
    },
    shared_visitor_address: {
      message:
        "Toți clienții sosesc cu aceeași adresă, deci împart o limită și s-ar putea să aștepte. Niciun ban nu depinde de asta.",
      action:
        "Medusa are încredere într-un proxy, iar în față sunt două. Limitați în cel exterior și puneți publicRequestsPerMinute pe 0, sau lăsați-l pe cel interior să transmită adresa clientului ca ultima intrare din X-Forwarded-For.",
    },
    clock_skew: {
      message:
        "Ceasul acestui server diferă de cel al gatewayului. Peste cinci minute webhookurile sunt refuzate.",
      action: "Lăsați serverul să-și potrivească ceasul prin NTP.",
    },
  },
}

export default texts
