/** "Test connection": what came out, and what to do about it. */
export const connection = {
  ok: {
    title: "Connected",
    fix: "The gateway answered and accepted the key.",
  },
  wrong_key: {
    title: "Wrong key",
    fix: "The gateway does not accept this API key. Copy it again from the gateway's portal and check that it belongs to this mode (test or live).",
  },
  blocked: {
    title: "Blocked",
    fix: "Something in front of the gateway blocks our calls. Ask the bank to allow this server's address and your return URLs.",
  },
  unreachable: {
    title: "Unreachable",
    fix: "The gateway cannot be reached. Check the API URL for typing errors and that this server may open connections to it. Behind an outgoing proxy, start Medusa with HTTPS_PROXY.",
  },
  tls: {
    title: "Certificate trouble",
    fix: "The gateway's certificate is not accepted. Check that the API URL names the right host. If the bank's own authority issued it, or a proxy inspects the traffic, start Medusa with NODE_EXTRA_CA_CERTS=/path/to/that/authority.pem.",
  },
  not_the_gateway: {
    title: "Not the gateway",
    fix: "Something answers at this address, but not the gateway's API. The API URL must include its path.",
  },
}

/** The round trip of a test event. */
export const webhookTest = {
  ok: {
    title: "Arrived",
    fix: "The signed test event came back in through the public address. Webhooks can arrive.",
  },
  redirect: {
    title: "Redirected",
    fix: "The address redirects, and the gateway does not follow. Use the address that it redirects to as backend URL.",
  },
  forbidden: {
    title: "Refused (403)",
    fix: "Something in front of the store refuses the request. Let requests to /webhooks/bpc pass your firewall or proxy.",
  },
  not_found: {
    title: "Not found (404)",
    fix: "Nothing answers at this path. The backend URL must lead to Medusa itself, with its path prefix if there is one.",
  },
  body_changed: {
    title: "Changed on the way",
    fix: "The request arrived, but its signature did not fit any more: a proxy changes the body or drops the X-Signature header.",
  },
  body_read: {
    title: "Body already read",
    fix: "The request arrived, but a middleware or body parser of the store reads its body first and keeps no bytes, so no signature can be checked. Let it leave out /webhooks/bpc, or keep the bytes in req.rawBody.",
  },
  wrong_host: {
    title: "Wrong host",
    fix: "The host name does not exist, or another server answers there. Check the backend URL.",
  },
  unreachable: {
    title: "Unreachable",
    fix: "The address cannot be reached from this server. Check that the backend URL is the public one.",
  },
  tls: {
    title: "Certificate trouble",
    fix: "The certificate at this address is not accepted. The gateway needs one from a public authority, for the right host.",
  },
  server_error: {
    title: "Server error",
    fix: "The store answered with an error of its own. The log of the server at that address says which.",
  },
  no_secret: {
    title: "No webhook secret",
    fix: "This account has no webhook secret yet. Copy it from the gateway's portal and save it first.",
  },
  not_https: {
    title: "Not https",
    fix: "The backend URL does not begin with https://, so nothing was sent. Set the public https address as backend URL.",
  },
  inner_address: {
    title: "Inner address",
    fix: "Seen from this server, the backend URL leads into a private network or to this machine, so nothing was sent. Set the public address; if it is the public one, webhooks may arrive all the same: watch the deliveries.",
  },
}

