import type { AccountTexts } from "./en"

const texts: AccountTexts = {
  title: "Cuentas de comercio",
  description:
    "La mayoría de los comercios tiene una cuenta por moneda. Un pago usa la cuenta del modo actual que admite su moneda.",
  ofConfig: "La de la configuración de la tienda",
  add: "Añadir cuenta",
  addTitle: "Añadir una cuenta de comercio",
  editTitle: "Editar la cuenta de comercio",
  formHint:
    "Encontrará estos valores en el portal de comercios de la pasarela.",
  none: {
    test: "Aún no hay cuenta de prueba. Añada una con la URL de la API y la clave de API del portal de pruebas de la pasarela.",
    live: "Aún no hay cuenta real. Añada una en cuanto el banco le haya dado el acceso real.",
  },
  test: "Probar la conexión",
  saved: "Cuenta «{{name}}» guardada.",
  deleted: "Cuenta «{{name}}» eliminada.",
  unreadable: "Secretos ilegibles",
  openSessions: "Pagos abiertos: {{n}}",
  everyCurrency: "Todas las monedas",
  notSet: "Sin definir",
  setBy: "Definido el {{when}} por {{who}}",
  setAt: "Definido el {{when}}",
  actionsOf: "Acciones de la cuenta {{name}}",
  readOnly: {
    options:
      "Esta cuenta viene de las opciones del plugin en medusa-config y se cambia allí.",
    environment:
      "Esta cuenta viene de variables de entorno (BPC_API_URL, BPC_API_KEY, BPC_WEBHOOK_SECRET) y se cambia allí.",
  },
  overruled: {
    badge: "No se usa",
    options:
      "Ningún pago nuevo usa esta cuenta: la de las opciones del plugin admite todas sus monedas y tiene prioridad. Para vender con esta, quite la cuenta de medusa-config; o elimine esta.",
    environment:
      "Ningún pago nuevo usa esta cuenta: la de las variables de entorno admite todas sus monedas y tiene prioridad. Para vender con esta, quite BPC_API_URL y BPC_API_KEY del entorno; o elimine esta.",
  },
  hint: {
    name: "Para usted y sus colegas, por ejemplo «Tienda euro».",
    test: "Sin dinero real",
    live: "Dinero real",
    api_url: "Con su ruta, tal como la muestra el portal.",
    api_key: "Se guarda cifrada y no se vuelve a mostrar nunca.",
    webhook_secret:
      "El portal lo muestra donde se introduce la URL del webhook. Puede añadirlo más tarde.",
    next_webhook_secret:
      "Solo mientras cambia el secreto del webhook: se aceptan los dos hasta que haga actual el nuevo.",
    keep: "Hay guardado un secreto que termina en {{last4}}. Déjelo vacío para conservarlo.",
    again:
      "La dirección lleva ahora a otro servidor. Vuelva a introducir este dato: lo guardado solo se envía al servidor para el que se introdujo.",
    currencies:
      "Desactívelo para elegir las monedas que esta cuenta puede cobrar.",
  },
  searchCurrency: "Buscar una moneda",
  noCurrency: "Ninguna moneda se llama así.",
  chooseCurrency: "elija al menos una o active «Todas las monedas».",
  layout: {
    unknown: "Aún no se conoce. Lo fija el primer webhook real.",
    since:
      "Conocido desde {{when}}. Se rechazan los webhooks con otro formato.",
    title: "¿Olvidar el formato?",
    text: "El próximo webhook real de «{{name}}» volverá a fijar el formato de la firma. Hágalo solo si la pasarela ha cambiado su forma de firmar.",
    go: "Olvidar el formato",
    forgotten: "Olvidado. El próximo webhook real fija el formato.",
  },
  promote: {
    title: "¿Hacer actual el próximo secreto?",
    text: "«{{name}}» aceptará entonces solo webhooks firmados con el nuevo secreto. Hágalo cuando la pasarela ya lo use.",
    go: "Hacer actual",
  },
  remove: {
    title: "¿Quitar el próximo secreto?",
    text: "«{{name}}» aceptará entonces solo webhooks firmados con el secreto actual.",
    go: "Quitar",
  },
  second: {
    title: "Segundo canal (Merchant REST API)",
    text: "Algunas pasarelas solo cobran, liberan y reembolsan mediante su Merchant REST API; con el usuario y la contraseña de API que le da el banco, estos pasos van por ella.",
    stored: "Definido",
    hint: {
      api_login: "Se lo da el banco; termina en -api.",
      api_password: "Se guarda cifrada y no se vuelve a mostrar nunca.",
      keep: "Hay un valor guardado. Déjelo vacío para conservarlo.",
      v1_api_url:
        "Déjela vacía si el banco no indica otra: entonces está junto a la URL de la API, en /payment/rest.",
    },
    remove: {
      title: "¿Quitar el segundo canal?",
      text: "«{{name}}» cobrará, liberará y reembolsará solo mediante la API principal de la pasarela.",
      go: "Quitar",
    },
    result: {
      ok: {
        title: "Segundo canal conectado",
        fix: "La Merchant REST API de la pasarela respondió y aceptó el usuario de API.",
      },
      wrong_login: {
        title: "Segundo canal: acceso incorrecto",
        fix: "La Merchant REST API no acepta este usuario y contraseña, o el usuario no puede leer pedidos. Introdúzcalos tal como los dio el banco y compruebe que pertenecen a este modo (prueba o real).",
      },
      blocked: {
        title: "Segundo canal: bloqueado",
        fix: "Algo delante de la Merchant REST API bloquea nuestras llamadas. Pida al banco que permita la dirección de este servidor.",
      },
      unreachable: {
        title: "Segundo canal: inaccesible",
        fix: "No se puede acceder a la Merchant REST API. Compruebe su dirección y que este servidor puede abrir conexiones hacia ella.",
      },
      tls: {
        title: "Segundo canal: problema de certificado",
        fix: "No se acepta el certificado en la dirección de la Merchant REST API. Compruebe que la dirección indica el host correcto.",
      },
      not_the_gateway: {
        title: "Segundo canal: dirección incorrecta",
        fix: "En esta dirección responde otra cosa. Pida al banco la dirección de la Merchant REST API e introdúzcala con su ruta.",
      },
    },
  },
  delete: {
    title: "¿Eliminar la cuenta «{{name}}»?",
    text: "Sus secretos se eliminan para siempre. Los pagos hechos con ella ya no se podrán comprobar, cobrar ni reembolsar desde aquí.",
  },
}

export default texts
