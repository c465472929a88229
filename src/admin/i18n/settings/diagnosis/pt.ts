import type { Diagnosis } from "./en"

const texts: Diagnosis = {
  connection: {
    ok: {
      title: "Ligado",
      fix: "O gateway respondeu e aceitou a chave.",
    },
    wrong_key: {
      title: "Chave errada",
      fix: "O gateway não aceita esta chave da API. Copie-a de novo do portal e verifique se pertence a este modo (teste ou real).",
    },
    blocked: {
      title: "Bloqueado",
      fix: "Algo à frente do gateway bloqueia as nossas chamadas. Peça ao banco que permita o endereço deste servidor e os seus URL de retorno.",
    },
    unreachable: {
      title: "Inacessível",
      fix: "Não se consegue chegar ao gateway. Verifique se o URL da API não tem erros e se este servidor pode ligar-se a ele. Atrás de um proxy de saída, inicie o Medusa com HTTPS_PROXY.",
    },
    tls: {
      title: "Problema de certificado",
      fix: "O certificado do gateway não é aceite. Verifique se o URL da API indica o servidor certo. Se foi emitido por uma autoridade do próprio banco, ou se um proxy inspeciona o tráfego, inicie o Medusa com NODE_EXTRA_CA_CERTS=/caminho/da/autoridade.pem.",
    },
    not_the_gateway: {
      title: "Não é o gateway",
      fix: "Algo responde neste endereço, mas não a API do gateway. O URL da API tem de incluir o seu caminho.",
    },
  },
  webhookTest: {
    ok: {
      title: "Chegou",
      fix: "O evento de teste assinado voltou pelo endereço público. Os webhooks podem chegar.",
    },
    redirect: {
      title: "Redirecionado",
      fix: "O endereço redireciona e o gateway não segue. Use o endereço de destino como URL do backend.",
    },
    forbidden: {
      title: "Recusado (403)",
      fix: "Algo à frente da loja recusa o pedido. Deixe passar os pedidos para /webhooks/bpc na sua firewall ou proxy.",
    },
    not_found: {
      title: "Não encontrado (404)",
      fix: "Nada responde neste caminho. O URL do backend tem de levar ao próprio Medusa, com o prefixo do caminho, se houver.",
    },
    body_changed: {
      title: "Alterado pelo caminho",
      fix: "O pedido chegou, mas a assinatura já não batia certo: um proxy altera o conteúdo ou retira o cabeçalho X-Signature.",
    },
    body_read: {
      title: "Corpo já lido",
      fix: "O pedido chegou, mas um middleware ou um leitor de corpos da loja lê primeiro o conteúdo e não guarda os bytes, pelo que nenhuma assinatura pode ser verificada. Faça com que deixe de fora /webhooks/bpc ou guarde os bytes em req.rawBody.",
    },
    wrong_host: {
      title: "Servidor errado",
      fix: "O nome do servidor não existe ou responde outro. Verifique o URL do backend.",
    },
    unreachable: {
      title: "Inacessível",
      fix: "Não se consegue chegar ao endereço a partir deste servidor. Verifique se o URL do backend é o público.",
    },
    tls: {
      title: "Problema de certificado",
      fix: "O certificado deste endereço não é aceite. O gateway precisa de um de uma autoridade pública, para o servidor certo.",
    },
    server_error: {
      title: "Erro do servidor",
      fix: "A loja respondeu com um erro próprio. O registo do servidor nesse endereço diz qual.",
    },
    no_secret: {
      title: "Sem segredo de webhook",
      fix: "Esta conta ainda não tem segredo de webhook. Copie-o do portal do gateway e guarde-o primeiro.",
    },
    not_https: {
      title: "Sem https",
      fix: "O URL do backend não começa por https://, por isso nada foi enviado. Indique o endereço https público como URL do backend.",
    },
    inner_address: {
      title: "Endereço interno",
      fix: "Visto deste servidor, o URL do backend leva a uma rede privada ou a esta máquina, por isso nada foi enviado. Indique o endereço público; se já é esse, os webhooks podem chegar na mesma: observe as entregas.",
    },
  },
  problems: {
    no_account: {
      message:
        "Não há nenhuma conta de comerciante neste modo, por isso ninguém pode pagar com cartão.",
      action:
        "Adicione uma conta com o URL da API e a chave da API do portal do gateway.",
    },
    account_unreadable: {
      message:
        "Não se conseguem ler os segredos de uma conta, por isso as suas moedas são recusadas no pagamento. Nada se perdeu.",
      action:
        "Reponha a chave de cifra anterior ou introduza de novo os segredos da conta.",
    },
    no_encryption_key: {
      message:
        "BPC_ENCRYPTION_KEY não está definida, por isso não se podem guardar contas na administração.",
      action:
        "Crie uma chave com npx medusa-payment-bpc generate-key, defina BPC_ENCRYPTION_KEY em cada servidor e reinicie-os.",
    },
    no_webhook_secret: {
      message:
        "Uma conta não tem segredo de webhook, por isso os seus webhooks são recusados. As encomendas chegam na mesma, mas mais tarde.",
      action: "Copie o segredo do webhook do portal do gateway para a conta.",
    },
    gateway_key_refused: {
      message:
        "O gateway recusa a chave de API de uma conta: com ela nada se pode vender, cobrar ou reembolsar.",
      action:
        "Copie de novo a chave do portal do gateway, confirme que pertence a este modo e teste a ligação.",
    },
    gateway_blocked: {
      message:
        "Algo à frente do gateway bloqueia as chamadas de uma conta, por isso nada se pode vender com ela.",
      action:
        "Peça ao banco que permita o endereço deste servidor e os seus endereços de retorno, e teste a ligação.",
    },
    gateway_down: {
      message:
        "O gateway de uma conta não responde. Os pagamentos já feitos tornam-se encomendas assim que responder.",
      action:
        "Teste a ligação. Se o endereço está certo e este servidor pode ligar-se a ele, pergunte ao banco.",
    },
    checkouts_failing: {
      message:
        "As últimas compras não conseguiram iniciar um pagamento com cartão. Ninguém foi cobrado.",
      action:
        "Veja os outros problemas aqui, leia as palavras do gateway nos pagamentos falhados e teste a ligação da conta.",
    },
    options_account_wins: {
      message:
        "A conta das opções e do ambiente tem prioridade, por isso uma conta da administração nunca é usada para um pagamento novo.",
      action:
        "Retire a conta das opções ou do ambiente para vender com a da administração; ou elimine essa.",
    },
    region_without_account: {
      message:
        "Uma região oferece pagamento com cartão, mas nenhuma conta deste modo aceita a sua moeda: os seus clientes são recusados ao pagar.",
      action:
        "Acrescente a moeda a uma conta, crie uma conta para ela ou desligue o fornecedor nessa região.",
    },
    provider_gone: {
      message:
        "Há encomendas pagas através de um identificador de fornecedor que esta loja já não tem: o Medusa não as pode capturar nem reembolsar.",
      action:
        "Reponha o identificador anterior nas opções ou indique o fornecedor no módulo de pagamentos também com esse identificador.",
    },
    backend_url_insecure: {
      message: "No modo real, o URL do backend tem de ser acessível por https.",
      action: "Indique o endereço https público como URL do backend.",
    },
    backend_url_local: {
      message:
        "O URL do backend só leva a esta máquina: nem os webhooks nem os clientes que regressam lhe conseguem chegar.",
      action: "Indique o endereço público como URL do backend.",
    },
    storefront_url_insecure: {
      message: "No modo real, o URL da loja tem de ser acessível por https.",
      action: "Indique o endereço https público como URL da loja.",
    },
    storefront_url_local: {
      message:
        "O URL da loja só leva a esta máquina: depois de pagar, os clientes não chegam a lado nenhum.",
      action: "Indique o endereço público como URL da loja.",
    },
    test_mode: {
      message:
        "A loja está em modo de teste: as encomendas são criadas, mas não se cobra dinheiro real.",
      action: "Passe ao modo real quando estiver pronto para vender.",
    },
    held_payments: {
      message:
        "Há pagamentos retidos: foi recebido dinheiro que nem se tornou encomenda nem foi devolvido.",
      action: "Veja cada um e decida.",
    },
    order_payments_differ: {
      message:
        "Há encomendas com valores diferentes dos do gateway, por exemplo um reembolso que lá falhou mais tarde.",
      action: "Veja cada pagamento e decida.",
    },
    shipped_uncaptured: {
      message:
        "Há encomendas que já saíram e o dinheiro reservado para elas não pôde ser cobrado. Tenta-se de novo; se o banco libertar a reserva, o dinheiro perde-se.",
      action: "Veja cada pagamento, leia o motivo e cobre-o na sua encomenda.",
    },
    shipped_unpaid: {
      message:
        "Há encomendas que já saíram, e nem tudo o que saiu está reservado ou pago.",
      action:
        "Envie ao cliente uma ligação de pagamento, ou marque a encomenda como paga se já tem o dinheiro.",
    },
    parcel_rest_released: {
      message:
        "As encomendas são cobradas remessa a remessa, mas o gateway liberta o resto do valor reservado com a primeira cobrança. As remessas seguintes saem por pagar.",
      action: "Escolha cobrar toda a encomenda com a primeira remessa.",
    },
    released_unpaid: {
      message:
        "O que estava reservado para encomendas foi libertado, e as encomendas mantêm-se: ainda não estão pagas e já nada está reservado para elas.",
      action:
        "Envie ao comprador um link de pagamento a partir da encomenda, ou cancele a encomenda.",
    },
    payments_unreadable: {
      message:
        "Há pagamentos que não puderam ser lidos no gateway durante meia hora ou mais. O que lá lhes acontece não se vê aqui.",
      action:
        "Teste a ligação da conta e procure o pagamento no portal do gateway; o seu histórico diz o que o gateway respondeu.",
    },
    payments_stuck: {
      message:
        "Há pagamentos que não puderam ser resolvidos durante meia hora ou mais. Volta a ser tentado.",
      action:
        "Abra o pagamento e leia o motivo no seu histórico; prima “Verificar agora” quando a causa tiver desaparecido.",
    },
    money_in_doubt: {
      message:
        "Foram enviadas capturas, reembolsos ou libertações cujo resultado ainda não se conhece. Nada é enviado por cima.",
      action:
        "Procure-os no portal do gateway; o que lá estiver é registado aqui por si.",
    },
    charged_back: {
      message:
        "Pagamentos foram retirados pelo banco (chargeback). As suas encomendas continuam a mostrá-los como pagos.",
      action:
        "Responda ao banco antes do prazo, no portal do gateway, e anote em cada pagamento o que foi feito.",
    },
    refunds_failing: {
      message:
        "Há reembolsos automáticos que ainda não passaram. Voltam a ser tentados.",
      action:
        "Verifique no portal do gateway se este comerciante pode fazer reembolsos.",
    },
    old_authorizations: {
      message:
        "Há valores reservados em cartões que ninguém cobrou há dias. Os bancos libertam-nos ao fim de cerca de uma semana; então o dinheiro perde-se.",
      action: "Cobre ou anule estes pagamentos.",
    },
    parked_events: {
      message:
        "Há eventos de webhook que não puderam ser tratados após dez tentativas. A tarefa continua a seguir os pagamentos.",
      action: "Abra os pagamentos em causa e repita os eventos.",
    },
    webhooks_not_arriving: {
      message:
        "Os seus webhooks não estão a chegar: só a tarefa encontra os pagamentos, por isso as encomendas chegam mais tarde do que podiam.",
      action:
        "Verifique o URL do webhook no portal do gateway e envie um evento de teste.",
    },
    webhook_body_read: {
      message:
        "Os webhooks não podem ser verificados: um middleware ou um leitor de corpos da loja lê primeiro o conteúdo e não guarda os bytes. As encomendas chegam na mesma, mas mais tarde.",
      action:
        "Faça com que o seu próprio middleware deixe de fora /webhooks/bpc ou guarde os bytes em req.rawBody; depois envie um evento de teste.",
    },
    webhook_layout_refused: {
      message:
        "Webhooks com o segredo certo são recusados porque a assinatura tem um formato diferente do anterior. As encomendas chegam na mesma, mas mais tarde.",
      action:
        "Se o gateway mudou a forma de assinar, esqueça o formato na conta. Se não, mude o segredo dos webhooks.",
    },
    reconcile_silent: {
      message:
        "A tarefa que cuida dos pagamentos não está a correr. Os pagamentos cujo webhook se perdeu ficariam sem encomenda.",
      action:
        "Execute pelo menos um processo do Medusa em modo worker ou shared.",
    },
    in_memory_modules: {
      message:
        "O Medusa corre em vários processos, mas os seus bloqueios ou eventos vivem na memória de um só.",
      action:
        "Adicione o barramento de eventos Redis do Medusa e um fornecedor de bloqueios Redis ou PostgreSQL.",
    },
    shared_visitor_address: {
      message:
        "Todos os clientes chegam com o mesmo endereço, por isso partilham um limite e podem ter de esperar. Nenhum dinheiro depende disso.",
      action:
        "O Medusa confia num proxy e há dois à frente. Limite no exterior e ponha publicRequestsPerMinute a 0, ou deixe o interior passar o endereço do cliente como última entrada de X-Forwarded-For.",
    },
    clock_skew: {
      message:
        "O relógio deste servidor difere do relógio do gateway. Além de cinco minutos, os webhooks são recusados.",
      action: "Deixe o servidor acertar o relógio por NTP.",
    },
  },
}

export default texts
