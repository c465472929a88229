export default {
  card: {
    title: "Card",
    number: "Card",
    wallet: "Portofel",
    rrn: "Număr de referință (RRN)",
    approval_code: "Cod de aprobare",
    three_d_secure: "3-D Secure",
    issuer: "Banca emitentă",
    untold: "Gateway-ul nu spune",
    nothing:
      "Gateway-ul nu a spus nimic despre card. Un cont cu login API (al doilea canal) află mai mult, la scurt timp după vânzare.",
    copy: "Copiază pentru bancă",
    copied: "Copiat: lipiți-l în mesajul către bancă.",
    secure: {
      full: "Confirmat de bancă",
      attempted: "Încercat, banca nu participă",
      none: "Nu s-a făcut",
    },
    wallets: {
      apple_pay: "Apple Pay",
      google_pay: "Google Pay",
      samsung_pay: "Samsung Pay",
    },
  },
  export: {
    button: "Exportă",
    payments: "Plăți (CSV)",
    operations: "Încasări și rambursări (CSV)",
    hint: "Ce arată filtrele, toate paginile",
    busy: "Fișierul se creează …",
    failed: "Fișierul nu a putut fi creat. Încercați din nou.",
  },
  decline: {
    refused: "Refuzat: {{name}}",
    filter: "Refuzat din cauza",
    all: "Orice încercare",
    name: {
      approved: "Aprobat",
      not_tried: "Plecat înainte de plată",
      page_expired: "Timp expirat",
      insufficient_funds: "Fonduri insuficiente",
      limit: "Limita cardului",
      card_data: "Date de card greșite",
      card_expired: "Card expirat",
      authentication: "Confirmarea băncii a eșuat",
      bank_unreachable: "Banca nu răspunde",
      too_many_attempts: "Prea multe încercări",
      blocked: "Card blocat",
      merchant_setup: "Contul magazinului",
      declined: "Refuzat fără motiv",
      pending: "Încă nedecis",
    },
    text: {
      approved: "Banca a acceptat.",
      not_tried: "Clientul a părăsit pagina înainte de plată.",
      page_expired: "Timpul pentru plată a expirat.",
      insufficient_funds:
        "Nu sunt destui bani sau limita cardului este atinsă. Alt card sau o sumă mai mică poate merge.",
      limit:
        "Limita cardului nu permite această sumă. Clientul își poate întreba banca sau poate folosi alt card.",
      card_data:
        "Numărul, data expirării sau codul de securitate a fost greșit.",
      card_expired: "Cardul a expirat. Clientul are nevoie de altul.",
      authentication:
        "Confirmarea băncii (3-D Secure) a eșuat sau nu a fost terminată. Clientul poate încerca din nou și confirma la timp.",
      bank_unreachable:
        "Banca clientului nu a putut fi contactată. Mai târziu poate merge.",
      too_many_attempts:
        "Prea multe încercări cu acest card. Doar alt card ajută.",
      blocked:
        "Banca a blocat acest card (pierdut, furat sau suspiciune de fraudă). Clientului i s-a spus doar să folosească alt card sau să-și întrebe banca; nu-i spuneți mai mult.",
      merchant_setup:
        "Contul de comerciant al magazinului refuză acest lucru. Întrebați banca dumneavoastră, cu codul.",
      declined:
        "Banca a refuzat fără motiv. Clientul își poate întreba banca sau poate folosi alt card.",
      pending: "Gateway-ul nu a decis încă.",
    },
  },
  chargeback: {
    badge: "Refuz la plată",
    money:
      "Banca v-a luat înapoi {{amount}} (chargeback). Comanda îi arată în continuare ca plătiți.",
    todo: "Răspundeți băncii înainte de termen, în portalul gateway-ului sau cum cere banca: cu dovada livrării sau acceptând. Registrele Medusa rămân cum sunt. Notați aici ce s-a făcut. Nu rambursați și dumneavoastră, altfel clientul are banii de două ori.",
    noted: "Ce s-a făcut este notat în cronologie.",
    refundWarning:
      "Banca a luat deja înapoi această plată. O rambursare ar da banii a doua oară.",
    action: "Notați ce s-a făcut",
    title: "Refuz la plată (chargeback)",
    decision: "Notați ce s-a făcut",
    decisionText:
      "Nu se trimite nimic și nu se schimbă niciun registru. Nota rămâne în cronologie, iar plata nu mai cere atenția nimănui.",
    since: "Văzut",
  },
}
