import type { AccountTexts } from "./en"

const texts: AccountTexts = {
  title: "Contas de comerciante",
  description:
    "A maioria dos comerciantes tem uma conta por moeda. Um pagamento usa a conta do modo atual que aceita a sua moeda.",
  ofConfig: "A da configuração da loja",
  add: "Adicionar conta",
  addTitle: "Adicionar uma conta de comerciante",
  editTitle: "Editar a conta de comerciante",
  formHint: "Encontra estes valores no portal de comerciantes do gateway.",
  none: {
    test: "Ainda não há conta de teste. Adicione uma com o URL da API e a chave da API do portal de testes do gateway.",
    live: "Ainda não há conta real. Adicione uma assim que o banco lhe der o acesso real.",
  },
  test: "Testar a ligação",
  saved: "Conta “{{name}}” guardada.",
  deleted: "Conta “{{name}}” eliminada.",
  unreadable: "Segredos ilegíveis",
  openSessions: "Pagamentos abertos: {{n}}",
  everyCurrency: "Todas as moedas",
  notSet: "Não definido",
  setBy: "Definido em {{when}} por {{who}}",
  setAt: "Definido em {{when}}",
  actionsOf: "Ações da conta {{name}}",
  readOnly: {
    options:
      "Esta conta vem das opções do plugin em medusa-config e altera-se lá.",
    environment:
      "Esta conta vem de variáveis de ambiente (BPC_API_URL, BPC_API_KEY, BPC_WEBHOOK_SECRET) e altera-se lá.",
  },
  overruled: {
    badge: "Não usada",
    options:
      "Nenhum pagamento novo usa esta conta: a das opções do plugin aceita todas as suas moedas e tem prioridade. Para vender com esta, retire a conta do medusa-config; ou elimine esta.",
    environment:
      "Nenhum pagamento novo usa esta conta: a das variáveis de ambiente aceita todas as suas moedas e tem prioridade. Para vender com esta, retire BPC_API_URL e BPC_API_KEY do ambiente; ou elimine esta.",
  },
  hint: {
    name: "Para si e para os seus colegas, por exemplo “Loja euro”.",
    test: "Sem dinheiro real",
    live: "Dinheiro real",
    api_url: "Com o caminho, tal como o portal o mostra.",
    api_key: "É guardada cifrada e nunca mais é mostrada.",
    webhook_secret:
      "O portal mostra-o onde se introduz o URL do webhook. Pode adicioná-lo mais tarde.",
    next_webhook_secret:
      "Só enquanto muda o segredo do webhook: ambos são aceites até tornar atual o novo.",
    keep: "Está guardado um segredo terminado em {{last4}}. Deixe vazio para o manter.",
    again:
      "O endereço leva agora a outro servidor. Introduza isto de novo: o que está guardado só é enviado ao servidor para o qual foi introduzido.",
    currencies: "Desligue para escolher as moedas que esta conta pode cobrar.",
  },
  searchCurrency: "Procurar uma moeda",
  noCurrency: "Nenhuma moeda tem esse nome.",
  chooseCurrency: "escolha pelo menos uma ou ligue “Todas as moedas”.",
  layout: {
    unknown: "Ainda não é conhecido. O primeiro webhook real define-o.",
    since: "Conhecido desde {{when}}. Webhooks noutro formato são recusados.",
    title: "Esquecer o formato?",
    text: "O próximo webhook real de “{{name}}” define então de novo o formato da assinatura. Faça-o apenas se o gateway tiver mudado a forma de assinar.",
    go: "Esquecer o formato",
    forgotten: "Esquecido. O próximo webhook real define o formato.",
  },
  promote: {
    title: "Tornar atual o próximo segredo?",
    text: "“{{name}}” aceitará então só webhooks assinados com o novo segredo. Faça-o depois de o gateway já o usar.",
    go: "Tornar atual",
  },
  remove: {
    title: "Remover o próximo segredo?",
    text: "“{{name}}” aceitará então só webhooks assinados com o segredo atual.",
    go: "Remover",
  },
  second: {
    title: "Segundo canal (Merchant REST API)",
    text: "Alguns gateways só capturam, libertam e reembolsam pela sua Merchant REST API; com o utilizador e a palavra-passe da API dados pelo banco, estes passos seguem por ela.",
    stored: "Definido",
    hint: {
      api_login: "É-lhe dado pelo banco; termina em -api.",
      api_password: "É guardada cifrada e nunca mais é mostrada.",
      keep: "Está guardado um valor. Deixe vazio para o manter.",
      v1_api_url:
        "Deixe vazio se o banco não indicar outro: fica então ao lado do URL da API, em /payment/rest.",
    },
    remove: {
      title: "Remover o segundo canal?",
      text: "“{{name}}” passa a capturar, libertar e reembolsar apenas pela API principal do gateway.",
      go: "Remover",
    },
    result: {
      ok: {
        title: "Segundo canal ligado",
        fix: "A Merchant REST API do gateway respondeu e aceitou o utilizador da API.",
      },
      wrong_login: {
        title: "Segundo canal: acesso errado",
        fix: "A Merchant REST API não aceita este utilizador e palavra-passe, ou o utilizador não pode ler pedidos. Introduza-os tal como o banco os deu e verifique que pertencem a este modo (teste ou real).",
      },
      blocked: {
        title: "Segundo canal: bloqueado",
        fix: "Algo à frente da Merchant REST API bloqueia as nossas chamadas. Peça ao banco que permita o endereço deste servidor.",
      },
      unreachable: {
        title: "Segundo canal: inacessível",
        fix: "Não é possível contactar a Merchant REST API. Verifique o endereço e se este servidor pode abrir ligações até lá.",
      },
      tls: {
        title: "Segundo canal: problema de certificado",
        fix: "O certificado no endereço da Merchant REST API não é aceite. Verifique que o endereço indica o servidor certo.",
      },
      not_the_gateway: {
        title: "Segundo canal: endereço errado",
        fix: "Outra coisa responde neste endereço. Peça ao banco o endereço da Merchant REST API e introduza-o com o caminho.",
      },
    },
  },
  delete: {
    title: "Eliminar a conta “{{name}}”?",
    text: "Os seus segredos são eliminados de vez. Os pagamentos feitos com ela deixam de poder ser verificados, cobrados ou reembolsados aqui.",
  },
}

export default texts
