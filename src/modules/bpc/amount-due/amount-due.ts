import Big from "bignumber.js"
import {
  type CurrencyCode,
  type Money,
  moneyOf,
  toDecimal,
  toMoney,
} from "../../../gateway"
import {
  DECIMAL_NOISE,
  type Decimal,
  itemTotal,
  type Priced,
} from "./item-total"

/*
 * What a shopper is asked for, as a pure function of what Medusa has written down about an order. Nobody else says what an order
 * owes: payment links, open pages and decisions about money all come here with the facts of one moment.
 */

/** A constructor of our own: nobody else's configuration changes how an amount is counted. */
const BigNumber = Big.clone()
type BigNumber = Big

/** An item with a return under way, or one that a claim is about. */
export type ItemFacts = Priced &
  Readonly<{
    id: string
    /** Of a return, exchange or claim that is requested and not received. */
    expectedBack: Decimal
    /** Received or dismissed: Medusa's total is without it. */
    goneBack: Decimal
  }>

type Portion = Readonly<{ itemId: string; quantity: Decimal }>

export type ClaimFacts = Readonly<{
  sent: readonly Portion[]
  /** What it takes back, requested or received. */
  comesBack: readonly Portion[]
  shipping: readonly Priced[]
}>

export type PaymentFacts = Readonly<{
  amount: Decimal
  captured: Decimal
  /** What the order counts of its captures. */
  booked: Decimal
  /** The gateway holds nothing more of it than what was captured. */
  ended: boolean
}>

/** A payment collection that asks for money and has none, and that is no cart's. */
export type UnpaidCollection = Readonly<{ id: string; amount: Decimal }>

export type OrderFacts = Readonly<{
  canceled: boolean
  /** The order's total less its transactions, as Medusa stores it; null where it stored nothing. */
  pending: Decimal | null
  /** Refunds whose credit line Medusa has not written yet: the order's total still asks for them. Null where none is known. */
  uncredited: Decimal | null
  items: readonly ItemFacts[]
  claims: readonly ClaimFacts[]
  payments: readonly PaymentFacts[]
  /** Newest first. */
  unpaid: readonly UnpaidCollection[]
}>

/** The payment that an order asks for next. */
export type NextPayment = Readonly<{
  amount: Money
  /** The same in major units with all of Medusa's digits: what its books must get. */
  decimal: Decimal
  /** Null where Medusa has no collection that asks for it. */
  collection: UnpaidCollection | null
}>

/**
 * What a shopper still has to pay for an order: what Medusa's dashboard calls outstanding, never more than Medusa's unpaid
 * collections ask, less what is held already, and nothing for what a claim sends. Rounded once, half up, to the minor unit.
 */
export function amountDue(facts: OrderFacts, currency: CurrencyCode): Money {
  return rounded(decimalDue(facts, currency), currency)
}

/** Of several collections the one that asks most is paid first. */
export function nextPayment(
  facts: OrderFacts,
  currency: CurrencyCode
): NextPayment {
  const [collection = null] = asking(facts).sort(
    (a, b) => new BigNumber(b.amount).comparedTo(a.amount) ?? 0
  )
  const due = decimalDue(facts, currency)
  const decimal = collection ? BigNumber.min(due, collection.amount) : due
  return {
    amount: rounded(decimal, currency),
    decimal: decimal.toFixed(),
    collection,
  }
}

/** Something would be due if what claims send were not free: Medusa's dashboard calls it outstanding. */
export function sendsForFree(facts: OrderFacts): boolean {
  return decimalOwed({ ...facts, claims: [] }).isGreaterThan(decimalOwed(facts))
}

/**
 * Medusa calls an order square that owes no more than one smallest unit, and forgets such an amount in some of an order's versions and
 * not in others (utils, decorateCartTotals): nobody is asked for it.
 */
function decimalDue(facts: OrderFacts, currency: CurrencyCode): BigNumber {
  const owed = decimalOwed(facts)
  const forgotten = new BigNumber(toDecimal(moneyOf(1, currency)))
  return owed.isGreaterThan(forgotten.plus(DECIMAL_NOISE))
    ? owed
    : new BigNumber(0)
}

function decimalOwed(facts: OrderFacts): BigNumber {
  if (facts.canceled) {
    return new BigNumber(0)
  }
  const owed = new BigNumber(facts.pending ?? 0)
    .minus(BigNumber.max(0, facts.uncredited ?? 0))
    .minus(expectedBack(facts.items))
    .minus(claimed(facts))
    .minus(sum(facts.payments.map(held)))
  const collections = asking(facts)
  const due =
    collections.length > 0
      ? BigNumber.min(owed, sum(collections.map(({ amount }) => amount)))
      : owed
  return BigNumber.max(0, due)
}

/** One of zero is what Medusa leaves behind when a change made nothing owed; it asks nobody for anything. */
function asking({ unpaid }: OrderFacts): UnpaidCollection[] {
  return unpaid.filter(({ amount }) => new BigNumber(amount).isGreaterThan(0))
}

/**
 * Money that Medusa's payments hold and its order does not count yet: a hold on a card that nobody captured, or a capture whose
 * transaction is still being written. Asking for it once more would make the shopper pay twice.
 */
function held({ amount, captured, booked, ended }: PaymentFacts): BigNumber {
  return BigNumber.max(
    0,
    new BigNumber(ended ? captured : amount).minus(booked)
  )
}

/** Medusa stores what an order owes with the goods that it expects back, and leaves them out whenever it shows it. */
function expectedBack(items: readonly ItemFacts[]): BigNumber {
  return sum(items.map((item) => itemTotal(item, item.expectedBack)))
}

/**
 * What an order owes by what Medusa shows and its workflows work with, below zero where it owes the shopper: what it stored, less the goods
 * that it expects back.
 *
 * @param pending as Medusa stored it
 * @param items those with a return under way
 */
export function pendingShown(
  pending: Decimal | null,
  items: readonly ItemFacts[]
): Decimal {
  return new BigNumber(pending ?? 0).minus(expectedBack(items)).toFixed()
}

/** What claims add to the total: each for itself, since what one takes back is owed to the shopper whatever another one sends. */
function claimed(facts: OrderFacts): BigNumber {
  const items = new Map(facts.items.map((item) => [item.id, item]))
  return sum(
    facts.claims.map(({ sent, comesBack, shipping }) => {
      const sends = sent.map(({ itemId, quantity }) => {
        const item = items.get(itemId)
        return item ? itemTotal(item, stillCounted(item, quantity)) : 0
      })
      const takes = comesBack.map(({ itemId, quantity }) => {
        const item = items.get(itemId)
        return item ? itemTotal(item, quantity) : 0
      })
      return BigNumber.max(
        0,
        sum([
          ...sends,
          ...shipping.map((method) => itemTotal(method, method.quantity)),
        ]).minus(sum(takes))
      )
    })
  )
}

/** What a claim sent may have been sent back since: that is off the total already. */
function stillCounted(item: ItemFacts, sent: Decimal): Decimal {
  const left = new BigNumber(item.quantity)
    .minus(item.goneBack)
    .minus(item.expectedBack)
  return BigNumber.max(0, BigNumber.min(left, sent)).toFixed()
}

function sum(amounts: readonly (BigNumber | Decimal | 0)[]): BigNumber {
  return amounts.reduce<BigNumber>(
    (total, amount) => total.plus(amount),
    new BigNumber(0)
  )
}

function rounded(amount: BigNumber, currency: CurrencyCode): Money {
  const money = toMoney(amount.toFixed(), currency)
  return money.ok ? money.value : moneyOf(0, currency)
}