/** Problems of the health check by their code; numbers and names stand in the API's own sentence. */
export const problems = {
  no_account: {
    message:
      "There is no merchant account in this mode, so nobody can pay by card.",
    action:
      "Add an account with the API URL and the API key from the gateway's portal.",
  },
  account_unreadable: {
    message:
      "The secrets of an account cannot be read, so checkout refuses its currencies. Nothing is lost.",
    action:
      "Put the former encryption key back, or enter the account's secrets again.",
  },
  no_encryption_key: {
    message:
      "BPC_ENCRYPTION_KEY is not set, so accounts cannot be stored in the admin.",
    action:
      "Make a key with npx medusa-payment-bpc generate-key, set BPC_ENCRYPTION_KEY on every server and restart them.",
  },
  no_webhook_secret: {
    message:
      "An account has no webhook secret, so its webhooks are refused. Orders still come, but later.",
    action:
      "Copy the webhook secret from the gateway's portal into the account.",
  },
  gateway_key_refused: {
    message:
      "The gateway refuses the API key of an account: nothing can be sold, captured or refunded with it.",
    action:
      "Copy the key again from the gateway's portal, check that it belongs to this mode, and test the connection.",
  },
  gateway_blocked: {
    message:
      "Something in front of the gateway blocks the calls of an account, so nothing can be sold with it.",
    action:
      "Ask the bank to allow this server's address and your return URLs, then test the connection.",
  },
  gateway_down: {
    message:
      "The gateway of an account does not answer. Payments that were made become orders once it does.",
    action:
      "Test the connection. If the address is right and this server may open connections to it, ask the bank.",
  },
  checkouts_failing: {
    message:
      "The last checkouts could not start a card payment. Nobody was charged.",
    action:
      "Look at the other problems here, read the gateway's words at the failed payments, and test the account's connection.",
  },
  options_account_wins: {
    message:
      "The account of options and environment wins, so an account of the admin is never used for a new payment.",
    action:
      "Take the account out of the options or the environment to sell with the admin's; or delete that one.",
  },
  region_without_account: {
    message:
      "A region offers card payment, but no account of this mode serves its currency: its shoppers are refused at checkout.",
    action:
      "Add the currency to an account, add an account for it, or switch the provider off in that region.",
  },
  provider_gone: {
    message:
      "Orders were paid through a provider id that this store no longer has: Medusa can neither capture nor refund them.",
    action:
      "Put the former id back into the options, or list the provider in the payment module under that id as well.",
  },
  backend_url_insecure: {
    message: "In live mode the backend URL must be reachable over https.",
    action: "Set the public https address as backend URL.",
  },
  backend_url_local: {
    message:
      "The backend URL leads to this machine only: webhooks and returning shoppers cannot reach it.",
    action: "Set the public address as backend URL.",
  },
  storefront_url_insecure: {
    message: "In live mode the storefront URL must be reachable over https.",
    action: "Set the public https address as storefront URL.",
  },
  storefront_url_local: {
    message:
      "The storefront URL leads to this machine only: shoppers are led nowhere after they have paid.",
    action: "Set the public address as storefront URL.",
  },
  test_mode: {
    message:
      "The shop is in test mode: orders are placed, but no real money is taken.",
    action: "Switch to live mode when you are ready to sell.",
  },
  held_payments: {
    message:
      "Payments are held: money was taken that neither became an order nor was given back.",
    action: "Look at each and decide.",
  },
  order_payments_differ: {
    message:
      "Orders show other amounts than the gateway has, such as a refund that failed there later.",
    action: "Look at each payment and decide.",
  },
  shipped_uncaptured: {
    message:
      "Orders have left, and the money held for them could not be captured. It is tried again; once the bank releases the hold, the money is lost.",
    action: "Look at each payment, read why, and capture it on its order.",
  },
  shipped_unpaid: {
    message: "Orders have left, and not all of what left is held or paid.",
    action:
      "Send the shopper a payment link, or mark the order as paid if you have the money.",
  },
  parcel_rest_released: {
    message:
      "Orders are captured parcel by parcel, but the gateway releases the rest of a held amount with the first capture. Later parcels leave unpaid.",
    action: "Choose to capture the whole order with its first parcel.",
  },
  released_unpaid: {
    message:
      "What was held for orders was released, and the orders stand: they still owe money, and nothing is held for it any more.",
    action:
      "Send the shopper a payment link from the order, or cancel the order.",
  },
  payments_unreadable: {
    message:
      "Payments could not be read at the gateway for half an hour or longer. What becomes of them there is not seen here.",
    action:
      "Test the connection of the account, and look for the payment in the gateway's portal; its timeline says what the gateway answered.",
  },
  payments_stuck: {
    message:
      "Payments could not be settled for half an hour or longer. It is tried again.",
    action:
      "Open the payment and read why in its timeline; press “Check now” when the cause is gone.",
  },
  money_in_doubt: {
    message:
      "Captures, refunds or releases were sent, and their outcome is still not known. Nothing is sent on top of them.",
    action:
      "Look them up in the gateway's portal; what is found there is booked here by itself.",
  },
  charged_back: {
    message:
      "Payments were taken back by the bank (chargeback). Their orders still show them as paid.",
    action:
      "Answer the bank before its deadline, in the gateway's portal, and write down at each payment what was done.",
  },
  refunds_failing: {
    message:
      "Automatic refunds have not gone through yet. They are tried again.",
    action:
      "Check in the gateway's portal that refunds are allowed for this merchant.",
  },
  old_authorizations: {
    message:
      "Amounts are held on cards and nobody has captured them for days. Banks release them after about a week; then the money is lost.",
    action: "Capture or cancel these payments.",
  },
  parked_events: {
    message:
      "Webhook events could not be handled after ten attempts. The payments themselves are still followed by the job.",
    action: "Open the payments concerned and retry the events.",
  },
  webhooks_not_arriving: {
    message:
      "Your webhooks are not arriving: payments are found by the job only, so orders come later than they could.",
    action:
      "Check the webhook URL in the gateway's portal and send a test event.",
  },
  webhook_body_read: {
    message:
      "Webhooks cannot be verified: a middleware or body parser of the store reads their body first and keeps no bytes. Orders still come, but later.",
    action:
      "Let your own middleware leave out /webhooks/bpc, or keep the bytes in req.rawBody; then send a test event.",
  },
  webhook_layout_refused: {
    message:
      "Webhooks that carry the right secret are refused, because they are signed in another layout than before. Orders still come, but later.",
    action:
      "If the gateway has changed how it signs, forget the layout at the account. If it has not, change the webhook secret.",
  },
  reconcile_silent: {
    message:
      "The job that looks after payments is not running. Payments whose webhook got lost would stay without an order.",
    action: "Run at least one Medusa process in worker or shared mode.",
  },
  in_memory_modules: {
    message:
      "Medusa runs in several processes, but its locks or events live in the memory of one.",
    action:
      "Add Medusa's Redis event bus and a Redis or PostgreSQL locking provider.",
  },
  shared_visitor_address: {
    message:
      "All shoppers arrive with one address, so that they share one limit and may be asked to wait. No money depends on it.",
    action:
      "Medusa trusts one proxy, and there are two in front of it. Limit in the outer one and set publicRequestsPerMinute to 0, or let the inner one pass the shopper's address as the last entry of X-Forwarded-For.",
  },
  clock_skew: {
    message:
      "This server's clock differs from the gateway's. Beyond five minutes webhooks are refused.",
    action: "Let the server set its clock by NTP.",
  },
}

export type Diagnosis = {
  connection: typeof connection
  webhookTest: typeof webhookTest
  problems: typeof problems
}
