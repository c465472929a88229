import { type PaymentTexts } from "../texts"

const pt: PaymentTexts["links"] = {
  title: "Ligações de pagamento",
  outstanding: "Em aberto",
  create: "Criar ligação",
  empty:
    "Crie uma ligação, envie-a ao comprador e o pagamento chega a esta encomenda.",
  obstacle: {
    no_account:
      "Nenhuma conta de comerciante pode receber {{currency}} agora, por isso não se pode criar uma ligação. Veja as contas em Definições → BPC Payments.",
    unknown_currency:
      "O gateway não pode cobrar na moeda desta encomenda, por isso não se pode criar uma ligação.",
    sent_for_free:
      "O que uma reclamação envia é grátis para o comprador, por isso nenhuma ligação o pede. Use uma troca para o cobrar.",
  },
  error: "Não foi possível carregar as ligações de pagamento.",
  createTitle: "Criar uma ligação de pagamento",
  createText:
    "Quem abre a ligação paga com cartão o que a encomenda deve nesse momento; agora são {{amount}}. As alterações da encomenda são seguidas por si.",
  expires: "Funciona até ao fim de",
  expiresHint: "O último dia possível é {{last}}.",
  expiresWrong: "Escolha um dia de hoje a {{last}}.",
  created: "A ligação está pronta. Envie-a ao comprador.",
  name: "ligação de pagamento",
  showQr: "Mostrar código QR",
  hideQr: "Ocultar código QR",
  qr: "Código QR da ligação de pagamento",
  qrText: "Leia-o com um telemóvel para abrir a página de pagamento.",
  revoke: "Revogar",
  revokeTitle: "Revogar esta ligação?",
  revokeText:
    "Deixa de funcionar de imediato, e a página de pagamento aberta com ela é fechada. O dinheiro pago fica onde está.",
  revoked: "A ligação está revogada.",
  state: {
    open: "Aberta",
    paid: "Paga",
    revoked: "Revogada",
    expired: "Expirada",
  },
  until: "Funciona até {{when}}",
  paidAt: "Paga {{when}}",
  revokedAt: "Revogada {{when}} por {{by}}",
  expiredAt: "Expirou {{when}}",
  madeBy: "Criada por {{by}}",
  earlier: "Mostrar ligações anteriores ({{number}})",
  fewer: "Ocultar ligações anteriores",
  payment: "Abrir pagamento",
}

export default pt
