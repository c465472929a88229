/** Merchant accounts: the list and the form. */
const texts = {
  title: "Merchant accounts",
  description:
    "Most merchants have an account for each currency. A payment uses the account of the current mode that serves its currency.",
  ofConfig: "The one in the store's configuration",
  add: "Add account",
  addTitle: "Add a merchant account",
  editTitle: "Edit merchant account",
  formHint: "You find these values in the gateway's merchant portal.",
  none: {
    test: "No test account yet. Add one with the API URL and the API key from the gateway's test portal.",
    live: "No live account yet. Add one as soon as the bank has given you live access.",
  },
  test: "Test connection",
  saved: "Account “{{name}}” saved.",
  deleted: "Account “{{name}}” deleted.",
  unreadable: "Secrets cannot be read",
  openSessions: "Open payments: {{n}}",
  everyCurrency: "Every currency",
  notSet: "Not set",
  setBy: "Set on {{when}} by {{who}}",
  setAt: "Set on {{when}}",
  actionsOf: "Actions for account {{name}}",
  readOnly: {
    options:
      "This account comes from the plugin's options in medusa-config and is changed there.",
    environment:
      "This account comes from environment variables (BPC_API_URL, BPC_API_KEY, BPC_WEBHOOK_SECRET) and is changed there.",
  },
  overruled: {
    badge: "Not used",
    options:
      "No new payment uses this account: the one in the plugin's options serves all its currencies and comes first. To sell with this one, take the account out of medusa-config; or delete this one.",
    environment:
      "No new payment uses this account: the one in the environment variables serves all its currencies and comes first. To sell with this one, take BPC_API_URL and BPC_API_KEY out of the environment; or delete this one.",
  },
  hint: {
    name: "For you and your colleagues, such as “Euro shop”.",
    test: "No real money",
    live: "Real money",
    api_url: "With its path, as the portal shows it.",
    api_key: "It is stored encrypted and never shown again.",
    webhook_secret:
      "The portal shows it where you enter the webhook URL. You can add it later.",
    next_webhook_secret:
      "Only while you change the webhook secret: both are accepted until you make the new one current.",
    keep: "A secret ending in {{last4}} is stored. Leave this empty to keep it.",
    again:
      "The address leads to another server now. Enter this again: what is stored is sent only to the server that it was entered for.",
    currencies:
      "Switch off to choose the currencies that this account can take.",
  },
  searchCurrency: "Search for a currency",
  noCurrency: "No currency is called that.",
  chooseCurrency: "choose at least one, or switch “Every currency” on.",
  layout: {
    unknown: "Not known yet. The first real webhook sets it.",
    since: "Known since {{when}}. Webhooks in another layout are refused.",
    title: "Forget the layout?",
    text: "The next real webhook for “{{name}}” then sets the layout of the signature anew. Do this only after the gateway has changed how it signs.",
    go: "Forget the layout",
    forgotten: "Forgotten. The next real webhook sets the layout.",
  },
  promote: {
    title: "Make the next secret current?",
    text: "“{{name}}” then accepts only webhooks signed with the new secret. Do this after the gateway has begun to use it.",
    go: "Make current",
  },
  remove: {
    title: "Remove the next secret?",
    text: "“{{name}}” then accepts only webhooks signed with the current secret.",
    go: "Remove",
  },
  second: {
    title: "Second channel (Merchant REST API)",
    text: "Some gateways capture, release and refund only through their Merchant REST API; with the API login and password that the bank gives you, these steps go through it.",
    stored: "Set",
    hint: {
      api_login: "The bank gives it to you; it ends in -api.",
      api_password: "It is stored encrypted and never shown again.",
      keep: "One is stored. Leave this empty to keep it.",
      v1_api_url:
        "Leave this empty when the bank names no other: it is then found beside the API URL, at /payment/rest.",
    },
    remove: {
      title: "Remove the second channel?",
      text: "“{{name}}” then captures, releases and refunds through the gateway's main API only.",
      go: "Remove",
    },
    result: {
      ok: {
        title: "Second channel connected",
        fix: "The gateway's Merchant REST API answered and accepted the API login.",
      },
      wrong_login: {
        title: "Second channel: wrong login",
        fix: "The Merchant REST API does not accept this login and password, or the login may not read orders. Enter them again as the bank gave them and check that they belong to this mode (test or live).",
      },
      blocked: {
        title: "Second channel: blocked",
        fix: "Something in front of the Merchant REST API blocks our calls. Ask the bank to allow this server's address.",
      },
      unreachable: {
        title: "Second channel: unreachable",
        fix: "The Merchant REST API cannot be reached. Check its address and that this server may open connections to it.",
      },
      tls: {
        title: "Second channel: certificate trouble",
        fix: "The certificate at the Merchant REST API's address is not accepted. Check that the address names the right host.",
      },
      not_the_gateway: {
        title: "Second channel: wrong address",
        fix: "Something else answers at this address. Ask the bank for the address of the Merchant REST API and enter it with its path.",
      },
    },
  },
  delete: {
    title: "Delete account “{{name}}”?",
    text: "Its secrets are deleted for good. Payments made with it can then no longer be checked, captured or refunded from here.",
  },
}

export type AccountTexts = typeof texts

export default texts
