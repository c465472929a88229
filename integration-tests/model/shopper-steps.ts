import { type ICartModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { interleavingOf } from "../support/interleave"
import { type Buyer } from "./buyer"
import { type Step } from "./scenario"
import { type World } from "./world"

type ShopperStep = Extract<
  Step,
  {
    do:
      | "start"
      | "pay"
      | "decline"
      | "leave"
      | "return"
      | "quantity"
      | "store_credit"
      | "race"
      | "add_item"
      | "remove_item"
      | "other_method"
      | "complete"
      | "look"
      | "delete_cart"
  }
>

/** What shoppers do. @returns what they saw */
export async function shopperActs(
  world: World,
  step: ShopperStep
): Promise<string> {
  const buyer = world.buyer(step.who)
  switch (step.do) {
    case "start":
      return (await buyer.start(step.tabs)).join(", ")
    case "quantity":
      return String(await buyer.changeQuantity(step.quantity))
    case "store_credit":
      return givesCredit(world, buyer)
    case "race":
      return races(world, buyer, step)
    case "add_item":
      await buyer.addItem()
      return `total ${buyer.cart?.total}`
    case "remove_item":
      return (await buyer.removeItem())
        ? `total ${buyer.cart?.total}`
        : "nothing to remove"
    case "other_method":
      return String((await buyer.tryPayment("pp_system_default")).status)
    case "complete":
      return completes(buyer, step.times)
    case "look": {
      const { status, body } = await buyer.status()
      return `${status} ${body.status}`
    }
    case "delete_cart":
      return deletesCart(world, buyer)
    case "pay":
    case "decline":
    case "leave":
    case "return":
      return atGateway(world, buyer, step)
  }
}

async function completes(buyer: Buyer, times: number): Promise<string> {
  const answers = await Promise.all(
    Array.from({ length: times }, () => buyer.complete())
  )
  return answers
    .map(
      ({ status, body }) =>
        `${status} ${body.type ?? ""} ${body.error?.type ?? body.order?.id ?? ""}`
    )
    .join(", ")
}

/** What Medusa's cart module has for every model of its own; its published interface lists it for some. */
type CreditLines = { createCreditLines(line: object): Promise<unknown> }

/** As a store's own code gives it: Medusa's payment collection hears nothing of it. */
async function givesCredit({ store }: World, buyer: Buyer): Promise<string> {
  if (await isBought(store, buyer)) {
    return "bought already"
  }
  await store.container.resolve<CreditLines>(Modules.CART).createCreditLines({
    cart_id: buyer.cart?.id,
    amount: 1,
    reference: "store_credit",
    reference_id: "credit_1",
  })
  return "1 less"
}

async function races(
  world: World,
  buyer: Buyer,
  { change, against, step }: Extract<ShopperStep, { do: "race" }>
): Promise<string> {
  const changes = {
    add_item: () => buyer.addItem(),
    quantity: () => buyer.changeQuantity(7),
    store_credit: () => givesCredit(world, buyer),
  }
  const pays = async () => {
    const page = buyer.page(0)
    return page && world.gateway.pay(page)
  }
  const rivals = {
    start: () => buyer.start(1),
    start_and_pay: async () => {
      await buyer.start(1)
      await pays()
    },
    pay: pays,
    complete: () => buyer.complete(),
  }
  const failed = (error: unknown) => String(error).slice(0, 80)
  const came = await interleavingOf(world.store).run(
    step,
    () => changes[change]().catch(failed),
    () => rivals[against]().catch(failed),
    300
  )
  return came ? `held at step ${step}` : "one after the other"
}

async function deletesCart({ store }: World, buyer: Buyer): Promise<string> {
  if (await isBought(store, buyer)) {
    return "bought already"
  }
  await store.container
    .resolve<ICartModuleService>(Modules.CART)
    .softDeleteCarts([buyer.cart?.id ?? ""])
  return "deleted"
}

async function isBought(store: World["store"], buyer: Buyer): Promise<boolean> {
  const bought = await store.sql(
    `select 1 from order_cart where cart_id = $1`,
    [buyer.cart?.id ?? ""]
  )
  return bought.length > 0
}

async function atGateway(
  { gateway }: World,
  buyer: Buyer,
  step: Extract<ShopperStep, { page: number }>
): Promise<string> {
  const page = buyer.page(step.page)
  if (!page) {
    return "no page"
  }
  if (step.do === "return") {
    const url = gateway.getSession(page).redirects[step.side]
    return seen(await buyer.visit(url))
  }
  if (step.do === "pay") {
    const { redirectUrl } = await gateway.pay(page, { late: step.late })
    const visits = Array.from({ length: step.comesBack }, () =>
      redirectUrl ? buyer.visit(redirectUrl) : undefined
    )
    const views = await Promise.all(visits)
    return `paid ${page} ${views.map((view) => view && seen(view)).join(", ")}`
  }
  const { redirectUrl } =
    step.do === "leave"
      ? await gateway.cancel(page)
      : await gateway.decline(page)
  return redirectUrl ? seen(await buyer.visit(redirectUrl)) : "stays"
}

function seen(view: { status: number; location: string | null }): string {
  return `${view.status} ${view.location ?? ""}`.trim()
}
