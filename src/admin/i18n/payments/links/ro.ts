import { type PaymentTexts } from "../texts"

const ro: PaymentTexts["links"] = {
  title: "Linkuri de plată",
  outstanding: "Rest de plată",
  create: "Creează link",
  empty:
    "Creați un link, trimiteți-l cumpărătorului, iar plata ajunge la această comandă.",
  obstacle: {
    no_account:
      "Niciun cont de comerciant nu poate încasa {{currency}} acum, deci nu se poate crea un link. Verificați conturile în Setări → BPC Payments.",
    unknown_currency:
      "Gateway-ul nu poate încasa în moneda acestei comenzi, deci nu se poate crea un link.",
    sent_for_free:
      "Ceea ce trimite o reclamație este gratuit pentru cumpărător, deci niciun link nu cere bani pentru asta. Folosiți un schimb ca să fie plătit.",
  },
  error: "Linkurile de plată nu au putut fi încărcate.",
  createTitle: "Creați un link de plată",
  createText:
    "Cine deschide linkul plătește cu cardul ce datorează comanda în acel moment; acum sunt {{amount}}. Modificările comenzii sunt urmate de la sine.",
  expires: "Valabil până la sfârșitul zilei de",
  expiresHint: "Ultima zi care poate fi aleasă este {{last}}.",
  expiresWrong: "Alegeți o zi de azi până la {{last}}.",
  created: "Linkul este gata. Trimiteți-l cumpărătorului.",
  name: "link de plată",
  showQr: "Arată codul QR",
  hideQr: "Ascunde codul QR",
  qr: "Codul QR al linkului de plată",
  qrText: "Scanați-l cu un telefon pentru a deschide pagina de plată.",
  revoke: "Revocă",
  revokeTitle: "Revocați acest link?",
  revokeText:
    "Nu mai funcționează imediat, iar pagina de plată deschisă cu el se închide. Banii plătiți rămân unde sunt.",
  revoked: "Linkul este revocat.",
  state: {
    open: "Deschis",
    paid: "Plătit",
    revoked: "Revocat",
    expired: "Expirat",
  },
  until: "Valabil până la {{when}}",
  paidAt: "Plătit {{when}}",
  revokedAt: "Revocat {{when}} de {{by}}",
  expiredAt: "Expirat {{when}}",
  madeBy: "Creat de {{by}}",
  earlier: "Arată linkurile anterioare ({{number}})",
  fewer: "Ascunde linkurile anterioare",
  payment: "Deschide plata",
}

export default ro
