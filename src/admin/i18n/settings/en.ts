import accounts from "./accounts/en"
import { connection, problems, webhookTest } from "./diagnosis/en"

const texts = {
  menu: "BPC Payments",
  title: "BPC Payments",
  description:
    "Card payments on the payment page of BPC Payment Gateway. Everything is set here; changes hold from the next checkout on, without a restart.",
  loading: "Loading",
  saved: "Saved.",
  never: "Never",
  unknown: "Not known yet",
  on: "On",
  off: "Off",
  optional: "optional",
  actions: {
    edit: "Edit",
    save: "Save",
    cancel: "Cancel",
    delete: "Delete",
    retry: "Try again",
    fix: "Go there",
  },
  errors: {
    load: "This could not be loaded.",
    network: "The server gave no answer. Check your connection and try again.",
  },
  lock: {
    options: "Set in options",
    environment: "Set in environment",
  },
  fields: {
    mode: "Mode",
    capture_method: "When the money is taken",
    capture_on_shipment: "Capture when the order ships",
    capture_warning_days: "Warn about uncaptured payments after",
    backend_url: "Backend URL",
    storefront_url: "Storefront URL",
    success_template: "Success address",
    failure_template: "Failure address",
    allowed_return_origins: "Allowed return origins",
    locale: "Language of the payment page",
    contact: "Contact for shoppers",
    late_payment: "Late or duplicate payment",
    webhook_tolerance_seconds: "Greatest age of a webhook, in seconds",
    webhook_signature_variant: "Signature layout",
    signature_layout: "Layout of the webhook signature",
    account: "Account",
    name: "Name",
    api_url: "API URL",
    api_key: "API key",
    webhook_secret: "Webhook secret",
    next_webhook_secret: "Next webhook secret",
    api_login: "API login",
    api_password: "API password",
    v1_api_url: "Merchant REST API URL",
    currencies: "Currencies served",
  },
  health: {
    title: "Health",
    good: "All is well",
    warned: "Working, with warnings",
    broken: "Needs you",
    allWell: "Everything that can be checked is in order.",
    error: "Error",
    warning: "Warning",
    lastGood: "Last good webhook",
    lastBad: "Last bad webhook",
    lastRun: "Job last ran",
    held: "Held payments",
    clock: "Clock difference to the gateway",
    seconds: "{{n}} s",
  },
  diagnosis: {
    button: "Download for support",
    hint: "Versions, settings without secrets, health and the last events: a file for whoever helps you. No secret and no personal data is in it.",
    failed: "The file could not be made. Try again.",
  },
  steps: {
    title: "Start selling",
    progress: "{{done}} of {{all}} steps done",
    done: "Done",
    key: {
      title: "Set the encryption key",
      text: "Secrets are stored encrypted. Make a key with: npx medusa-payment-bpc generate-key, set it as BPC_ENCRYPTION_KEY on every server and restart them once.",
      go: "See health",
    },
    account: {
      title: "Add a merchant account ({{mode}})",
      text: "Copy the API URL and the API key from the gateway's portal.",
      go: "Add account",
    },
    connection: {
      title: "Test the connection",
      text: "The test runs by itself when the account is saved. Its answer at the account says what to correct.",
      go: "See the answer",
    },
    webhook: {
      title: "Let the gateway tell the shop about payments",
      text: "Paste the webhook URL into the gateway's portal, tick the events, copy the webhook secret into the account and send a test event.",
      go: "Go to webhooks",
    },
    region: {
      title: "Switch card payments on in a region",
      text: "Shoppers of that region can then choose them at checkout.",
      go: "Go to regions",
    },
  },
  mode: {
    title: "Test or live",
    description: "Each mode has merchant accounts of its own.",
    test: "Test",
    live: "Live",
    hint: {
      test: "Test cards only, nothing is charged.",
      live: "Real cards, real money.",
    },
    now: {
      test: "Test mode: orders are placed, but no card is really charged.",
      live: "Live mode: shoppers pay with real money.",
    },
    saved: {
      test: "New checkouts are in test mode now.",
      live: "New checkouts take real money now.",
    },
    confirm: {
      title: "Go live?",
      text: "From now on, checkouts charge real cards. Payments already begun finish in the mode that they began in.",
      noAccount:
        "There is no live account yet: card payments are refused until you add one.",
      go: "Go live",
    },
  },
  capture: {
    title: "Capture",
    description: "When the money is taken from the shopper's card.",
    automatic: "At once",
    manual: "Manually",
    hint: {
      automatic: "The card is charged when the shopper pays.",
      manual:
        "The amount is held on the card, and taken when you capture it on the order.",
    },
    shipment: {
      off: "Never",
      whole: "With the first parcel, all of it",
      parcel: "Parcel by parcel",
    },
    shipmentHint: {
      off: "You capture by hand, on the order.",
      whole:
        "All of the held amount is captured when the first parcel leaves or is picked up.",
      parcel:
        "Each parcel or pick-up captures its own items: the shipping with the first, the rest with the last.",
    },
    restReleased:
      "The gateway of {{names}} releases the rest of a held amount with its first capture: later parcels would leave unpaid. Choose “With the first parcel, all of it”.",
    days: "{{n}} days",
    daysHint:
      "1 to 30 days. Banks release held amounts after about a week; then the money cannot be taken any more.",
  },
  urls: {
    title: "Addresses",
    description: "Where the gateway and returning shoppers find your shop.",
    afterSuccess: "After a payment",
    afterFailure: "After a failed payment",
    onlyStorefront: "Only the storefront",
    preview: "Preview",
    hint: {
      backend_url:
        "The public address of Medusa. Webhooks and returning shoppers arrive here.",
      storefront_url: "Without a path, such as https://shop.example.",
      success_template:
        "Placeholders: {storefront} {country} {order_id} {cart_id}",
      failure_template:
        "Placeholders: {storefront} {country} {reason} {cart_id}",
      allowed_return_origins:
        "One to a line. Other shops and apps that shoppers may return to; the storefront is always allowed.",
    },
  },
  shopper: {
    title: "Shoppers",
    description: "What shoppers see, and what happens to money nobody expects.",
    ownLanguage: "The shopper's own",
    contactHint:
      "An e-mail address, a web address or a phone number. Shown with the shop's name, the amount and a reference on the pages between the payment page and your shop.",
    noContact: "None; the pages name the shop only",
    localeHint:
      "Of the gateway's payment page and of the pages between it and your shop.",
    lateHint:
      "When a payment arrives that no order can be made for: too late, or a second time.",
    refund: "Refund by itself",
    hold: "Hold for a person",
    hint: {
      refund: "The shopper gets all of it back at once.",
      hold: "You decide under BPC payments. The money stays with you until then.",
    },
  },
  webhooks: {
    title: "Webhooks",
    description:
      "With these messages the gateway tells your shop about payments. Without them orders still come, but later.",
    url: "URL for the gateway's portal",
    copy: "Copy the webhook URL",
    events: "Events to tick",
    required: "Required",
    test: "Round trip",
    testHint:
      "Sends a signed test event to the URL above, from outside in, and says what is in its way.",
    testAccount: "Account whose secret signs the test event",
    send: "Send a test event",
    needsAccount: "Add a merchant account first: its webhook secret signs.",
    foundWithout: "Payments found without a webhook, last 7 days",
    notArriving: "Your webhooks are not arriving.",
    deliveries: "Last deliveries",
    noDeliveries:
      "Nothing has arrived yet. Send a test event, or make a test payment.",
    state: {
      received: "Waiting",
      done: "Handled",
      parked: "Parked",
    },
    advanced: "Advanced",
    advancedHint:
      "Leave these as they are unless the gateway's support asks for a change.",
    toleranceHint:
      "0 to 86,400. Webhooks that say they are older are refused; 0 switches this off.",
    variantHint: "Accept one way of signing only.",
    anyVariant: "Every documented layout",
  },
  regions: {
    title: "Regions",
    description: "Where shoppers can choose card payments at checkout.",
    none: "The store has no regions yet. Add one under Settings → Regions.",
    switchedOn: "Card payments are on in {{name}}.",
    switchedOff: "Card payments are off in {{name}}.",
    unserved:
      "No account serves {{currency}} in mode {{mode}}: checkout refuses card payments here. Add an account, or switch this off.",
    wouldBeUnserved:
      "No account serves {{currency}} in mode {{mode}} yet. Add one before you switch this on.",
  },
  history: {
    title: "History of changes",
    description: "Who changed what, and when. Secrets are never written down.",
    none: "Nothing has been changed yet.",
    more: "Show more",
    settings: "Settings",
    account: "Account “{{name}}”",
    system: "System",
    to: "to",
    words: {
      set: "set",
      changed: "changed",
      removed: "removed",
      added: "added",
      deleted: "deleted",
      forgotten: "forgotten",
      madeCurrent: "next one made current",
      yes: "on",
      no: "off",
    },
  },
  accounts,
  connection,
  webhookTest,
  problems,
}

export type SettingsTexts = typeof texts

export default texts
