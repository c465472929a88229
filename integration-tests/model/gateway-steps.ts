import { type Step } from "./scenario"
import { type World } from "./world"

type GatewayStep = Extract<
  Step,
  {
    do:
      | "webhooks"
      | "faults"
      | "replay"
      | "expire"
      | "lie"
      | "portal"
      | "end_refunds"
  }
>

/** What happens at the gateway: its moods, and what somebody does in its portal. @returns what came of it */
export async function gatewayActs(
  world: World,
  step: GatewayStep
): Promise<string> {
  const { gateway } = world
  switch (step.do) {
    case "webhooks":
      gateway.setFaults({ webhooks: step.how })
      return "so be it"
    case "faults":
      gateway.setFaults({ api: step.faults })
      return "so be it"
    case "replay":
      return replay(world, step.newest)
    case "end_refunds":
      return endRefunds(world, step.outcome)
    case "expire":
    case "lie":
    case "portal":
      return onPage(world, step)
  }
}

/** Sends the newest events once more, oldest of them last. */
async function replay({ gateway }: World, newest: number): Promise<string> {
  const events = gateway.deliveries().slice(-newest).reverse()
  const sent = await Promise.all(events.map(({ id }) => gateway.resend(id)))
  return sent
    .map(({ type, tries }) => `${type} ${tries.at(-1)?.status}`)
    .join(", ")
}

/** Ends every refund that is under way. */
export async function endRefunds(
  { gateway }: World,
  outcome: "succeeded" | "failed"
): Promise<string> {
  const pending = gateway
    .listSessions()
    .flatMap(({ refunds }) => refunds)
    .filter(({ status }) => status === "pending")
  for (const { id } of pending) {
    await gateway.settleRefund(id, outcome)
  }
  return `${pending.length} ${outcome}`
}

async function onPage(
  world: World,
  step: Extract<GatewayStep, { page: number }>
): Promise<string> {
  const { gateway } = world
  const page = world.buyer(step.who).page(step.page)
  if (!page) {
    return "no page"
  }
  switch (step.do) {
    case "expire":
      return (await gateway.expire(page)).status
    case "lie":
      gateway.setFaults({ tamper: { [page]: { amount: step.amount } } })
      return "so be it"
    case "portal":
      return inPortal(world, page, step)
  }
}

async function inPortal(
  { gateway }: World,
  page: string,
  { move, share }: Extract<GatewayStep, { do: "portal" }>
): Promise<string> {
  const books = gateway.getSession(page)
  const part = (whole: number) => Math.max(1, Math.ceil((whole * share) / 100))
  switch (move) {
    case "capture": {
      const amount = part(books.capturable)
      await gateway.portalCapture(page, amount)
      return `captured ${amount}`
    }
    case "refund": {
      const amount = part(books.refundable)
      await gateway.portalRefund(page, amount)
      return `refunded ${amount}`
    }
    case "void":
      await gateway.portalVoid(page)
      return "released"
  }
}
