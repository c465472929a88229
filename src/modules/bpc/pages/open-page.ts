import { setTimeout as pause } from "node:timers/promises"
import {
  type DecimalInput,
  type GatewayError,
  type Money,
  merchantReference,
  toMoney,
} from "../../../gateway"
import { type Account, type GatewayClients } from "../accounts"
import { type Configuration } from "../settings"
import {
  type CheckoutContext,
  isStillAsked,
  readCheckout,
} from "../core-tables"
import { type Database } from "../database"
import { type SessionLedger, type LedgerRow } from "../ledger"
import {
  cartChanging,
  notPayable,
  openedForAnother,
  returnNotAllowed,
  startedElsewhere,
} from "../refusals"
import {
  isAllowedReturn,
  newReturnSecret,
  returnToken,
} from "../return-address"
import { type Heartbeats } from "../watch"
import { registeredOtherwise } from "../money"

/** A page with less of its life left is not handed out again. */
export const MINIMUM_LIFE_SECONDS = 180
/** How long a second tab waits for the first one's create call; longer than the gateway's total timeout (30 s). */
const WAIT_FOR_OTHER_TAB_MS = 35_000

export type OpenPageInput = {
  paymentSessionId: string
  providerId: string
  amount: DecimalInput
  currencyCode: string
  /** The shopper's language as the browser sends it: a wish about words, nothing that money depends on. */
  language?: string
  /** Where the shopper wants to be led afterwards, as the browser or app sends it: taken only when it is on the allow-list. */
  returnTo?: string
  /** Only for a page of the same payment session whose amount changed: keeps `merchantReferenceId` unique. */
  referenceSuffix?: string
}

type Deps = {
  database: Database
  ledger: SessionLedger
  configuration: Configuration
  clients: GatewayClients
  heartbeats: Heartbeats
}

/**
 * Opens a hosted page for a payment session, or hands out the one that is open for the same amount (one open page per
 * cart). The ledger row is written before the gateway is called.
 *
 * @throws GatewayError with a sentence for the shopper and one for the merchant
 */
export async function openPage(
  deps: Deps,
  input: OpenPageInput
): Promise<LedgerRow> {
  const amount = payable(input)
  await mayReturnTo(deps, input.returnTo)
  const account = await deps.configuration.accountFor(amount.currency)
  const { context, reusable } = await readCheckout(deps.database, {
    paymentSessionId: input.paymentSessionId,
    accountId: account.id,
    amount,
    minimumLifeSeconds: MINIMUM_LIFE_SECONDS,
  })
  if (context.amountChanged) {
    throw cartChanging()
  }
  const taken =
    reusable &&
    (await deps.ledger.rebind(
      reusable.id,
      input.paymentSessionId,
      input.returnTo ?? null
    ))
  if (taken) {
    return taken
  }
  const row = await register(deps, input, { amount, account, context })
  if (row) {
    return row
  }
  const leftOver = await deps.ledger.retireLeftOver({
    paymentCollectionId: context.paymentCollectionId,
    minimumLifeSeconds: MINIMUM_LIFE_SECONDS,
  })
  return (
    (leftOver && (await register(deps, input, { amount, account, context }))) ||
    waitForOtherTab(deps, input, { amount, account })
  )
}

