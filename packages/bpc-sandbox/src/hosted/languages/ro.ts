import type { HostedTexts } from "./texts"

export const ro: HostedTexts = {
  name: "Română",
  sandboxNote: "Mediu de test – aici nu circulă bani reali",
  paymentTo: "Plată către",
  reference: "Referință",
  timeLeft: "Timp rămas",
  language: "Limba",
  cardTitle: "Plătiți cu cardul",
  pan: "Numărul cardului",
  expiry: "Data expirării",
  expiryPlaceholder: "LL/AA",
  cvc: "Cod de securitate (CVC)",
  cardholderName: "Numele de pe card",
  pay: "Plătiți {amount}",
  cancel: "Anulați și reveniți la {merchant}",
  declined: "Plata a fost refuzată",
  declinedHint:
    "Nu s-a debitat nimic. Verificați datele sau folosiți alt card.",
  reasons: {
    "71015": "Datele cardului nu sunt corecte.",
    "5": "Banca dumneavoastră a refuzat cardul.",
    "-2025": "3-D Secure nu a putut confirma că sunteți dumneavoastră.",
  },
  errors: {
    pan: "Introduceți un număr de card valid.",
    expiry: "Introduceți data ca LL/AA.",
    cvc: "Introduceți cele 3 sau 4 cifre.",
  },
  testCards: "Carduri de test",
  testCardsHint: "Alegeți unul pentru a completa formularul.",
  paths: {
    plain: "Plătește imediat",
    frictionless: "3-D Secure fără întrebări",
    challenge: "3-D Secure cere confirmare",
    attempt: "Încercare 3-D Secure, plătește",
    fails: "3-D Secure întreabă, apoi eșuează",
  },
  expiredTitle: "Această pagină de plată a expirat",
  expiredText:
    "Nu s-a debitat nimic. Reveniți în magazin și începeți plata din nou.",
  paidTitle: "Această plată este finalizată",
  paidText: "Nu mai este nimic de plătit aici.",
  unknownTitle: "Această pagină de plată nu există",
  unknownText: "Verificați linkul sau reveniți în magazin și începeți din nou.",
  back: "Înapoi la {merchant}",
  challengeTitle: "Confirmați plata",
  challengeText:
    "Banca vrea să știe dacă dumneavoastră plătiți {amount} către {merchant} cu cardul terminat în {last4}.",
  challengeHint: "Aceasta ține locul paginii băncii. Alegeți cum se încheie.",
}
