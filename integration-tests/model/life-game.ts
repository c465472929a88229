import { discount } from "../support/fractions"
import { eventually } from "../support/shopper"
import { Life } from "./life"
import { type LifeBooks, booksOf } from "./life-books"
import { brokenLife } from "./life-promise"
import { settleLife } from "./life-rest"
import { orderOf } from "./order-of"
import { type Move } from "./order-step"
import { perform } from "./perform"
import { playRound } from "./play"
import { comeToRest } from "./rest"
import { type Scenario, type Step } from "./scenario"
import { type World } from "./world"

/*
 * One order from its sale to its end: edited, returned, exchanged, claimed, shipped, credited, captured and refunded by two clerks and in the
 * portal, while the gateway fails. Compared at rest, and after each single move of money.
 */

const PERCENT_OFF = 13.33
const discounted = new WeakSet<World>()

/** @returns what was wrong, in words */
export async function playLife(
  world: World,
  scenario: Scenario
): Promise<string[]> {
  await world.begin(scenario)
  const life = await sell(world, scenario)
  world.life = life
  const wrong: string[] = []
  let before: LifeBooks | undefined
  for (const round of scenario.rounds) {
    await playRound(world, round)
    const settled = round.some(({ do: what }) => what === "settle")
    const after = settled ? await booksOf(world, life) : undefined
    if (after) {
      world.note(inShort(after))
    }
    const only = onlyMove(round)
    if (before && after && only) {
      wrong.push(...movedOnlyMoney(life, only, before, after))
    }
    before = after
  }
  await settleLife(world)
  await comeToRest(world, scenario)
  const broken = await brokenLife(world, life)
  if (broken.length > 0) {
    world.note(`--- a little later: ${broken.join("; ")}`)
    // The schedule's own tick may be in the middle of it.
    await settleLife(world)
    await comeToRest(world, scenario)
    wrong.push(...(await brokenLife(world, life)))
  }
  world.note(inShort(await booksOf(world, life)))
  return wrong
}

async function sell(world: World, { life: setting }: Scenario): Promise<Life> {
  const buyer = world.buyer(0)
  if (setting?.fraction && !discounted.has(world)) {
    await discount(world.clerk, PERCENT_OFF)
    discounted.add(world)
  }
  if (setting && setting.quantity > 1) {
    await buyer.changeQuantity(setting.quantity)
  }
  if (setting?.fraction) {
    await buyer.useCode(`OFF-${PERCENT_OFF}`)
  }
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
  await settleLife(world)
  return new Life(world, buyer, order?.orderId ?? "", setting?.ship !== "off")
}

/** The move of a round in which nobody else did anything. */
function onlyMove(round: Step[]): Move | undefined {
  const acts = round.filter(
    ({ do: what }) => what === "order" || what === "both"
  )
  const [only] = acts
  return acts.length === 1 && only?.do === "order" ? only : undefined
}

const MONEY = new Set(["capture", "refund", "portal_capture", "portal_refund"])

/**
 * A capture takes just itself off what an order owes. A refund gives back what the shop owes the shopper; what exceeds that is not asked for
 * again.
 */
function movedOnlyMoney(
  life: Life,
  { move }: Move,
  before: LifeBooks,
  after: LifeBooks
): string[] {
  if (
    !MONEY.has(move) ||
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
  // The gateway's amounts are rounded ones: each of the two may be off by half a unit.
  return Math.abs(after.outstanding - should) < life.major(1) + 0.00001
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
}: LifeBooks): string {
  const medusa = pages.map(
    ({ state, reason, medusaCaptured, medusaRefunded }) =>
      `${state}${reason ? `/${reason}` : ""} ${medusaCaptured}-${medusaRefunded}`
  )
  return `  = gateway ${gateway.captured}-${gateway.refunded} holds ${gateway.held}; Medusa ${medusa.join(", ")}; order ${order.status} ${order.countedCaptured}-${order.countedRefunded}, owes ${outstanding} (${order.pending}), asked ${asked}${order.openChange ? `, ${order.openChange} open` : ""}`
}
