export default {
  card: {
    title: "Cartão",
    number: "Cartão",
    wallet: "Carteira",
    rrn: "Número de referência (RRN)",
    approval_code: "Código de autorização",
    three_d_secure: "3-D Secure",
    issuer: "Banco emissor",
    untold: "O gateway não indica",
    nothing:
      "O gateway não indicou nada sobre o cartão. Uma conta com login de API (segundo canal) recebe mais, pouco depois da venda.",
    copy: "Copiar para o banco",
    copied: "Copiado: cole na sua mensagem ao banco.",
    secure: {
      full: "Confirmado pelo banco",
      attempted: "Tentado, o banco não participa",
      none: "Não efetuado",
    },
    wallets: {
      apple_pay: "Apple Pay",
      google_pay: "Google Pay",
      samsung_pay: "Samsung Pay",
    },
  },
  export: {
    button: "Exportar",
    payments: "Pagamentos (CSV)",
    operations: "Capturas e reembolsos (CSV)",
    hint: "O que os filtros mostram, todas as páginas",
    busy: "O ficheiro está a ser criado …",
    failed: "Não foi possível criar o ficheiro. Tente novamente.",
  },
  decline: {
    refused: "Recusado: {{name}}",
    filter: "Recusado por",
    all: "Qualquer tentativa",
    name: {
      approved: "Aprovado",
      not_tried: "Saiu antes de pagar",
      page_expired: "Tempo esgotado",
      insufficient_funds: "Saldo insuficiente",
      limit: "Limite do cartão",
      card_data: "Dados do cartão errados",
      card_expired: "Cartão expirado",
      authentication: "Confirmação do banco falhou",
      bank_unreachable: "Banco inacessível",
      too_many_attempts: "Demasiadas tentativas",
      blocked: "Cartão bloqueado",
      merchant_setup: "Conta da loja",
      declined: "Recusado sem motivo",
      pending: "Ainda por decidir",
    },
    text: {
      approved: "O banco aceitou.",
      not_tried: "O comprador saiu da página antes de pagar.",
      page_expired: "O tempo para pagar esgotou-se.",
      insufficient_funds:
        "Não há saldo suficiente, ou o limite do cartão foi atingido. Outro cartão ou um valor menor pode funcionar.",
      limit:
        "O limite do cartão não permite este valor. O comprador pode falar com o seu banco ou usar outro cartão.",
      card_data: "O número, a validade ou o código de segurança estava errado.",
      card_expired: "O cartão expirou. O comprador precisa de outro.",
      authentication:
        "A confirmação do banco (3-D Secure) falhou ou não foi concluída. O comprador pode tentar de novo e confirmar a tempo.",
      bank_unreachable:
        "Não foi possível contactar o banco do comprador. Mais tarde pode funcionar.",
      too_many_attempts:
        "Demasiadas tentativas com este cartão. Só outro cartão serve.",
      blocked:
        "O banco bloqueou este cartão (perdido, roubado ou suspeita de fraude). Ao comprador só foi dito para usar outro cartão ou falar com o seu banco; não lhe diga mais.",
      merchant_setup:
        "A conta de comerciante da loja recusa isto. Pergunte ao seu banco com o código.",
      declined:
        "O banco recusou sem motivo. O comprador pode falar com o seu banco ou usar outro cartão.",
      pending: "O gateway ainda não decidiu.",
    },
  },
  chargeback: {
    badge: "Estornado pelo banco",
    money:
      "O banco retirou-lhe {{amount}} (chargeback). A encomenda continua a mostrá-lo como pago.",
    todo: "Responda ao banco antes do prazo, no portal do gateway ou como o seu banco pedir: com a prova de entrega ou aceitando. Os livros do Medusa ficam como estão. Anote aqui o que foi feito. Não reembolse também, senão o comprador fica com o dinheiro duas vezes.",
    noted: "O que foi feito está anotado na cronologia.",
    refundWarning:
      "O banco já retirou este pagamento. Um reembolso devolveria o dinheiro uma segunda vez.",
    action: "Anotar o que foi feito",
    title: "Chargeback",
    decision: "Anotar o que foi feito",
    decisionText:
      "Nada é enviado e nenhum livro muda. A nota fica na cronologia e o pagamento já não pede a atenção de ninguém.",
    since: "Visto",
  },
}
