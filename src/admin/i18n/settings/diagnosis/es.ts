import type { Diagnosis } from "./en"

const texts: Diagnosis = {
  connection: {
    ok: {
      title: "Conectado",
      fix: "La pasarela respondió y aceptó la clave.",
    },
    wrong_key: {
      title: "Clave incorrecta",
      fix: "La pasarela no acepta esta clave de API. Cópiela de nuevo del portal y compruebe que corresponde a este modo (prueba o real).",
    },
    blocked: {
      title: "Bloqueado",
      fix: "Algo delante de la pasarela bloquea nuestras llamadas. Pida al banco que permita la dirección de este servidor y sus URL de retorno.",
    },
    unreachable: {
      title: "Inaccesible",
      fix: "No se puede llegar a la pasarela. Compruebe que la URL de la API no tenga errores y que este servidor pueda conectarse a ella. Detrás de un proxy de salida, inicie Medusa con HTTPS_PROXY.",
    },
    tls: {
      title: "Problema de certificado",
      fix: "No se acepta el certificado de la pasarela. Compruebe que la URL de la API nombra el servidor correcto. Si lo emitió una autoridad propia del banco o un proxy inspecciona el tráfico, inicie Medusa con NODE_EXTRA_CA_CERTS=/ruta/de/la/autoridad.pem.",
    },
    not_the_gateway: {
      title: "No es la pasarela",
      fix: "Algo responde en esta dirección, pero no la API de la pasarela. La URL de la API debe incluir su ruta.",
    },
  },
  webhookTest: {
    ok: {
      title: "Llegó",
      fix: "El evento de prueba firmado volvió por la dirección pública. Los webhooks pueden llegar.",
    },
    redirect: {
      title: "Redirigido",
      fix: "La dirección redirige y la pasarela no la sigue. Use la dirección de destino como URL del backend.",
    },
    forbidden: {
      title: "Rechazado (403)",
      fix: "Algo delante de la tienda rechaza la petición. Deje pasar las peticiones a /webhooks/bpc en su cortafuegos o proxy.",
    },
    not_found: {
      title: "No encontrado (404)",
      fix: "Nada responde en esta ruta. La URL del backend debe llevar a Medusa mismo, con su prefijo de ruta si lo hay.",
    },
    body_changed: {
      title: "Cambiado por el camino",
      fix: "La petición llegó, pero su firma ya no encajaba: un proxy cambia el contenido o quita la cabecera X-Signature.",
    },
    body_read: {
      title: "Cuerpo ya leído",
      fix: "La petición llegó, pero un middleware o un analizador de cuerpos de la tienda lee antes su contenido y no guarda los bytes, así que no se puede comprobar ninguna firma. Haga que excluya /webhooks/bpc o que guarde los bytes en req.rawBody.",
    },
    wrong_host: {
      title: "Servidor equivocado",
      fix: "El nombre del servidor no existe o responde otro. Compruebe la URL del backend.",
    },
    unreachable: {
      title: "Inaccesible",
      fix: "No se puede llegar a la dirección desde este servidor. Compruebe que la URL del backend es la pública.",
    },
    tls: {
      title: "Problema de certificado",
      fix: "No se acepta el certificado de esta dirección. La pasarela necesita uno de una autoridad pública, para el servidor correcto.",
    },
    server_error: {
      title: "Error del servidor",
      fix: "La tienda respondió con un error propio. El registro del servidor en esa dirección dice cuál.",
    },
    no_secret: {
      title: "Sin secreto de webhook",
      fix: "Esta cuenta aún no tiene secreto de webhook. Cópielo del portal de la pasarela y guárdelo primero.",
    },
    not_https: {
      title: "Sin https",
      fix: "La URL del backend no empieza por https://, por eso no se envió nada. Ponga la dirección https pública como URL del backend.",
    },
    inner_address: {
      title: "Dirección interna",
      fix: "Vista desde este servidor, la URL del backend lleva a una red privada o a esta máquina, por eso no se envió nada. Ponga la dirección pública; si ya lo es, los webhooks pueden llegar de todos modos: observe las entregas.",
    },
  },
  problems: {
    no_account: {
      message:
        "No hay ninguna cuenta de comercio en este modo, así que nadie puede pagar con tarjeta.",
      action:
        "Añada una cuenta con la URL de la API y la clave de API del portal de la pasarela.",
    },
    account_unreadable: {
      message:
        "No se pueden leer los secretos de una cuenta, así que se rechazan sus monedas al pagar. No se ha perdido nada.",
      action:
        "Vuelva a poner la clave de cifrado anterior o introduzca de nuevo los secretos de la cuenta.",
    },
    no_encryption_key: {
      message:
        "BPC_ENCRYPTION_KEY no está definida, así que no se pueden guardar cuentas en la administración.",
      action:
        "Cree una clave con npx medusa-payment-bpc generate-key, defina BPC_ENCRYPTION_KEY en cada servidor y reinícielos.",
    },
    no_webhook_secret: {
      message:
        "Una cuenta no tiene secreto de webhook, así que sus webhooks se rechazan. Los pedidos llegan igual, pero más tarde.",
      action:
        "Copie el secreto del webhook del portal de la pasarela en la cuenta.",
    },
    gateway_key_refused: {
      message:
        "La pasarela rechaza la clave de API de una cuenta: con ella no se puede vender, cobrar ni reembolsar nada.",
      action:
        "Copie de nuevo la clave del portal de la pasarela, compruebe que es de este modo y pruebe la conexión.",
    },
    gateway_blocked: {
      message:
        "Algo delante de la pasarela bloquea las llamadas de una cuenta, así que no se puede vender con ella.",
      action:
        "Pida al banco que permita la dirección de este servidor y sus direcciones de retorno, y pruebe la conexión.",
    },
    gateway_down: {
      message:
        "La pasarela de una cuenta no responde. Los pagos ya hechos serán pedidos en cuanto responda.",
      action:
        "Pruebe la conexión. Si la dirección es correcta y este servidor puede conectarse a ella, pregunte al banco.",
    },
    checkouts_failing: {
      message:
        "Las últimas compras no pudieron iniciar un pago con tarjeta. No se cobró a nadie.",
      action:
        "Mire los demás problemas aquí, lea lo que dice la pasarela en los pagos fallidos y pruebe la conexión de la cuenta.",
    },
    options_account_wins: {
      message:
        "La cuenta de las opciones y del entorno tiene prioridad, así que una cuenta de la administración nunca se usa para un pago nuevo.",
      action:
        "Quite la cuenta de las opciones o del entorno para vender con la de la administración; o elimine esta.",
    },
    region_without_account: {
      message:
        "Una región ofrece el pago con tarjeta, pero ninguna cuenta de este modo admite su moneda: sus clientes son rechazados al pagar.",
      action:
        "Añada la moneda a una cuenta, cree una cuenta para ella o desactive el proveedor en esa región.",
    },
    provider_gone: {
      message:
        "Hay pedidos pagados con un identificador de proveedor que esta tienda ya no tiene: Medusa no puede cobrarlos ni reembolsarlos.",
      action:
        "Vuelva a poner el identificador anterior en las opciones o añada el proveedor al módulo de pagos también con ese identificador.",
    },
    backend_url_insecure: {
      message: "En modo real, la URL del backend debe ser accesible por https.",
      action: "Ponga la dirección https pública como URL del backend.",
    },
    backend_url_local: {
      message:
        "La URL del backend solo lleva a esta máquina: ni los webhooks ni los clientes que vuelven pueden alcanzarla.",
      action: "Ponga la dirección pública como URL del backend.",
    },
    storefront_url_insecure: {
      message:
        "En modo real, la URL de la tienda debe ser accesible por https.",
      action: "Ponga la dirección https pública como URL de la tienda.",
    },
    storefront_url_local: {
      message:
        "La URL de la tienda solo lleva a esta máquina: después de pagar, los clientes no llegan a ninguna parte.",
      action: "Ponga la dirección pública como URL de la tienda.",
    },
    test_mode: {
      message:
        "La tienda está en modo de prueba: se crean pedidos, pero no se cobra dinero real.",
      action: "Pase al modo real cuando esté listo para vender.",
    },
    held_payments: {
      message:
        "Hay pagos retenidos: se tomó dinero que ni se convirtió en pedido ni se devolvió.",
      action: "Mire cada uno y decida.",
    },
    order_payments_differ: {
      message:
        "Hay pedidos con importes distintos de los de la pasarela, por ejemplo un reembolso que falló allí más tarde.",
      action: "Mire cada pago y decida.",
    },
    shipped_uncaptured: {
      message:
        "Hay pedidos que ya salieron y el dinero reservado para ellos no se pudo cobrar. Se intenta de nuevo; si el banco libera la reserva, el dinero se pierde.",
      action: "Mire cada pago, lea el motivo y cóbrelo en su pedido.",
    },
    shipped_unpaid: {
      message:
        "Hay pedidos que ya salieron, y no todo lo que salió está reservado o pagado.",
      action:
        "Envíe al cliente un enlace de pago, o marque el pedido como pagado si ya tiene el dinero.",
    },
    parcel_rest_released: {
      message:
        "Los pedidos se cobran paquete a paquete, pero la pasarela libera el resto del importe reservado con el primer cobro. Los paquetes siguientes salen sin pagar.",
      action: "Elija cobrar todo el pedido con su primer paquete.",
    },
    released_unpaid: {
      message:
        "Lo que estaba retenido para unos pedidos se liberó, y los pedidos siguen en pie: aún no están pagados y ya no hay nada retenido para ellos.",
      action:
        "Envíe al comprador un enlace de pago desde el pedido, o cancele el pedido.",
    },
    payments_unreadable: {
      message:
        "Hay pagos que no se pudieron leer en la pasarela durante media hora o más. Lo que pasa allí con ellos no se ve aquí.",
      action:
        "Pruebe la conexión de la cuenta y busque el pago en el portal de la pasarela; su historial dice qué respondió la pasarela.",
    },
    payments_stuck: {
      message:
        "Hay pagos que no se pudieron resolver durante media hora o más. Se vuelve a intentar.",
      action:
        "Abra el pago y lea el motivo en su historial; pulse «Comprobar ahora» cuando la causa haya desaparecido.",
    },
    money_in_doubt: {
      message:
        "Se enviaron capturas, reembolsos o liberaciones cuyo resultado aún no se conoce. No se envía nada más encima.",
      action:
        "Búsquelos en el portal de la pasarela; lo que haya allí se registra aquí solo.",
    },
    charged_back: {
      message:
        "El banco ha retirado pagos (contracargo). Sus pedidos los siguen mostrando como pagados.",
      action:
        "Responda al banco antes del plazo, en el portal de la pasarela, y anote en cada pago lo que se hizo.",
    },
    refunds_failing: {
      message:
        "Hay reembolsos automáticos que aún no han salido. Se vuelven a intentar.",
      action:
        "Compruebe en el portal de la pasarela que este comercio puede hacer reembolsos.",
    },
    old_authorizations: {
      message:
        "Hay importes reservados en tarjetas que nadie ha cobrado desde hace días. Los bancos los liberan al cabo de una semana aproximadamente; entonces el dinero se pierde.",
      action: "Cobre o anule estos pagos.",
    },
    parked_events: {
      message:
        "Hay eventos de webhook que no se pudieron procesar tras diez intentos. La tarea sigue vigilando los pagos.",
      action: "Abra los pagos afectados y reintente los eventos.",
    },
    webhooks_not_arriving: {
      message:
        "Sus webhooks no llegan: solo la tarea encuentra los pagos, así que los pedidos llegan más tarde de lo posible.",
      action:
        "Compruebe la URL del webhook en el portal de la pasarela y envíe un evento de prueba.",
    },
    webhook_body_read: {
      message:
        "Los webhooks no se pueden verificar: un middleware o un analizador de cuerpos de la tienda lee antes su contenido y no guarda los bytes. Los pedidos llegan igualmente, pero más tarde.",
      action:
        "Haga que su propio middleware excluya /webhooks/bpc o guarde los bytes en req.rawBody; después envíe un evento de prueba.",
    },
    webhook_layout_refused: {
      message:
        "Se rechazan webhooks con el secreto correcto porque su firma tiene otro formato que antes. Los pedidos llegan igualmente, pero más tarde.",
      action:
        "Si la pasarela ha cambiado su forma de firmar, olvide el formato en la cuenta. Si no, cambie el secreto de los webhooks.",
    },
    reconcile_silent: {
      message:
        "La tarea que cuida de los pagos no se está ejecutando. Los pagos cuyo webhook se perdió quedarían sin pedido.",
      action: "Ejecute al menos un proceso de Medusa en modo worker o shared.",
    },
    in_memory_modules: {
      message:
        "Medusa se ejecuta en varios procesos, pero sus bloqueos o eventos viven en la memoria de uno solo.",
      action:
        "Añada el bus de eventos Redis de Medusa y un proveedor de bloqueos Redis o PostgreSQL.",
    },
    shared_visitor_address: {
      message:
        "Todos los clientes llegan con la misma dirección, así que comparten un límite y quizá deban esperar. Ningún dinero depende de ello.",
      action:
        "Medusa confía en un proxy y delante hay dos. Limite en el exterior y ponga publicRequestsPerMinute a 0, o haga que el interior pase la dirección del cliente como última entrada de X-Forwarded-For.",
    },
    clock_skew: {
      message:
        "El reloj de este servidor difiere del de la pasarela. Más allá de cinco minutos se rechazan los webhooks.",
      action: "Deje que el servidor ajuste su reloj por NTP.",
    },
  },
}

export default texts
