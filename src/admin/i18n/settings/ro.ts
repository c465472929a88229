import accounts from "./accounts/ro"
import diagnosis from "./diagnosis/ro"
import type { SettingsTexts } from "./en"

const texts: SettingsTexts = {
  menu: "Plăți BPC",
  title: "Plăți BPC",
  description:
    "Plăți cu cardul pe pagina de plată a BPC Payment Gateway. Totul se setează aici; modificările sunt valabile de la următoarea plată, fără repornire.",
  loading: "Se încarcă",
  saved: "Salvat.",
  never: "Niciodată",
  unknown: "Încă necunoscut",
  on: "Pornit",
  off: "Oprit",
  optional: "opțional",
  actions: {
    edit: "Editează",
    save: "Salvează",
    cancel: "Anulează",
    delete: "Șterge",
    retry: "Încearcă din nou",
    fix: "Mergi acolo",
  },
  errors: {
    load: "Nu s-a putut încărca.",
    network:
      "Serverul nu a răspuns. Verificați conexiunea și încercați din nou.",
  },
  lock: {
    options: "Setat în opțiuni",
    environment: "Setat în mediu",
  },
  fields: {
    mode: "Mod",
    capture_method: "Când se încasează banii",
    capture_on_shipment: "Încasare la expedierea comenzii",
    capture_warning_days: "Avertizare pentru plăți neîncasate după",
    backend_url: "URL-ul backendului",
    storefront_url: "URL-ul magazinului",
    success_template: "Adresa la succes",
    failure_template: "Adresa la eșec",
    allowed_return_origins: "Origini de întoarcere permise",
    locale: "Limba paginii de plată",
    contact: "Contact pentru cumpărători",
    late_payment: "Plată întârziată sau dublă",
    webhook_tolerance_seconds: "Vârsta maximă a unui webhook, în secunde",
    webhook_signature_variant: "Formatul semnăturii",
    signature_layout: "Formatul semnăturii webhook-urilor",
    account: "Cont",
    name: "Nume",
    api_url: "URL-ul API",
    api_key: "Cheia API",
    webhook_secret: "Secretul webhookului",
    next_webhook_secret: "Următorul secret al webhookului",
    api_login: "Utilizator API",
    api_password: "Parolă API",
    v1_api_url: "URL-ul API Merchant REST",
    currencies: "Monede acceptate",
  },
  health: {
    title: "Stare",
    good: "Totul este în regulă",
    warned: "Funcționează, cu avertismente",
    broken: "Are nevoie de dumneavoastră",
    allWell: "Tot ce se poate verifica este în ordine.",
    error: "Eroare",
    warning: "Avertisment",
    lastGood: "Ultimul webhook valid",
    lastBad: "Ultimul webhook nevalid",
    lastRun: "Ultima rulare a sarcinii",
    held: "Plăți reținute",
    clock: "Diferența de ceas față de gateway",
    seconds: "{{n}} s",
  },
  diagnosis: {
    button: "Descarcă pentru suport",
    hint: "Versiuni, setări fără secrete, stare și ultimele evenimente: un fișier pentru cine vă ajută. Nu conține secrete sau date personale.",
    failed: "Fișierul nu a putut fi creat. Încercați din nou.",
  },
  steps: {
    title: "Începeți să vindeți",
    progress: "{{done}} din {{all}} pași făcuți",
    done: "Făcut",
    key: {
      title: "Setați cheia de criptare",
      text: "Secretele se păstrează criptate. Creați o cheie cu: npx medusa-payment-bpc generate-key, setați-o ca BPC_ENCRYPTION_KEY pe fiecare server și reporniți-le o dată.",
      go: "Vezi starea",
    },
    account: {
      title: "Adăugați un cont de comerciant ({{mode}})",
      text: "Copiați URL-ul API și cheia API din portalul gatewayului.",
      go: "Adaugă cont",
    },
    connection: {
      title: "Testați conexiunea",
      text: "Testul rulează singur la salvarea contului. Răspunsul, afișat la cont, spune ce trebuie corectat.",
      go: "Vezi răspunsul",
    },
    webhook: {
      title: "Lăsați gatewayul să anunțe magazinul despre plăți",
      text: "Lipiți URL-ul webhookului în portalul gatewayului, bifați evenimentele, copiați secretul webhookului în cont și trimiteți un eveniment de test.",
      go: "Mergi la webhookuri",
    },
    region: {
      title: "Porniți plata cu cardul într-o regiune",
      text: "Clienții din acea regiune o pot alege apoi la plată.",
      go: "Mergi la regiuni",
    },
  },
  mode: {
    title: "Test sau real",
    description: "Fiecare mod are propriile conturi de comerciant.",
    test: "Test",
    live: "Real",
    hint: {
      test: "Doar carduri de test, nu se încasează nimic.",
      live: "Carduri reale, bani reali.",
    },
    now: {
      test: "Mod test: comenzile se creează, dar niciun card nu este debitat cu adevărat.",
      live: "Mod real: clienții plătesc cu bani reali.",
    },
    saved: {
      test: "Plățile noi sunt acum în modul test.",
      live: "Plățile noi încasează acum bani reali.",
    },
    confirm: {
      title: "Treceți în modul real?",
      text: "De acum se debitează carduri reale. Plățile deja începute se termină în modul în care au început.",
      noAccount:
        "Nu există încă niciun cont real: plățile cu cardul vor fi refuzate până adăugați unul.",
      go: "Treci în modul real",
    },
  },
  capture: {
    title: "Încasare",
    description: "Când se iau banii de pe cardul clientului.",
    automatic: "Imediat",
    manual: "Manual",
    hint: {
      automatic: "Cardul este debitat când clientul plătește.",
      manual: "Suma se blochează pe card și se ia când o încasați în comandă.",
    },
    shipment: {
      off: "Niciodată",
      whole: "Totul cu primul colet",
      parcel: "Colet cu colet",
    },
    shipmentHint: {
      off: "Încasați manual, în comandă.",
      whole:
        "Toată suma blocată se încasează când primul colet pleacă sau este ridicat.",
      parcel:
        "Fiecare colet sau ridicare încasează articolele sale: transportul cu primul, restul cu ultimul.",
    },
    restReleased:
      "Procesatorul contului {{names}} eliberează restul sumei blocate la prima încasare: coletele următoare ar pleca neplătite. Alegeți „Totul cu primul colet”.",
    days: "{{n}} zile",
    daysHint:
      "De la 1 la 30 de zile. Băncile eliberează sumele blocate după circa o săptămână; apoi banii nu mai pot fi încasați.",
  },
  urls: {
    title: "Adrese",
    description: "Unde găsesc magazinul gatewayul și clienții care se întorc.",
    afterSuccess: "După o plată",
    afterFailure: "După o plată eșuată",
    onlyStorefront: "Doar magazinul",
    preview: "Previzualizare",
    hint: {
      backend_url:
        "Adresa publică a Medusa. Aici ajung webhookurile și clienții care se întorc.",
      storefront_url: "Fără cale, de exemplu https://shop.example.",
      success_template: "Marcaje: {storefront} {country} {order_id} {cart_id}",
      failure_template: "Marcaje: {storefront} {country} {reason} {cart_id}",
      allowed_return_origins:
        "Câte una pe rând. Alte magazine și aplicații la care se pot întoarce clienții; magazinul este mereu permis.",
    },
  },
  shopper: {
    title: "Clienți",
    description:
      "Ce văd clienții și ce se întâmplă cu banii la care nu se așteaptă nimeni.",
    ownLanguage: "A clientului",
    contactHint:
      "O adresă de e-mail, o adresă web sau un număr de telefon. Apare cu numele magazinului, suma și o referință pe paginile dintre pagina de plată și magazinul dumneavoastră.",
    noContact: "Niciunul; paginile numesc doar magazinul",
    localeHint:
      "A paginii de plată a gatewayului și a paginilor dintre ea și magazin.",
    lateHint:
      "Când sosește o plată pentru care nu poate exista comandă: prea târziu sau a doua oară.",
    refund: "Rambursează automat",
    hold: "Reține pentru o decizie",
    hint: {
      refund: "Clientul primește totul înapoi imediat.",
      hold: "Decideți în „Plăți BPC”. Până atunci banii rămân la dumneavoastră.",
    },
  },
  webhooks: {
    title: "Webhookuri",
    description:
      "Prin aceste mesaje gatewayul anunță magazinul despre plăți. Fără ele comenzile vin totuși, dar mai târziu.",
    url: "URL pentru portalul gatewayului",
    copy: "Copiază URL-ul webhookului",
    events: "Evenimente de bifat",
    required: "Obligatoriu",
    test: "Dus-întors",
    testHint:
      "Trimite un eveniment de test semnat la URL-ul de mai sus, din exterior, și spune ce îi stă în cale.",
    testAccount: "Contul al cărui secret semnează evenimentul de test",
    send: "Trimite un eveniment de test",
    needsAccount:
      "Adăugați întâi un cont de comerciant: secretul webhookului său semnează.",
    foundWithout: "Plăți găsite fără webhook, ultimele 7 zile",
    notArriving: "Webhookurile dumneavoastră nu ajung.",
    deliveries: "Ultimele livrări",
    noDeliveries:
      "Încă nu a ajuns nimic. Trimiteți un eveniment de test sau faceți o plată de test.",
    state: {
      received: "Așteaptă",
      done: "Prelucrat",
      parked: "Pus deoparte",
    },
    advanced: "Avansat",
    advancedHint:
      "Lăsați așa cum sunt, dacă asistența gatewayului nu cere o schimbare.",
    toleranceHint:
      "De la 0 la 86.400. Webhookurile care se declară mai vechi sunt refuzate; 0 oprește verificarea.",
    variantHint: "Acceptă un singur fel de semnare.",
    anyVariant: "Toate formatele documentate",
  },
  regions: {
    title: "Regiuni",
    description: "Unde pot alege clienții plata cu cardul.",
    none: "Magazinul nu are încă regiuni. Adăugați una la Setări → Regiuni.",
    switchedOn: "Plata cu cardul este pornită în {{name}}.",
    switchedOff: "Plata cu cardul este oprită în {{name}}.",
    unserved:
      "Niciun cont nu acceptă {{currency}} în modul {{mode}}: aici plățile cu cardul sunt refuzate. Adăugați un cont sau opriți aici.",
    wouldBeUnserved:
      "Niciun cont nu acceptă încă {{currency}} în modul {{mode}}. Adăugați unul înainte de a porni aici.",
  },
  history: {
    title: "Istoricul modificărilor",
    description:
      "Cine a schimbat ce și când. Secretele nu se notează niciodată.",
    none: "Încă nu s-a schimbat nimic.",
    more: "Arată mai mult",
    settings: "Setări",
    account: "Contul „{{name}}”",
    system: "Sistem",
    to: "devine",
    words: {
      set: "setat",
      changed: "schimbat",
      removed: "eliminat",
      added: "adăugat",
      deleted: "șters",
      forgotten: "uitat",
      madeCurrent: "următorul a devenit cel curent",
      yes: "pornit",
      no: "oprit",
    },
  },
  accounts,
  ...diagnosis,
}

export default texts
