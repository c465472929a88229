export default {
  card: {
    title: "Tarjeta",
    number: "Tarjeta",
    wallet: "Cartera",
    rrn: "Número de referencia (RRN)",
    approval_code: "Código de autorización",
    three_d_secure: "3-D Secure",
    issuer: "Banco emisor",
    untold: "La pasarela no lo indica",
    nothing:
      "La pasarela no ha indicado nada de la tarjeta. Una cuenta con usuario de API (segundo canal) recibe más datos poco después de la venta.",
    copy: "Copiar para el banco",
    copied: "Copiado: péguelo en su mensaje al banco.",
    secure: {
      full: "Confirmado por el banco",
      attempted: "Intentado, el banco no participa",
      none: "No realizado",
    },
    wallets: {
      apple_pay: "Apple Pay",
      google_pay: "Google Pay",
      samsung_pay: "Samsung Pay",
    },
  },
  export: {
    button: "Exportar",
    payments: "Pagos (CSV)",
    operations: "Capturas y reembolsos (CSV)",
    hint: "Lo que muestran los filtros, todas las páginas",
    busy: "Se está creando el archivo …",
    failed: "No se pudo crear el archivo. Inténtelo de nuevo.",
  },
  decline: {
    refused: "Rechazado: {{name}}",
    filter: "Rechazado por",
    all: "Cualquier intento",
    name: {
      approved: "Aprobado",
      not_tried: "Abandonado antes de pagar",
      page_expired: "Tiempo agotado",
      insufficient_funds: "Fondos insuficientes",
      limit: "Límite de la tarjeta",
      card_data: "Datos de tarjeta erróneos",
      card_expired: "Tarjeta caducada",
      authentication: "Falló la confirmación del banco",
      bank_unreachable: "Banco inaccesible",
      too_many_attempts: "Demasiados intentos",
      blocked: "Tarjeta bloqueada",
      merchant_setup: "Cuenta de la tienda",
      declined: "Rechazado sin motivo",
      pending: "Aún sin decidir",
    },
    text: {
      approved: "El banco aceptó.",
      not_tried: "El comprador dejó la página antes de pagar.",
      page_expired: "El tiempo para pagar se agotó.",
      insufficient_funds:
        "No hay fondos suficientes o se alcanzó el límite de la tarjeta. Otra tarjeta o un importe menor puede funcionar.",
      limit:
        "El límite de la tarjeta no permite este importe. El comprador puede preguntar a su banco o usar otra tarjeta.",
      card_data:
        "El número, la fecha de caducidad o el código de seguridad era incorrecto.",
      card_expired: "La tarjeta ha caducado. El comprador necesita otra.",
      authentication:
        "La confirmación del banco (3-D Secure) falló o no se terminó. El comprador puede intentarlo de nuevo y confirmar a tiempo.",
      bank_unreachable:
        "No se pudo contactar con el banco del comprador. Más tarde puede funcionar.",
      too_many_attempts:
        "Demasiados intentos con esta tarjeta. Solo sirve otra tarjeta.",
      blocked:
        "El banco ha bloqueado esta tarjeta (perdida, robada o sospecha de fraude). Al comprador solo se le dijo que usara otra tarjeta o preguntara a su banco; no le diga más.",
      merchant_setup:
        "La cuenta de comercio de la tienda lo rechaza. Pregunte a su banco con el código.",
      declined:
        "El banco lo rechazó sin motivo. El comprador puede preguntar a su banco o usar otra tarjeta.",
      pending: "La pasarela aún no ha decidido.",
    },
  },
  chargeback: {
    badge: "Contracargo",
    money:
      "El banco le ha retirado {{amount}} (contracargo). El pedido lo sigue mostrando como pagado.",
    todo: "Responda al banco antes del plazo, en el portal de la pasarela o como su banco lo pida: con la prueba de entrega o aceptándolo. Los libros de Medusa quedan como están. Anote aquí lo que se hizo. No lo reembolse además, o el comprador tendrá el dinero dos veces.",
    noted: "Lo que se hizo está anotado en la cronología.",
    refundWarning:
      "El banco ya ha retirado este pago. Un reembolso devolvería el dinero por segunda vez.",
    action: "Anotar lo que se hizo",
    title: "Contracargo",
    decision: "Anotar lo que se hizo",
    decisionText:
      "No se envía nada y no cambia ningún libro. La nota queda en la cronología y el pago ya no pide la atención de nadie.",
    since: "Visto",
  },
}
