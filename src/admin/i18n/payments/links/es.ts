import { type PaymentTexts } from "../texts"

const es: PaymentTexts["links"] = {
  title: "Enlaces de pago",
  outstanding: "Pendiente",
  create: "Crear enlace",
  empty: "Cree un enlace, envíelo al comprador y el pago llega a este pedido.",
  obstacle: {
    no_account:
      "Ninguna cuenta de comercio puede cobrar ahora en {{currency}}, así que no se puede crear un enlace. Revise las cuentas en Ajustes → BPC Payments.",
    unknown_currency:
      "La pasarela no puede cobrar en la moneda de este pedido, así que no se puede crear un enlace.",
    sent_for_free:
      "Lo que envía una reclamación es gratis para el comprador, así que ningún enlace lo pide. Use un cambio para cobrarlo.",
  },
  error: "No se pudieron cargar los enlaces de pago.",
  createTitle: "Crear un enlace de pago",
  createText:
    "Quien abre el enlace paga con tarjeta lo que el pedido debe en ese momento; ahora son {{amount}}. Los cambios del pedido se siguen solos.",
  expires: "Funciona hasta el final del",
  expiresHint: "El último día posible es {{last}}.",
  expiresWrong: "Elija un día de hoy a {{last}}.",
  created: "El enlace está listo. Envíelo al comprador.",
  name: "enlace de pago",
  showQr: "Mostrar código QR",
  hideQr: "Ocultar código QR",
  qr: "Código QR del enlace de pago",
  qrText: "Escanéelo con un teléfono para abrir la página de pago.",
  revoke: "Revocar",
  revokeTitle: "¿Revocar este enlace?",
  revokeText:
    "Deja de funcionar de inmediato, y se cierra la página de pago que se abrió con él. El dinero pagado se queda donde está.",
  revoked: "El enlace está revocado.",
  state: {
    open: "Abierto",
    paid: "Pagado",
    revoked: "Revocado",
    expired: "Caducado",
  },
  until: "Funciona hasta {{when}}",
  paidAt: "Pagado {{when}}",
  revokedAt: "Revocado {{when}} por {{by}}",
  expiredAt: "Caducado {{when}}",
  madeBy: "Creado por {{by}}",
  earlier: "Mostrar enlaces anteriores ({{number}})",
  fewer: "Ocultar enlaces anteriores",
  payment: "Abrir pago",
}

export default es
