import { Refusal } from "../../packages/bpc-sandbox/src"
import { restock, sellOut } from "../support/warehouse"
import { clerkActs } from "./clerk-steps"
import { gatewayActs } from "./gateway-steps"
import { orderActs } from "./order-life-steps"
import { letTimePass } from "./rest"
import { type Step } from "./scenario"
import { shopperActs } from "./shopper-steps"
import { type World } from "./world"

/** Carries a step out and writes down what came of it. A step that its moment does not allow is a line in the story. */
export async function perform(world: World, step: Step): Promise<void> {
  const { do: name, ...rest } = step
  const what = `${name} ${JSON.stringify(rest)}`
  try {
    world.note(`${what}: ${await act(world, step)}`)
  } catch (error) {
    if (!isAnAnswer(error)) {
      throw error
    }
    world.note(`${what}: ${error.message}`)
  }
}

async function act(world: World, step: Step): Promise<string> {
  switch (step.do) {
    case "start":
    case "pay":
    case "decline":
    case "leave":
    case "return":
    case "quantity":
    case "store_credit":
    case "race":
    case "add_item":
    case "remove_item":
    case "other_method":
    case "complete":
    case "look":
    case "delete_cart":
      return shopperActs(world, step)
    case "webhooks":
    case "faults":
    case "replay":
    case "replay_all":
    case "expire":
    case "lie":
    case "portal":
    case "end_refunds":
      return gatewayActs(world, step)
    case "clerk":
    case "check":
    case "resolve":
      return clerkActs(world, step)
    case "order":
    case "both":
    case "settle":
      return orderActs(world, step)
    case "tick":
      await Promise.all(
        Array.from({ length: step.processes }, () => world.tick())
      )
      return "done"
    case "wait":
      await letTimePass(world, step.minutes)
      return "done"
    case "sell_out":
      await sellOut(world.store)
      return "done"
    case "restock":
      await restock(world.store)
      return "done"
  }
}

/** The sandbox or the shop said no: part of the story. Anything else is a mistake of the model's. */
function isAnAnswer(error: unknown): error is Error {
  return (
    error instanceof Refusal ||
    (error instanceof Error &&
      /^((GET|POST|DELETE) \/|\d{3} \{)/.test(error.message))
  )
}
