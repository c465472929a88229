import { type StoryTexts } from "./texts"

const pt: StoryTexts = {
  reason: {
    amount_mismatch: "O valor no gateway difere do valor que esta loja pediu.",
    currency_mismatch:
      "A moeda no gateway difere da moeda que esta loja pediu.",
    reference_mismatch:
      "O pagamento no gateway tem outra referência que não a registada por esta loja.",
    duplicate_payment: "A encomenda já estava paga com outro pagamento.",
    cart_changed:
      "O total do carrinho mudou depois de aberta a página de pagamento.",
    cart_gone: "O carrinho deste pagamento já não existe.",
    completed_elsewhere:
      "O código próprio da loja concluiu este carrinho, e nenhuma encomenda está ligada a ele.",
    order_changed:
      "A encomenda já não pedia este valor: entretanto foi alterada, cancelada ou paga de outra forma.",
    order_impossible:
      "O Medusa recusou a encomenda, por exemplo porque um artigo estava esgotado.",
    no_order_after_retries: "A criação da encomenda falhou várias vezes.",
    refund_failed:
      "O dinheiro devia voltar ao comprador, mas o reembolso falhou várias vezes.",
    capture_failed: "A encomenda mostra uma captura que o gateway não tem.",
    shipped_uncaptured:
      "A encomenda já saiu, e o que está reservado para ela não pôde ser capturado.",
    order_canceled:
      "A encomenda foi cancelada, por isso este dinheiro deve ser devolvido.",
    order_total_differs:
      "A encomenda foi criada por um total diferente do que foi pago: o carrinho foi alterado, ou concluído por outro código, no mesmo momento.",
    refund_requested: "Uma pessoa reembolsou-o antes de ter uma encomenda.",
    booking_failed:
      "O que o gateway fez não pôde ser registado na encomenda após várias tentativas. Tenta-se de novo a cada hora.",
    gateway_refused: "O gateway recusou abrir uma página de pagamento.",
    gateway_silent:
      "O gateway não respondeu quando a página de pagamento devia ser aberta.",
    unknown_to_gateway: "O gateway não conhece esta página de pagamento.",
    replaced:
      "Uma página de pagamento mais recente da mesma compra tomou o seu lugar.",
    other: "Motivo: {{reason}}",
  },
  meaning: {
    creating: {
      money: "Nenhum dinheiro se moveu.",
      todo: "Está a ser pedida uma página de pagamento ao gateway. Não há nada a fazer.",
    },
    open: {
      money: "Ainda nenhum dinheiro se moveu. O comprador ainda pode pagar.",
      todo: "Não há nada a fazer: o gateway é consultado automaticamente até a página ser paga ou expirar.",
    },
    authorized: {
      money:
        "{{amount}} estão reservados no cartão do comprador. Ainda não os tem.",
      todo: "Capture-os aqui ou na encomenda, ou cancele a encomenda para os libertar. Uma reserva que ninguém captura caduca ao fim de alguns dias.",
    },
    authorized_part: {
      money: "Tem {{captured}} dos {{amount}} reservados.",
      todo: "Capture o resto aqui ou na encomenda. O que não for capturado é libertado para o comprador.",
    },
    authorized_no_order: {
      money:
        "{{amount}} estão reservados no cartão do comprador, e ainda não há encomenda.",
      todo: "A encomenda é criada automaticamente, com várias tentativas se for preciso. Se não mudar em alguns minutos, use “Verificar agora”.",
    },
    paid: {
      money: "Tem {{captured}}, e a encomenda tem o seu pagamento.",
      todo: "Não há nada a fazer.",
    },
    paid_part: {
      money:
        "Tem {{captured}} dos {{amount}} reservados. O resto foi libertado para o comprador.",
      todo: "Não há nada a fazer.",
    },
    paid_refunded_part: {
      money:
        "{{refunded}} de {{captured}} voltaram ao comprador. Fica com {{kept}}.",
      todo: "Não há nada a fazer.",
    },
    paid_no_order: {
      money: "Tem {{captured}}, e ainda não há encomenda.",
      todo: "A encomenda é criada automaticamente, com várias tentativas se for preciso. Se não mudar em alguns minutos, use “Verificar agora”.",
    },
    books_differ: {
      money: "A encomenda mostra outros valores que não os do gateway.",
      todo: "Compare a encomenda com o portal do gateway e depois resolva: envie o reembolso de novo se falhou, ou deixe como está e diga porquê.",
    },
    shipped_uncaptured: {
      money:
        "{{amount}} estão reservados no cartão do comprador, e a encomenda já saiu. Tem {{captured}} desse valor.",
      todo: "Tenta-se de novo automaticamente. Leia na cronologia porque falha e capture-os na encomenda antes que o banco liberte a reserva. Se já caducou, envie ao comprador uma ligação de pagamento.",
    },
    giving_back: {
      money:
        "Nenhuma encomenda pode usar este dinheiro, por isso volta ao comprador.",
      todo: "Não há nada a fazer. Se o reembolso continuar a falhar, o pagamento fica retido e aparece aqui a vermelho.",
    },
    kept: {
      money:
        "Uma pessoa decidiu ficar com este dinheiro. Nenhuma encomenda o tem.",
      todo: "Não há nada a fazer. A nota está no histórico.",
    },
    refunded: {
      money: "Todo o dinheiro voltou ao comprador: {{refunded}}.",
      todo: "Não há nada a fazer. Um banco pode demorar alguns dias a mostrar um reembolso.",
    },
    canceled: {
      money:
        "O pagamento foi cancelado. Nada foi cobrado, e uma reserva no cartão fica libertada.",
      todo: "Não há nada a fazer.",
    },
    expired: {
      money: "A página terminou sem pagamento. Nenhum dinheiro se moveu.",
      todo: "Não há nada a fazer. Se ainda chegar dinheiro, é tratado automaticamente.",
    },
    failed: {
      money:
        "Não houve página de pagamento que se pudesse usar. Nenhum dinheiro se moveu.",
      todo: "O comprador pode começar de novo o pagamento. Se acontecer muitas vezes, veja os problemas na página de definições BPC.",
    },
  },
  held: {
    amount_mismatch: {
      money:
        "O gateway pode ter cobrado um valor diferente do da encomenda. Nenhuma encomenda foi criada e nada foi devolvido.",
      todo: "Compare os dois valores no histórico e no portal do gateway e decida: reembolsar o comprador, ou ficar com o dinheiro e acertar o resto com ele.",
    },
    currency_mismatch: {
      money:
        "O gateway cobrou dinheiro noutra moeda. Nenhuma encomenda foi criada e nada foi devolvido.",
      todo: "Verifique a moeda da conta de comerciante no gateway e decida. O habitual é reembolsar o comprador.",
    },
    reference_mismatch: {
      money:
        "Não é certo que este dinheiro pertença a este carrinho. Nenhuma encomenda foi criada e nada foi devolvido.",
      todo: "Compare as duas referências no histórico e no portal do gateway e decida.",
    },
    duplicate_payment: {
      money:
        "O comprador pagou duas vezes. Tem este dinheiro além do da encomenda.",
      todo: "Reembolse, a não ser que tenha combinado outra coisa com o comprador.",
    },
    cart_changed: {
      money:
        "O comprador pagou o total antigo do carrinho. O dinheiro está consigo e nenhuma encomenda o tem.",
      todo: "Combine com o comprador e decida: reembolsar, ou ficar com o dinheiro e acertar a diferença.",
    },
    completed_elsewhere: {
      money:
        "O dinheiro está consigo. O código próprio da loja concluiu o carrinho, e esta extensão não consegue ver em que encomenda se tornou.",
      todo: "Procure a encomenda e compare o valor. Fique com o dinheiro se for dessa encomenda; caso contrário, reembolse o comprador. Um programador pode indicar o fluxo próprio da loja (opção completeCartWorkflow).",
    },
    cart_gone: {
      money:
        "O dinheiro está consigo, e já não há carrinho de que fazer uma encomenda.",
      todo: "Reembolse, ou fique com o dinheiro se criou a encomenda à mão.",
    },
    order_canceled: {
      money:
        "A encomenda está cancelada e o dinheiro não voltou todo ao comprador.",
      todo: "Decida com um reembolso, que também liberta uma reserva. Fique com o dinheiro só se assim combinou com o comprador, e diga-o na nota.",
    },
    order_changed: {
      money:
        "O dinheiro está consigo, e a encomenda que o pedia já não precisa dele.",
      todo: "Compare com a encomenda e decida: reembolse o comprador, ou fique com o dinheiro se assim combinaram.",
    },
    order_impossible: {
      money:
        "O dinheiro está consigo, e o Medusa não consegue criar a encomenda.",
      todo: "Leia no histórico o motivo dado pelo Medusa. Corrija-o (por exemplo, acrescentando stock) e crie a encomenda, ou reembolse o comprador.",
    },
    no_order_after_retries: {
      money: "O dinheiro está consigo, e a encomenda não pôde ser criada.",
      todo: "Leia o motivo no histórico, corrija-o e crie a encomenda; ou reembolse o comprador.",
    },
    refund_failed: {
      money:
        "O dinheiro ainda está consigo, e o comprador devia tê-lo de volta.",
      todo: "Decida pelo reembolso para tentar mais uma vez. Se reembolsar antes no portal do gateway, o pagamento atualiza-se aqui por si.",
    },
    other: {
      money: "O dinheiro fica onde está até decidir.",
      todo: "Leia o histórico e decida: reembolsar o comprador, ficar com o dinheiro ou criar a encomenda.",
    },
  },
  timeline: {
    created: "Um pagamento foi registado nesta loja.",
    page_opened: "O gateway abriu uma página de pagamento.",
    page_reused:
      "O comprador foi enviado de novo para a mesma página de pagamento.",
    create_failed: "Não foi possível abrir uma página de pagamento.",
    link_opened:
      "O comprador abriu a página de pagamento por uma ligação de pagamento.",
    link_revoked:
      "A ligação de pagamento foi revogada, por isso a sua página é fechada.",
    page_left:
      "A loja deixou esta página: o carrinho, a encomenda ou a forma de pagamento mudou, ou o pagamento foi iniciado de novo. Se não voltar a ser usada de imediato, é fechada.",
    page_closed:
      "A página foi fechada no gateway. Já não pode cobrar dinheiro.",
    webhook: "Um webhook do gateway foi recebido e tratado.",
    returned: "O comprador voltou da página de pagamento.",
    attempt_failed:
      "Uma tentativa de pagamento falhou. O comprador pode tentar de novo na mesma página.",
    charged_back: "O banco retirou-lhe o dinheiro (chargeback).",
    verified: "O gateway foi consultado e a sua resposta foi assumida.",
    mismatch: "A resposta do gateway não condiz com os registos desta loja.",
    order_placed: "A encomenda tem este pagamento.",
    order_failed: "A encomenda não pôde ser criada.",
    adopted: "O dinheiro chegou tarde e foi usado na compra atual do carrinho.",
    total_changed:
      "O carrinho foi alterado depois de este pagamento ter começado, por isso nada foi encomendado com este dinheiro.",
    started_again:
      "O comprador recomeçou enquanto a encomenda era criada. O que a primeira tentativa tinha registado foi descartado, para que o dinheiro conte uma só vez.",
    captured: "Foi capturado dinheiro.",
    refunded: "Foi reembolsado dinheiro ao comprador.",
    refund_pending: "Foi enviado um reembolso. O gateway ainda não o concluiu.",
    refund_failed: "Um reembolso falhou.",
    voided: "A reserva no cartão foi libertada. Nada foi cobrado.",
    expired: "A página de pagamento expirou sem pagamento.",
    canceled: "O pagamento foi cancelado no gateway.",
    held: "O pagamento fica retido até uma pessoa decidir.",
    gateway_error:
      "O gateway não deu uma resposta utilizável. É consultado de novo automaticamente.",
    in_doubt:
      "Não se sabe se isto chegou ao gateway. Os livros dele são lidos de novo por si, e nada é enviado duas vezes.",
    doubt_settled: "Os livros do gateway mostram agora o que aconteceu.",
    mirrored: "O que foi feito no portal do gateway foi registado no Medusa.",
    books_differ: "Os valores da encomenda e os do gateway divergem.",
    shipped_uncaptured:
      "A encomenda já saiu, e o seu dinheiro não pôde ser capturado.",
    released_unpaid:
      "A reserva foi libertada; a encomenda mantém-se e ainda não está paga. Já nada está reservado para ela.",
    retrying:
      "O que havia a fazer com este pagamento falhou. Volta a ser tentado por si.",
    recovered: "O que tinha falhado voltou a funcionar.",
    gave_up:
      "O gateway foi consultado durante muito tempo em vão. Já não é consultado por si; “Verificar agora” consulta-o mais uma vez.",
    checked: "Uma pessoa mandou consultar o gateway.",
    capture_requested: "Uma pessoa pediu uma captura na página do pagamento.",
    refund_requested: "Uma pessoa pediu um reembolso na página do pagamento.",
    resolved: "Uma pessoa decidiu sobre o pagamento retido.",
    other: "{{kind}}",
  },
}

export default pt
