import { interleavingOf } from "../support/interleave"
import { type OrderLife } from "./order-life"
import {
  claim,
  edit,
  endOpen,
  exchange,
  returnOne,
  takeBack,
} from "./order-changes"
import { askedOf, openLink, payLink } from "./order-links"
import { addCredit, inPortal, markAsPaid, moveMoney } from "./money-moves"
import { untilSettled } from "./until-settled"
import { type Move, type OrderStep } from "./order-step"
import { type World } from "./world"

/** How long whoever waits for the one that is held keeps it waiting. */
const PATIENCE_MS = 300

/** What becomes of an order after its sale. @returns the answers */
export async function orderActs(
  world: World,
  step: OrderStep
): Promise<string> {
  const { life } = world
  if (!life) {
    return "no order"
  }
  switch (step.do) {
    case "order":
      await prepare(world, life, step)
      return make(world, life, step, true)
    case "both":
      return bothAct(world, life, step)
    case "settle":
      await untilSettled(world)
      return "done"
  }
}

async function bothAct(
  world: World,
  life: OrderLife,
  { first, second, at }: Extract<OrderStep, { do: "both" }>
): Promise<string> {
  await prepare(world, life, first)
  await prepare(world, life, second)
  await untilSettled(world)
  const said: string[] = []
  const act = (move: Move) => () =>
    make(world, life, move, false)
      .catch(refused)
      .then((words) => said.push(`${move.move}: ${words}`))
  const interleaving = interleavingOf(world.store)
  const came = await interleaving.run(at, act(first), act(second), PATIENCE_MS)
  if (came) {
    life.pairs.push([first.move, second.move].sort().join("+"))
  }
  const how = came
    ? `held at ${at}`
    : `one after the other, in ${interleaving.steps} steps`
  return `${how}; ${said.join("; ")}`
}

/** What must be so before a move is more than a refusal. Whatever stands in the way of it is part of the story. */
async function prepare(
  world: World,
  life: OrderLife,
  { move }: Move
): Promise<void> {
  const { orderClerk } = life
  const quietly = (work: Promise<unknown>) =>
    work.then(
      (words) => world.note(`  prepared: ${String(words)}`),
      (error: unknown) => world.note(`  not prepared: ${refused(error)}`)
    )
  switch (move) {
    case "return":
    case "exchange":
    case "claim":
      if (!(await orderClerk.anythingSent())) {
        await quietly(orderClerk.ship(1))
      }
      return
    case "receive":
    case "take_back":
      if (!(await orderClerk.anythingComing())) {
        await prepare(world, life, plain("return"))
        await quietly(make(world, life, plain("return"), false))
      }
      return
    case "refund":
    case "portal_refund":
      if ((await life.pages()).every(({ captured }) => captured === 0)) {
        await quietly(
          make(world, life, { ...plain("capture"), part: "third" }, false)
        )
      }
      return
    case "credit":
    case "mark_as_paid":
    case "pay_link":
    case "open_link":
      if ((await askedOf(world, life)).asked === 0) {
        await quietly(make(world, life, plain("edit_up"), false))
      }
      return
    case "end_open":
      await quietly(
        make(world, life, { ...plain("edit_up"), end: "begun" }, false)
      )
      return
    case "edit_up":
    case "edit_down":
    case "ship":
    case "capture":
    case "cancel_order":
    case "portal_capture":
    case "portal_void":
      return
  }
}

async function make(
  world: World,
  life: OrderLife,
  step: Move,
  insists: boolean
): Promise<string> {
  const { orderClerk, buyer } = life
  life.moves.push(step.move)
  switch (step.move) {
    case "edit_up":
    case "edit_down":
      await edit(orderClerk, buyer.market, step)
      return step.end
    case "return":
      await returnOne(orderClerk, step)
      return step.end
    case "receive":
      await orderClerk.receive()
      return "received"
    case "exchange":
      await exchange(orderClerk, step)
      return step.end
    case "claim":
      await claim(orderClerk, step)
      return step.end
    case "ship": {
      const quantity = step.part === "all" ? undefined : 1
      await (step.other
        ? orderClerk.handOver(quantity)
        : orderClerk.ship(quantity))
      return "left"
    }
    case "credit":
      return addCredit(world, life, step)
    case "capture":
    case "refund":
      return moveMoney(world, life, step.move, step, insists)
    case "cancel_order": {
      const { status, body } = await world.clerk.cancelOrder(life.orderId)
      return `${status} ${body.message ?? ""}`
    }
    case "mark_as_paid":
      return markAsPaid(world, life)
    case "portal_capture":
      return inPortal(world, life, "capture", step)
    case "portal_refund":
      return inPortal(world, life, "refund", step)
    case "portal_void":
      return inPortal(world, life, "void", step)
    case "open_link":
      return openLink(world, life)
    case "pay_link":
      return payLink(world, life)
    case "end_open":
      return endOpen(world, orderClerk, step)
    case "take_back":
      return takeBack(world, orderClerk)
  }
}

const plain = (move: Move["move"]): Move => ({
  move,
  end: "done",
  part: "all",
  other: false,
})

const refused = (error: unknown) =>
  error instanceof Error ? error.message.slice(0, 300) : String(error)
