import { discount } from "../support/fractions"
import { eventually } from "../support/shopper"
import { OrderLife } from "./order-life"
import { type AllBooks, booksOf } from "./order-books"
import { pagesAskTooMuch } from "./order-links"
import { brokenOrderLife } from "./order-life-promise"
import { untilSettled } from "./until-settled"
import { orderOf } from "./order-of"
import { type Move, type MoveName, PERCENT_OFF } from "./order-step"
import { perform } from "./perform"
import { playRound } from "./play"
import { comeToRest } from "./rest"
import { type Scenario, type Step } from "./scenario"
import { type World } from "./world"

/*
 * One order from its sale to its end: edited, returned, exchanged, claimed, shipped, credited, captured and refunded by two clerks and in the
 * portal, while the gateway fails. Compared at rest, and after each single move of money.
 */

const discounted = new WeakSet<World>()

/** @returns what was wrong, in words */
export async function playOrderLife(
  world: World,
  scenario: Scenario
): Promise<string[]> {
  if (scenario.life?.fraction && !discounted.has(world)) {
    await discount(world.clerk, PERCENT_OFF)
    discounted.add(world)
  }
  await world.begin(scenario)
  const life = await sell(world, scenario)
  world.life = life
  const wrong: string[] = []
  for (const part of parts(scenario.rounds)) {
    const only = onlyMove(part)
    const before = only && (await booksOf(world, life))
    for (const round of part) {
      await playRound(world, round)
    }
    if (part.at(-1)?.[0]?.do === "settle") {
      wrong.push(...(await pagesAskTooMuch(world, life)))
    }
    if (only && before) {
      const after = await booksOf(world, life)
      world.note(inShort(after))
      wrong.push(...movedOnlyMoney(life, only, before, after))
    }
  }
  return [...wrong, ...(await atRest(world, life, scenario))]
}

/** Rounds up to the next in which everything comes to rest. */
function parts(rounds: Step[][]): Step[][][] {
  const ends = ([step]: Step[]) => step?.do === "settle"
  const end = rounds.findIndex(ends)
  return end < 0
    ? [rounds]
    : [rounds.slice(0, end + 1), ...parts(rounds.slice(end + 1))]
}

async function atRest(
  world: World,
  life: OrderLife,
  scenario: Scenario
): Promise<string[]> {
  await untilSettled(world)
  await comeToRest(world, scenario)
  const first = await booksOf(world, life)
  const broken = await brokenOrderLife(world, life, first)
  world.note(inShort(first))
  if (broken.length === 0) {
    return []
  }
  world.note(`--- a little later: ${broken.join("; ")}`)
  // The schedule's own tick may be in the middle of it.
  await untilSettled(world)
  await comeToRest(world, scenario)
  const books = await booksOf(world, life)
  world.note(inShort(books))
  return brokenOrderLife(world, life, books)
}

async function sell(
  world: World,
  { life: setting }: Scenario
): Promise<OrderLife> {
  const buyer = world.buyer(0)
  await perform(world, { do: "start", who: 0, tabs: 1 })
  await perform(world, {
    do: "pay",
    who: 0,
    page: 0,
    late: false,
    comesBack: 1,
  })
  const order = await eventually(
    () => orderOf(world, buyer),
    (found) => found !== undefined,
    60_000
  )
  await untilSettled(world)
  return new OrderLife(
    world,
    buyer,
    order?.orderId ?? "",
    setting?.ship !== "off"
  )
}

/** The move of money in a part in which nobody did anything else, begun and ended at rest. */
function onlyMove(rounds: Step[][]): Move | undefined {
  const steps = rounds.flat()
  const acts = steps.filter(
    ({ do: what }) => what === "order" || what === "both"
  )
  const [only] = acts
  return acts.length === 1 &&
    only?.do === "order" &&
    MONEY.has(only.move) &&
    steps.at(-1)?.do === "settle"
    ? only
    : undefined
}

const MONEY = new Set<MoveName>([
  "capture",
  "refund",
  "portal_capture",
  "portal_refund",
])

/**
 * A capture takes just itself off what an order owes. A refund gives back what the shop owes the shopper; what exceeds that is not asked for
 * again.
 */
function movedOnlyMoney(
  life: OrderLife,
  { move }: Move,
  before: AllBooks,
  after: AllBooks
): string[] {
  if (
    before.order.status === "canceled" ||
    before.order.openChange ||
    before.order.creditOpen
  ) {
    return []
  }
  const captured = life.major(after.gateway.captured - before.gateway.captured)
  const refunded = life.major(after.gateway.refunded - before.gateway.refunded)
  const owed = before.outstanding - captured
  const should = owed >= 0 ? owed : Math.min(0, owed + refunded)
  // The gateway's amounts are rounded ones: each of the two may be off by half a unit. And Medusa forgets a credit of one (decorateCartTotals).
  return Math.abs(after.outstanding - should) < life.major(2) + 0.00001
    ? []
    : [
        `${move}: captured ${captured}, refunded ${refunded}, and what the order owes went from ${before.outstanding} to ${after.outstanding}, not to ${should}`,
      ]
}

function inShort({
  gateway,
  order,
  outstanding,
  asked,
  pages,
}: AllBooks): string {
  const medusa = pages.map(
    ({ state, reason, medusaCaptured, medusaRefunded }) =>
      `${state}${reason ? `/${reason}` : ""} ${medusaCaptured}-${medusaRefunded}`
  )
  return `  = gateway ${gateway.captured}-${gateway.refunded} holds ${gateway.held}; Medusa ${medusa.join(", ")}; order ${order.status} ${order.countedCaptured}-${order.countedRefunded}, owes ${outstanding} (${order.pending}), asked ${asked}${order.openChange ? `, ${order.openChange} open` : ""}`
}
