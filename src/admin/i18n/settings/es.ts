import accounts from "./accounts/es"
import diagnosis from "./diagnosis/es"
import type { SettingsTexts } from "./en"

const texts: SettingsTexts = {
  menu: "Pagos BPC",
  title: "Pagos BPC",
  description:
    "Pagos con tarjeta en la página de pago de BPC Payment Gateway. Todo se configura aquí; los cambios valen desde el siguiente pago, sin reiniciar.",
  loading: "Cargando",
  saved: "Guardado.",
  never: "Nunca",
  unknown: "Aún no se sabe",
  on: "Activado",
  off: "Desactivado",
  optional: "opcional",
  actions: {
    edit: "Editar",
    save: "Guardar",
    cancel: "Cancelar",
    delete: "Eliminar",
    retry: "Reintentar",
    fix: "Ir allí",
  },
  errors: {
    load: "No se pudo cargar.",
    network:
      "El servidor no respondió. Compruebe su conexión e inténtelo de nuevo.",
  },
  lock: {
    options: "Definido en las opciones",
    environment: "Definido en el entorno",
  },
  fields: {
    mode: "Modo",
    capture_method: "Cuándo se cobra el dinero",
    capture_on_shipment: "Cobrar al enviar el pedido",
    capture_warning_days: "Avisar de pagos sin cobrar tras",
    backend_url: "URL del backend",
    storefront_url: "URL de la tienda",
    success_template: "Dirección tras el éxito",
    failure_template: "Dirección tras el fallo",
    allowed_return_origins: "Orígenes de retorno permitidos",
    locale: "Idioma de la página de pago",
    contact: "Contacto para compradores",
    late_payment: "Pago tardío o duplicado",
    webhook_tolerance_seconds: "Antigüedad máxima de un webhook, en segundos",
    webhook_signature_variant: "Formato de la firma",
    signature_layout: "Formato de la firma de los webhooks",
    account: "Cuenta",
    name: "Nombre",
    api_url: "URL de la API",
    api_key: "Clave de API",
    webhook_secret: "Secreto del webhook",
    next_webhook_secret: "Próximo secreto del webhook",
    api_login: "Usuario de API",
    api_password: "Contraseña de API",
    v1_api_url: "URL de la API REST Merchant",
    currencies: "Monedas admitidas",
  },
  health: {
    title: "Estado",
    good: "Todo está bien",
    warned: "Funciona, con advertencias",
    broken: "Requiere su atención",
    allWell: "Todo lo que se puede comprobar está en orden.",
    error: "Error",
    warning: "Advertencia",
    lastGood: "Último webhook válido",
    lastBad: "Último webhook no válido",
    lastRun: "Última ejecución de la tarea",
    held: "Pagos retenidos",
    clock: "Diferencia de reloj con la pasarela",
    seconds: "{{n}} s",
  },
  diagnosis: {
    button: "Descargar para soporte",
    hint: "Versiones, ajustes sin secretos, estado y últimos eventos: un archivo para quien le ayude. No contiene secretos ni datos personales.",
    failed: "No se pudo crear el archivo. Inténtelo de nuevo.",
  },
  steps: {
    title: "Empezar a vender",
    progress: "{{done}} de {{all}} pasos hechos",
    done: "Hecho",
    key: {
      title: "Definir la clave de cifrado",
      text: "Los secretos se guardan cifrados. Cree una clave con: npx medusa-payment-bpc generate-key, defínala como BPC_ENCRYPTION_KEY en cada servidor y reinícielos una vez.",
      go: "Ver el estado",
    },
    account: {
      title: "Añadir una cuenta de comercio ({{mode}})",
      text: "Copie la URL de la API y la clave de API del portal de la pasarela.",
      go: "Añadir cuenta",
    },
    connection: {
      title: "Probar la conexión",
      text: "La prueba se hace sola al guardar la cuenta. Su respuesta, junto a la cuenta, dice qué corregir.",
      go: "Ver la respuesta",
    },
    webhook: {
      title: "Permitir que la pasarela avise a la tienda de los pagos",
      text: "Pegue la URL del webhook en el portal de la pasarela, marque los eventos, copie el secreto del webhook en la cuenta y envíe un evento de prueba.",
      go: "Ir a los webhooks",
    },
    region: {
      title: "Activar los pagos con tarjeta en una región",
      text: "Los clientes de esa región podrán elegirlos al pagar.",
      go: "Ir a las regiones",
    },
  },
  mode: {
    title: "Prueba o real",
    description: "Cada modo tiene sus propias cuentas de comercio.",
    test: "Prueba",
    live: "Real",
    hint: {
      test: "Solo tarjetas de prueba, no se cobra nada.",
      live: "Tarjetas reales, dinero real.",
    },
    now: {
      test: "Modo de prueba: se crean pedidos, pero no se cobra realmente a ninguna tarjeta.",
      live: "Modo real: los clientes pagan con dinero real.",
    },
    saved: {
      test: "Los nuevos pagos están ahora en modo de prueba.",
      live: "Los nuevos pagos cobran ahora dinero real.",
    },
    confirm: {
      title: "¿Pasar a real?",
      text: "A partir de ahora se cobrará a tarjetas reales. Los pagos ya empezados terminan en el modo en que empezaron.",
      noAccount:
        "Todavía no hay ninguna cuenta real: los pagos con tarjeta se rechazarán hasta que añada una.",
      go: "Pasar a real",
    },
  },
  capture: {
    title: "Cobro",
    description: "Cuándo se toma el dinero de la tarjeta del cliente.",
    automatic: "Al instante",
    manual: "Manualmente",
    hint: {
      automatic: "Se cobra a la tarjeta cuando el cliente paga.",
      manual:
        "El importe se reserva en la tarjeta y se toma cuando usted lo cobra en el pedido.",
    },
    shipment: {
      off: "Nunca",
      whole: "Todo con el primer paquete",
      parcel: "Paquete a paquete",
    },
    shipmentHint: {
      off: "Usted cobra a mano, en el pedido.",
      whole:
        "Todo el importe reservado se cobra cuando sale o se recoge el primer paquete.",
      parcel:
        "Cada paquete o recogida cobra sus propios artículos: el envío con el primero, el resto con el último.",
    },
    restReleased:
      "La pasarela de {{names}} libera el resto del importe reservado con el primer cobro: los paquetes siguientes saldrían sin pagar. Elija «Todo con el primer paquete».",
    days: "{{n}} días",
    daysHint:
      "De 1 a 30 días. Los bancos liberan los importes reservados al cabo de una semana aproximadamente; después ya no se puede cobrar el dinero.",
  },
  urls: {
    title: "Direcciones",
    description:
      "Dónde encuentran su tienda la pasarela y los clientes que vuelven.",
    afterSuccess: "Tras un pago",
    afterFailure: "Tras un pago fallido",
    onlyStorefront: "Solo la tienda",
    preview: "Vista previa",
    hint: {
      backend_url:
        "La dirección pública de Medusa. Aquí llegan los webhooks y los clientes que vuelven.",
      storefront_url: "Sin ruta, por ejemplo https://shop.example.",
      success_template:
        "Marcadores: {storefront} {country} {order_id} {cart_id}",
      failure_template: "Marcadores: {storefront} {country} {reason} {cart_id}",
      allowed_return_origins:
        "Uno por línea. Otras tiendas y aplicaciones a las que pueden volver los clientes; la tienda siempre está permitida.",
    },
  },
  shopper: {
    title: "Clientes",
    description:
      "Lo que ven los clientes y lo que pasa con el dinero que nadie espera.",
    ownLanguage: "El del cliente",
    contactHint:
      "Un correo electrónico, una dirección web o un teléfono. Aparece con el nombre de la tienda, el importe y una referencia en las páginas entre la página de pago y su tienda.",
    noContact: "Ninguno; las páginas solo nombran la tienda",
    localeHint:
      "De la página de pago de la pasarela y de las páginas entre ella y su tienda.",
    lateHint:
      "Cuando llega un pago para el que no puede haber pedido: demasiado tarde o por segunda vez.",
    refund: "Reembolsar automáticamente",
    hold: "Retener para decidir",
    hint: {
      refund: "El cliente lo recupera todo enseguida.",
      hold: "Usted decide en «Pagos BPC». Hasta entonces el dinero queda con usted.",
    },
  },
  webhooks: {
    title: "Webhooks",
    description:
      "Con estos mensajes la pasarela avisa a su tienda de los pagos. Sin ellos los pedidos llegan igual, pero más tarde.",
    url: "URL para el portal de la pasarela",
    copy: "Copiar la URL del webhook",
    events: "Eventos que marcar",
    required: "Obligatorio",
    test: "Ida y vuelta",
    testHint:
      "Envía un evento de prueba firmado a la URL de arriba, desde fuera, y dice qué se interpone.",
    testAccount: "Cuenta cuyo secreto firma el evento de prueba",
    send: "Enviar un evento de prueba",
    needsAccount:
      "Añada primero una cuenta de comercio: su secreto de webhook firma.",
    foundWithout: "Pagos encontrados sin webhook, últimos 7 días",
    notArriving: "Sus webhooks no llegan.",
    deliveries: "Últimas entregas",
    noDeliveries:
      "Aún no ha llegado nada. Envíe un evento de prueba o haga un pago de prueba.",
    state: {
      received: "En espera",
      done: "Procesado",
      parked: "Apartado",
    },
    advanced: "Avanzado",
    advancedHint:
      "Déjelo como está, salvo que el soporte de la pasarela pida un cambio.",
    toleranceHint:
      "De 0 a 86 400. Los webhooks que dicen ser más antiguos se rechazan; 0 lo desactiva.",
    variantHint: "Aceptar una sola forma de firmar.",
    anyVariant: "Todos los formatos documentados",
  },
  regions: {
    title: "Regiones",
    description: "Dónde pueden elegir los clientes el pago con tarjeta.",
    none: "La tienda aún no tiene regiones. Añada una en Configuración → Regiones.",
    switchedOn: "El pago con tarjeta está activado en {{name}}.",
    switchedOff: "El pago con tarjeta está desactivado en {{name}}.",
    unserved:
      "Ninguna cuenta admite {{currency}} en modo {{mode}}: aquí se rechazan los pagos con tarjeta. Añada una cuenta o desactive esto.",
    wouldBeUnserved:
      "Ninguna cuenta admite aún {{currency}} en modo {{mode}}. Añada una antes de activar esto.",
  },
  history: {
    title: "Historial de cambios",
    description: "Quién cambió qué y cuándo. Los secretos nunca se anotan.",
    none: "Aún no se ha cambiado nada.",
    more: "Mostrar más",
    settings: "Configuración",
    account: "Cuenta «{{name}}»",
    system: "Sistema",
    to: "pasa a",
    words: {
      set: "definido",
      changed: "cambiado",
      removed: "quitado",
      added: "añadida",
      deleted: "eliminada",
      forgotten: "olvidado",
      madeCurrent: "el próximo pasó a ser el actual",
      yes: "activado",
      no: "desactivado",
    },
  },
  accounts,
  ...diagnosis,
}

export default texts
