import { type ICartModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
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

async function deletesCart({ store }: World, buyer: Buyer): Promise<string> {
  const id = buyer.cart?.id ?? ""
  const bought = await store.sql(
    `select 1 from order_cart where cart_id = $1`,
    [id]
  )
  if (bought.length > 0) {
    return "bought already"
  }
  await store.container
    .resolve<ICartModuleService>(Modules.CART)
    .softDeleteCarts([id])
  return "deleted"
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
