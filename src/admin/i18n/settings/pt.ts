import accounts from "./accounts/pt"
import diagnosis from "./diagnosis/pt"
import type { SettingsTexts } from "./en"

const texts: SettingsTexts = {
  menu: "Pagamentos BPC",
  title: "Pagamentos BPC",
  description:
    "Pagamentos com cartão na página de pagamento do BPC Payment Gateway. Tudo se configura aqui; as alterações valem a partir do próximo pagamento, sem reiniciar.",
  loading: "A carregar",
  saved: "Guardado.",
  never: "Nunca",
  unknown: "Ainda não se sabe",
  on: "Ligado",
  off: "Desligado",
  optional: "opcional",
  actions: {
    edit: "Editar",
    save: "Guardar",
    cancel: "Cancelar",
    delete: "Eliminar",
    retry: "Tentar de novo",
    fix: "Ir para lá",
  },
  errors: {
    load: "Não foi possível carregar.",
    network:
      "O servidor não respondeu. Verifique a sua ligação e tente de novo.",
  },
  lock: {
    options: "Definido nas opções",
    environment: "Definido no ambiente",
  },
  fields: {
    mode: "Modo",
    capture_method: "Quando o dinheiro é cobrado",
    capture_on_shipment: "Cobrar no envio da encomenda",
    capture_warning_days: "Avisar de pagamentos por cobrar após",
    backend_url: "URL do backend",
    storefront_url: "URL da loja",
    success_template: "Endereço em caso de sucesso",
    failure_template: "Endereço em caso de falha",
    allowed_return_origins: "Origens de retorno permitidas",
    locale: "Idioma da página de pagamento",
    contact: "Contacto para compradores",
    late_payment: "Pagamento tardio ou duplicado",
    webhook_tolerance_seconds: "Idade máxima de um webhook, em segundos",
    webhook_signature_variant: "Formato da assinatura",
    signature_layout: "Formato da assinatura dos webhooks",
    account: "Conta",
    name: "Nome",
    api_url: "URL da API",
    api_key: "Chave da API",
    webhook_secret: "Segredo do webhook",
    next_webhook_secret: "Próximo segredo do webhook",
    api_login: "Utilizador da API",
    api_password: "Palavra-passe da API",
    v1_api_url: "URL da API REST Merchant",
    currencies: "Moedas aceites",
  },
  health: {
    title: "Estado",
    good: "Tudo está bem",
    warned: "Funciona, com avisos",
    broken: "Precisa da sua atenção",
    allWell: "Tudo o que se pode verificar está em ordem.",
    error: "Erro",
    warning: "Aviso",
    lastGood: "Último webhook válido",
    lastBad: "Último webhook inválido",
    lastRun: "Última execução da tarefa",
    held: "Pagamentos retidos",
    clock: "Diferença de relógio para o gateway",
    seconds: "{{n}} s",
  },
  diagnosis: {
    button: "Descarregar para o suporte",
    hint: "Versões, definições sem segredos, estado e últimos eventos: um ficheiro para quem o ajuda. Não contém segredos nem dados pessoais.",
    failed: "Não foi possível criar o ficheiro. Tente novamente.",
  },
  steps: {
    title: "Começar a vender",
    progress: "{{done}} de {{all}} passos concluídos",
    done: "Concluído",
    key: {
      title: "Definir a chave de cifra",
      text: "Os segredos são guardados cifrados. Crie uma chave com: npx medusa-payment-bpc generate-key, defina-a como BPC_ENCRYPTION_KEY em cada servidor e reinicie-os uma vez.",
      go: "Ver o estado",
    },
    account: {
      title: "Adicionar uma conta de comerciante ({{mode}})",
      text: "Copie o URL da API e a chave da API do portal do gateway.",
      go: "Adicionar conta",
    },
    connection: {
      title: "Testar a ligação",
      text: "O teste corre por si quando a conta é guardada. A resposta, junto da conta, diz o que corrigir.",
      go: "Ver a resposta",
    },
    webhook: {
      title: "Deixar o gateway avisar a loja dos pagamentos",
      text: "Cole o URL do webhook no portal do gateway, marque os eventos, copie o segredo do webhook para a conta e envie um evento de teste.",
      go: "Ir para os webhooks",
    },
    region: {
      title: "Ligar os pagamentos com cartão numa região",
      text: "Os clientes dessa região podem então escolhê-los ao pagar.",
      go: "Ir para as regiões",
    },
  },
  mode: {
    title: "Teste ou real",
    description: "Cada modo tem as suas próprias contas de comerciante.",
    test: "Teste",
    live: "Real",
    hint: {
      test: "Só cartões de teste, nada é cobrado.",
      live: "Cartões reais, dinheiro real.",
    },
    now: {
      test: "Modo de teste: as encomendas são criadas, mas nenhum cartão é realmente cobrado.",
      live: "Modo real: os clientes pagam com dinheiro real.",
    },
    saved: {
      test: "Os novos pagamentos estão agora em modo de teste.",
      live: "Os novos pagamentos cobram agora dinheiro real.",
    },
    confirm: {
      title: "Passar a real?",
      text: "A partir de agora são cobrados cartões reais. Os pagamentos já começados terminam no modo em que começaram.",
      noAccount:
        "Ainda não há nenhuma conta real: os pagamentos com cartão serão recusados até adicionar uma.",
      go: "Passar a real",
    },
  },
  capture: {
    title: "Cobrança",
    description: "Quando o dinheiro é retirado do cartão do cliente.",
    automatic: "De imediato",
    manual: "Manualmente",
    hint: {
      automatic: "O cartão é cobrado quando o cliente paga.",
      manual:
        "O valor fica reservado no cartão e é retirado quando o cobrar na encomenda.",
    },
    shipment: {
      off: "Nunca",
      whole: "Tudo com a primeira remessa",
      parcel: "Remessa a remessa",
    },
    shipmentHint: {
      off: "Cobra à mão, na encomenda.",
      whole:
        "Todo o valor reservado é cobrado quando a primeira remessa sai ou é levantada.",
      parcel:
        "Cada remessa ou levantamento cobra os seus próprios artigos: os portes com a primeira, o resto com a última.",
    },
    restReleased:
      "O gateway de {{names}} liberta o resto do valor reservado com a primeira cobrança: as remessas seguintes sairiam por pagar. Escolha «Tudo com a primeira remessa».",
    days: "{{n}} dias",
    daysHint:
      "De 1 a 30 dias. Os bancos libertam os valores reservados ao fim de cerca de uma semana; depois o dinheiro já não pode ser cobrado.",
  },
  urls: {
    title: "Endereços",
    description:
      "Onde o gateway e os clientes que regressam encontram a sua loja.",
    afterSuccess: "Depois de um pagamento",
    afterFailure: "Depois de um pagamento falhado",
    onlyStorefront: "Só a loja",
    preview: "Pré-visualização",
    hint: {
      backend_url:
        "O endereço público do Medusa. É aqui que chegam os webhooks e os clientes que regressam.",
      storefront_url: "Sem caminho, por exemplo https://shop.example.",
      success_template:
        "Marcadores: {storefront} {country} {order_id} {cart_id}",
      failure_template: "Marcadores: {storefront} {country} {reason} {cart_id}",
      allowed_return_origins:
        "Uma por linha. Outras lojas e aplicações a que os clientes podem regressar; a loja é sempre permitida.",
    },
  },
  shopper: {
    title: "Clientes",
    description:
      "O que os clientes veem e o que acontece ao dinheiro que ninguém espera.",
    ownLanguage: "O do cliente",
    contactHint:
      "Um e-mail, um endereço web ou um telefone. Aparece com o nome da loja, o montante e uma referência nas páginas entre a página de pagamento e a sua loja.",
    noContact: "Nenhum; as páginas só indicam a loja",
    localeHint:
      "Da página de pagamento do gateway e das páginas entre ela e a sua loja.",
    lateHint:
      "Quando chega um pagamento para o qual não pode haver encomenda: tarde demais ou pela segunda vez.",
    refund: "Reembolsar automaticamente",
    hold: "Reter para decisão",
    hint: {
      refund: "O cliente recebe tudo de volta de imediato.",
      hold: "Decide em “Pagamentos BPC”. Até lá o dinheiro fica consigo.",
    },
  },
  webhooks: {
    title: "Webhooks",
    description:
      "Com estas mensagens o gateway avisa a sua loja dos pagamentos. Sem elas as encomendas chegam na mesma, mas mais tarde.",
    url: "URL para o portal do gateway",
    copy: "Copiar o URL do webhook",
    events: "Eventos a marcar",
    required: "Obrigatório",
    test: "Ida e volta",
    testHint:
      "Envia um evento de teste assinado para o URL acima, a partir de fora, e diz o que o impede.",
    testAccount: "Conta cujo segredo assina o evento de teste",
    send: "Enviar um evento de teste",
    needsAccount:
      "Adicione primeiro uma conta de comerciante: é o segredo do webhook dela que assina.",
    foundWithout: "Pagamentos encontrados sem webhook, últimos 7 dias",
    notArriving: "Os seus webhooks não estão a chegar.",
    deliveries: "Últimas entregas",
    noDeliveries:
      "Ainda não chegou nada. Envie um evento de teste ou faça um pagamento de teste.",
    state: {
      received: "Em espera",
      done: "Tratado",
      parked: "Posto de parte",
    },
    advanced: "Avançado",
    advancedHint:
      "Deixe como está, a não ser que o apoio do gateway peça uma alteração.",
    toleranceHint:
      "De 0 a 86 400. Os webhooks que se dizem mais antigos são recusados; 0 desliga esta verificação.",
    variantHint: "Aceitar só uma forma de assinar.",
    anyVariant: "Todos os formatos documentados",
  },
  regions: {
    title: "Regiões",
    description: "Onde os clientes podem escolher o pagamento com cartão.",
    none: "A loja ainda não tem regiões. Adicione uma em Definições → Regiões.",
    switchedOn: "O pagamento com cartão está ligado em {{name}}.",
    switchedOff: "O pagamento com cartão está desligado em {{name}}.",
    unserved:
      "Nenhuma conta aceita {{currency}} no modo {{mode}}: aqui os pagamentos com cartão são recusados. Adicione uma conta ou desligue isto.",
    wouldBeUnserved:
      "Ainda nenhuma conta aceita {{currency}} no modo {{mode}}. Adicione uma antes de ligar isto.",
  },
  history: {
    title: "Histórico de alterações",
    description:
      "Quem alterou o quê e quando. Os segredos nunca são registados.",
    none: "Ainda nada foi alterado.",
    more: "Mostrar mais",
    settings: "Definições",
    account: "Conta “{{name}}”",
    system: "Sistema",
    to: "passa a",
    words: {
      set: "definido",
      changed: "alterado",
      removed: "removido",
      added: "adicionada",
      deleted: "eliminada",
      forgotten: "esquecido",
      madeCurrent: "o próximo passou a atual",
      yes: "ligado",
      no: "desligado",
    },
  },
  accounts,
  ...diagnosis,
}

export default texts
