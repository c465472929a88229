import { type StoryTexts } from "./texts"

const es: StoryTexts = {
  reason: {
    amount_mismatch:
      "El importe en la pasarela difiere del importe que pidió esta tienda.",
    currency_mismatch:
      "La moneda en la pasarela difiere de la moneda que pidió esta tienda.",
    reference_mismatch:
      "El pago en la pasarela lleva otra referencia que la registrada por esta tienda.",
    duplicate_payment: "El pedido ya estaba pagado con otro pago.",
    cart_changed:
      "El total del carrito cambió después de abrirse la página de pago.",
    cart_gone: "El carrito de este pago ya no existe.",
    completed_elsewhere:
      "El código propio de la tienda completó este carrito y ningún pedido está vinculado con él.",
    order_changed:
      "El pedido ya no pedía este importe: mientras tanto se cambió, se canceló o se pagó de otra forma.",
    order_impossible:
      "Medusa rechazó el pedido, por ejemplo porque un artículo estaba agotado.",
    no_order_after_retries: "La creación del pedido falló varias veces.",
    refund_failed:
      "El dinero debía volver al comprador, pero el reembolso falló varias veces.",
    capture_failed: "El pedido muestra una captura que la pasarela no tiene.",
    shipped_uncaptured:
      "El pedido ya salió, y lo reservado para él no se pudo capturar.",
    order_canceled:
      "El pedido se canceló, así que este dinero debería devolverse.",
    order_total_differs:
      "El pedido se creó por un total distinto del que se pagó: el carrito se cambió, o lo completó otro código, en el mismo momento.",
    refund_requested:
      "Una persona lo reembolsó antes de que tuviera un pedido.",
    booking_failed:
      "Lo que hizo la pasarela no se pudo anotar en el pedido tras varios intentos. Se vuelve a intentar cada hora.",
    gateway_refused: "La pasarela se negó a abrir una página de pago.",
    gateway_silent:
      "La pasarela no respondió cuando se debía abrir la página de pago.",
    unknown_to_gateway: "La pasarela no conoce esta página de pago.",
    replaced: "Una página de pago más nueva de la misma compra ocupó su lugar.",
    other: "Motivo: {{reason}}",
  },
  meaning: {
    creating: {
      money: "No se ha movido dinero.",
      todo: "Se está pidiendo una página de pago a la pasarela. No hay nada que hacer.",
    },
    open: {
      money: "Aún no se ha movido dinero. El comprador todavía puede pagar.",
      todo: "No hay nada que hacer: la pasarela se consulta sola hasta que la página se pague o caduque.",
    },
    authorized: {
      money:
        "{{amount}} están reservados en la tarjeta del comprador. Aún no los tiene.",
      todo: "Captúrelos aquí o en el pedido, o cancele el pedido para liberarlos. Una reserva que nadie captura vence al cabo de unos días.",
    },
    authorized_part: {
      money: "Tiene {{captured}} de los {{amount}} reservados.",
      todo: "Capture el resto aquí o en el pedido. Lo que no se captura se libera al comprador.",
    },
    authorized_no_order: {
      money:
        "{{amount}} están reservados en la tarjeta del comprador, y aún no hay pedido.",
      todo: "El pedido se crea solo, con varios intentos si hace falta. Si no cambia en unos minutos, use «Comprobar ahora».",
    },
    paid: {
      money: "Tiene {{captured}}, y el pedido tiene su pago.",
      todo: "No hay nada que hacer.",
    },
    paid_part: {
      money:
        "Tiene {{captured}} de los {{amount}} reservados. El resto se liberó al comprador.",
      todo: "No hay nada que hacer.",
    },
    paid_refunded_part: {
      money:
        "{{refunded}} de {{captured}} volvieron al comprador. Usted conserva {{kept}}.",
      todo: "No hay nada que hacer.",
    },
    paid_no_order: {
      money: "Tiene {{captured}}, y aún no hay pedido.",
      todo: "El pedido se crea solo, con varios intentos si hace falta. Si no cambia en unos minutos, use «Comprobar ahora».",
    },
    books_differ: {
      money: "El pedido muestra otros importes que los que tiene la pasarela.",
      todo: "Compare el pedido con el portal de la pasarela y después resuelva: envíe otra vez el reembolso si falló, o déjelo como está y diga por qué.",
    },
    shipped_uncaptured: {
      money:
        "{{amount}} están reservados en la tarjeta del comprador y el pedido ya salió. De ello tiene {{captured}}.",
      todo: "Se intenta de nuevo por sí solo. Lea en la cronología por qué falla y captúrelo en el pedido antes de que el banco libere la reserva. Si ya venció, envíe al comprador un enlace de pago.",
    },
    giving_back: {
      money:
        "Ningún pedido puede usar este dinero, así que vuelve al comprador.",
      todo: "No hay nada que hacer. Si el reembolso sigue fallando, el pago se retiene y aparece aquí en rojo.",
    },
    kept: {
      money:
        "Una persona decidió conservar este dinero. Ningún pedido lo tiene.",
      todo: "No hay nada que hacer. La nota está en el historial.",
    },
    refunded: {
      money: "Todo el dinero volvió al comprador: {{refunded}}.",
      todo: "No hay nada que hacer. Un banco puede tardar unos días en mostrar un reembolso.",
    },
    canceled: {
      money:
        "El pago se canceló. No se cobró nada, y una reserva en la tarjeta queda liberada.",
      todo: "No hay nada que hacer.",
    },
    expired: {
      money: "La página terminó sin pago. No se ha movido dinero.",
      todo: "No hay nada que hacer. Si llegara dinero tarde, se resuelve solo.",
    },
    failed: {
      money:
        "No hubo página de pago que pudiera usarse. No se ha movido dinero.",
      todo: "El comprador puede empezar el pago de nuevo. Si ocurre a menudo, mire los problemas en la página de ajustes de BPC.",
    },
  },
  held: {
    amount_mismatch: {
      money:
        "La pasarela puede haber cobrado otro importe que el del pedido. No se creó ningún pedido y no se devolvió nada.",
      todo: "Compare ambos importes en el historial y en el portal de la pasarela y decida: reembolsar al comprador, o conservar el dinero y arreglar el resto con él.",
    },
    currency_mismatch: {
      money:
        "La pasarela cobró dinero en otra moneda. No se creó ningún pedido y no se devolvió nada.",
      todo: "Compruebe la moneda de la cuenta de comercio en la pasarela y decida. Lo habitual es reembolsar al comprador.",
    },
    reference_mismatch: {
      money:
        "No es seguro que este dinero sea de este carrito. No se creó ningún pedido y no se devolvió nada.",
      todo: "Compare ambas referencias en el historial y en el portal de la pasarela y decida.",
    },
    duplicate_payment: {
      money:
        "El comprador pagó dos veces. Usted tiene este dinero además del del pedido.",
      todo: "Reembólselo, salvo que haya acordado otra cosa con el comprador.",
    },
    cart_changed: {
      money:
        "El comprador pagó el total antiguo del carrito. El dinero lo tiene usted y ningún pedido lo tiene.",
      todo: "Póngase de acuerdo con el comprador y decida: reembolsar, o conservar y arreglar la diferencia.",
    },
    completed_elsewhere: {
      money:
        "El dinero lo tiene usted. El código propio de la tienda completó el carrito, y este complemento no puede ver en qué pedido se convirtió.",
      todo: "Busque el pedido y compare el importe. Conserve el dinero si corresponde a ese pedido; si no, reembolse al comprador. Un desarrollador puede indicar el flujo propio de la tienda (opción completeCartWorkflow).",
    },
    cart_gone: {
      money:
        "El dinero lo tiene usted, y ya no hay carrito del que hacer un pedido.",
      todo: "Reembolse, o conserve el dinero si creó el pedido a mano.",
    },
    order_canceled: {
      money:
        "El pedido está cancelado y su dinero no ha vuelto del todo al comprador.",
      todo: "Resuélvalo con un reembolso, que también libera una reserva. Quédese el dinero solo si lo acordó con el comprador, y dígalo en la nota.",
    },
    order_changed: {
      money:
        "El dinero lo tiene usted, y el pedido que lo pedía ya no lo necesita.",
      todo: "Compare con el pedido y decida: reembolse al comprador, o quédese el dinero si así lo acordaron.",
    },
    order_impossible: {
      money: "El dinero lo tiene usted, y Medusa no puede crear el pedido.",
      todo: "Lea el motivo de Medusa en el historial. Corríjalo (por ejemplo, añadiendo existencias) y cree el pedido, o reembolse al comprador.",
    },
    no_order_after_retries: {
      money: "El dinero lo tiene usted, y el pedido no pudo crearse.",
      todo: "Lea el motivo en el historial, corríjalo y cree el pedido; o reembolse al comprador.",
    },
    refund_failed: {
      money:
        "El dinero sigue con usted, y el comprador debería tenerlo de vuelta.",
      todo: "Decida el reembolso para intentarlo otra vez. Si reembolsa en el portal de la pasarela, el pago se actualiza aquí por sí solo.",
    },
    other: {
      money: "El dinero se queda donde está hasta que usted decida.",
      todo: "Lea el historial y decida: reembolsar al comprador, conservar el dinero o crear el pedido.",
    },
  },
  timeline: {
    created: "Se registró un pago en esta tienda.",
    page_opened: "La pasarela abrió una página de pago.",
    page_reused: "El comprador fue enviado otra vez a la misma página de pago.",
    create_failed: "No se pudo abrir una página de pago.",
    link_opened: "El comprador abrió la página de pago con un enlace de pago.",
    link_revoked: "El enlace de pago se revocó, así que su página se cierra.",
    page_left:
      "La tienda dejó esta página: el carrito, el pedido o la forma de pago cambió, o el pago se inició de nuevo. Si no se vuelve a usar enseguida, se cierra.",
    page_closed:
      "La página se cerró en la pasarela. Ya no puede cobrar dinero.",
    webhook: "Se recibió y procesó un webhook de la pasarela.",
    returned: "El comprador volvió de la página de pago.",
    attempt_failed:
      "Un intento de pago falló. El comprador puede intentarlo de nuevo en la misma página.",
    charged_back: "El banco le ha retirado el dinero (contracargo).",
    verified: "Se consultó a la pasarela y se tomó su respuesta.",
    mismatch:
      "La respuesta de la pasarela no coincide con los registros de esta tienda.",
    order_placed: "El pedido tiene este pago.",
    order_failed: "El pedido no pudo crearse.",
    adopted:
      "El dinero llegó tarde y se usó para la compra actual del carrito.",
    total_changed:
      "El carrito se cambió después de iniciar este pago, así que no se pidió nada con este dinero.",
    started_again:
      "El comprador empezó de nuevo mientras se creaba el pedido. Lo que el primer intento había registrado se descartó, para que el dinero cuente una sola vez.",
    captured: "Se capturó dinero.",
    refunded: "Se reembolsó dinero al comprador.",
    refund_pending:
      "Se envió un reembolso. La pasarela aún no lo ha terminado.",
    refund_failed: "Un reembolso falló.",
    voided: "La reserva en la tarjeta se liberó. No se cobró nada.",
    expired: "La página de pago caducó sin pago.",
    canceled: "El pago se canceló en la pasarela.",
    held: "El pago queda retenido hasta que una persona decida.",
    gateway_error:
      "La pasarela no dio una respuesta utilizable. Se la consulta de nuevo sola.",
    in_doubt:
      "No se sabe si esto llegó a la pasarela. Sus libros se vuelven a leer por sí solos, y nada se envía dos veces.",
    doubt_settled: "Los libros de la pasarela muestran ahora qué fue de ello.",
    mirrored:
      "Lo que se hizo en el portal de la pasarela se registró en Medusa.",
    books_differ: "Los importes del pedido y los de la pasarela difieren.",
    shipped_uncaptured: "El pedido ya salió, y su dinero no se pudo capturar.",
    released_unpaid:
      "La retención se liberó; el pedido sigue en pie y aún no está pagado. Ya no hay nada retenido para él.",
    retrying:
      "Lo que había que hacer con este pago falló. Se vuelve a intentar solo.",
    recovered: "Lo que había fallado vuelve a funcionar.",
    gave_up:
      "Se consultó a la pasarela durante mucho tiempo en vano. Ya no se la consulta sola; «Comprobar ahora» la consulta una vez más.",
    checked: "Una persona hizo consultar a la pasarela.",
    capture_requested: "Una persona pidió una captura en la página del pago.",
    refund_requested: "Una persona pidió un reembolso en la página del pago.",
    resolved: "Una persona decidió sobre el pago retenido.",
    other: "{{kind}}",
  },
}

export default es
