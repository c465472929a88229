import { CLERK_MOVES, type ClerkMove, type Move } from "./order-step"
import { type Market, type Scenario, type Step } from "./scenario"

/*
 * Every two of a clerk's moves in the same instant, by force, a few of them in each story.
 */

export type Pair = readonly [ClerkMove, ClerkMove]

/** A move with itself included. */
export const PAIRS: readonly Pair[] = CLERK_MOVES.flatMap((first, index) =>
  CLERK_MOVES.slice(index).map((second): Pair => [first, second])
)

/** Nothing can be done with an order afterwards. */
const LAST: ClerkMove = "cancel_order"
const IN_A_STORY = 5
const MARKETS: Market[] = ["eur", "jpy", "kwd", "usd"]
const SHIPS = ["off", "parcel", "off", "whole"] as const
const PARTS = ["third", "uneven", "unit", "all"] as const

/** A move is held before one of so many of its first steps; it has at least as many. */
const STEPS: Readonly<Record<ClerkMove, number>> = {
  edit_up: 20,
  edit_down: 20,
  return: 20,
  receive: 20,
  exchange: 20,
  claim: 20,
  ship: 10,
  credit: 5,
  capture: 3,
  refund: 3,
  cancel_order: 3,
  mark_as_paid: 3,
}

/** One of the two is held before a step of its own; which of them, and before which step, differs from pair to pair. */
export function pairStories(): { pairs: Pair[]; scenario: Scenario }[] {
  const stories: Pair[][] = []
  const living = PAIRS.filter((pair) => !pair.includes(LAST))
  const ending = PAIRS.filter((pair) => pair.includes(LAST))
  for (let begin = 0; begin < living.length; begin += IN_A_STORY) {
    const last = ending.slice(stories.length, stories.length + 1)
    stories.push([...living.slice(begin, begin + IN_A_STORY), ...last])
  }
  return stories.map((pairs, index) => ({
    pairs,
    scenario: {
      capture: index % 3 === 2 ? "automatic" : "manual",
      partialCapture: "keeps_rest",
      latePayment: "refund",
      refunds: "instant",
      shoppers: [MARKETS[index % MARKETS.length] ?? "eur"],
      ending: { webhooks: true, refunds: "succeeded" },
      life: {
        ship: SHIPS[index % SHIPS.length] ?? "off",
        quantity: 3,
        fraction: index % 2 === 1,
      },
      rounds: pairs.flatMap((pair, place) =>
        roundsOf(pair, index * IN_A_STORY + place)
      ),
    },
  }))
}

function roundsOf(pair: Pair, number: number): Step[][] {
  const [first, second] = number % 2 === 0 ? pair : [pair[1], pair[0]]
  return [
    [
      {
        do: "both",
        first: moveOf(first, number),
        second: moveOf(second, number + 1),
        at: (number * 5) % STEPS[first],
      },
    ],
    [{ do: "settle" }],
  ]
}

const moveOf = (move: ClerkMove, number: number): Move => ({
  move,
  end: "done",
  part: PARTS[number % PARTS.length] ?? "all",
  other: number % 3 === 1,
})