async function register(
  deps: Deps,
  input: OpenPageInput,
  {
    amount,
    account,
    context,
  }: { amount: Money; account: Account; context: CheckoutContext }
): Promise<LedgerRow | undefined> {
  const settings = await deps.configuration.settings()
  const client = deps.clients.for(account)
  const created = await deps.ledger.create({
    providerId: input.providerId,
    accountId: account.id,
    mode: account.mode,
    paymentSessionId: input.paymentSessionId,
    paymentCollectionId: context.paymentCollectionId,
    cartId: context.cartId,
    forOrderId: context.cartId ? null : context.orderId,
    merchantReferenceId: input.paymentSessionId + (input.referenceSuffix ?? ""),
    returnSecret: newReturnSecret(),
    amount,
    captureMethod: settings.captureMethod,
    email: context.customer.email ?? null,
    countryCode: context.countryCode,
    locale: input.language ?? context.locale,
    returnTo: input.returnTo ?? null,
  })
  if (!created) {
    return undefined
  }
  const returnUrl = `${settings.backendUrl}/bpc/return/`
  const answer = await client.createSession({
    amount,
    successUrl: returnUrl + returnToken(created, "success"),
    failureUrl: returnUrl + returnToken(created, "failure"),
    merchantReferenceId: merchantReference(created.merchantReferenceId),
    captureMethod: created.captureMethod,
    locale: settings.locale ?? input.language ?? context.locale ?? undefined,
    customer: context.customer,
  })
  if (!answer.ok) {
    await recordFailure(deps, created, answer.error)
    throw answer.error
  }
  const difference = registeredOtherwise(created, answer.value)
  if (difference) {
    await deps.ledger.refusedPage(created.id, answer.value, difference)
    await client.expireSession(answer.value.id)
    throw openedForAnother(difference)
  }
  const opened = await deps.ledger.opened(created.id, answer.value)
  if (answer.value.createdAt) {
    const skew = (Date.now() - answer.value.createdAt.getTime()) / 1000
    await deps.heartbeats.beat("clock", skew.toFixed(0))
  }
  if (!opened) {
    throw new Error(
      `The ledger row ${created.id} vanished while its page was opened`
    )
  }
  if (!(await isStillAsked(deps.database, opened))) {
    // Medusa deletes the sessions of a cart that changes, and has missed this one: it was not there yet.
    await deps.ledger.retire({
      paymentSessionId: opened.paymentSessionId,
      gatewaySessionId: answer.value.id,
    })
    throw cartChanging()
  }
  return opened
}

/**
 * A create call that failed leaves a row that no longer blocks the next try. When it is unknown whether the gateway opened a
 * page, the row stays findable by its reference: nobody has that page's address, but an event about it must find its owner.
 */
async function recordFailure(
  deps: Deps,
  row: LedgerRow,
  error: GatewayError
): Promise<void> {
  await deps.ledger.advance(row.id, {
    to: "failed",
    from: ["creating"],
    reason: error.outcomeUnknown ? "gateway_silent" : "gateway_refused",
    nextCheckInSeconds: null,
    entry: {
      kind: "create_failed",
      details: { kind: error.kind, code: error.code },
    },
  })
}

async function waitForOtherTab(
  deps: Deps,
  input: OpenPageInput,
  { amount, account }: { amount: Money; account: Account }
): Promise<LedgerRow> {
  const deadline = Date.now() + WAIT_FOR_OTHER_TAB_MS
  while (Date.now() < deadline) {
    await pause(150)
    const { reusable, context } = await readCheckout(deps.database, {
      paymentSessionId: input.paymentSessionId,
      accountId: account.id,
      amount,
      minimumLifeSeconds: 0,
    })
    const taken =
      reusable &&
      (await deps.ledger.rebind(
        reusable.id,
        input.paymentSessionId,
        input.returnTo ?? null
      ))
    if (taken) {
      return taken
    }
    // The other tab's create call failed, or its page ended meanwhile: this one may try.
    const row = await register(deps, input, { amount, account, context })
    if (row) {
      return row
    }
  }
  throw startedElsewhere()
}

async function mayReturnTo(
  { configuration }: Deps,
  returnTo: string | undefined
): Promise<void> {
  if (
    returnTo !== undefined &&
    !isAllowedReturn(returnTo, await configuration.settings())
  ) {
    throw returnNotAllowed(returnTo)
  }
}

function payable(input: OpenPageInput): Money {
  const money = toMoney(input.amount, input.currencyCode)
  if (!money.ok) {
    throw notPayable(
      `The amount ${describe(input.amount)} ${input.currencyCode.toUpperCase()} cannot be charged: ${money.error.message} No payment was started.`
    )
  }
  if (money.value.minor <= 0) {
    throw notPayable(
      `There is nothing to pay: the amount is ${describe(input.amount)} ${input.currencyCode.toUpperCase()}. No payment was started.`
    )
  }
  return money.value
}

function describe(amount: DecimalInput): string {
  return typeof amount === "number" || typeof amount === "string"
    ? String(amount).slice(0, 40)
    : JSON.stringify(amount).slice(0, 60)
}
