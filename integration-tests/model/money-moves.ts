import { type OrderLife, type PageOfOrder } from "./order-life"
import { inWords } from "./clerk-steps"
import { letTimePass } from "./rest"
import { type Move, type Part } from "./order-step"
import { type World } from "./world"

type Kind = "capture" | "refund"
type Answer = { status: number; body: { message?: string } }

/** A clerk captures or refunds, with Medusa's own button or, if `other`, on the payment's page. */
export async function moveMoney(
  world: World,
  life: OrderLife,
  kind: Kind,
  { part, other }: Move,
  insists: boolean
): Promise<string> {
  const page = await roomFor(life, kind)
  if (!page) {
    return "no payment"
  }
  const left = roomIn(page, kind)
  const amount = partOf(left, part, life.exponent)
  const intent = {
    page: page.page,
    kind,
    amount: other ? life.major(life.minor(amount)) : amount,
    accepted: false,
  }
  const press = () =>
    other
      ? onPage(world, page, kind, life.minor(amount))
      : world.clerk[kind](page.paymentId, amount)
  life.intents.push(intent)
  let answer: Answer = await press()
  const answers = [inWords(answer)]
  if (insists && answer.status !== 200 && isInvited(answer)) {
    await letTimePass(world, 2)
    answer = await press()
    answers.push(inWords(answer))
  }
  // Of a payment that is captured whole Medusa captures nothing, and answers 200 (payment module, capturePayment).
  const isNothing = kind === "capture" && !other && left <= 0
  intent.accepted = answer.status === 200 && !isNothing
  return `${amount} of ${left} on ${page.page}: ${answers.join(", then ")}`
}

/** What somebody does in the gateway's portal. */
export async function inPortal(
  { gateway }: World,
  life: OrderLife,
  kind: Kind | "void",
  { part }: Move
): Promise<string> {
  const pages = (await life.pages()).map(({ page }) => gateway.getSession(page))
  const room = (page: (typeof pages)[number]) =>
    kind === "refund" ? page.refundable : page.capturable
  const page = pages.find((one) => room(one) > 0)
  if (!page) {
    return "no payment"
  }
  if (kind === "void") {
    await gateway.portalVoid(page.id)
    return `${page.id} released`
  }
  const amount = Math.max(
    1,
    life.minor(partOf(life.major(room(page)), part, life.exponent))
  )
  await (kind === "refund"
    ? gateway.portalRefund(page.id, amount)
    : gateway.portalCapture(page.id, amount))
  life.inPortal.push({
    page: page.id,
    kind,
    amount: life.major(amount),
    accepted: true,
  })
  return `${kind} of ${amount} on ${page.id}`
}

/** Store credit (or, where the shop owes the shopper, its contrary) of a part of what is owed. */
export async function addCredit(
  { clerk }: World,
  life: OrderLife,
  { part }: Move
): Promise<string> {
  const { summary } = await clerk.order(life.orderId)
  const owed = summary.pending_difference
  const amount =
    Math.sign(owed) * partOf(Math.abs(owed), part, life.exponent) ||
    life.major(100)
  const answer = await clerk.call<{ message?: string }>(
    "POST",
    `/admin/orders/${life.orderId}/credit-lines`,
    { amount, reference: "store_credit", reference_id: "gift" }
  )
  return `${amount} of ${owed}: ${inWords(answer)}`
}

/** Money that never came near the gateway, of the newest collection that asks for some. */
export async function markAsPaid(
  { clerk, store }: World,
  life: OrderLife
): Promise<string> {
  const [collection] = await store.sql<{ id: string }>(
    `select pc.id from payment_collection pc join order_payment_collection opc on opc.payment_collection_id = pc.id
     where opc.order_id = $1 and pc.status = 'not_paid' and pc.amount > 0 order by pc.created_at desc limit 1`,
    [life.orderId]
  )
  return collection
    ? inWords(
        await clerk.call(
          "POST",
          `/admin/payment-collections/${collection.id}/mark-as-paid`,
          { order_id: life.orderId }
        )
      )
    : "nothing is asked for"
}

function onPage(
  { clerk }: World,
  page: PageOfOrder,
  kind: Kind,
  amount: number
): Promise<Answer> {
  return clerk.call("POST", `/admin/bpc/sessions/${page.id}/${kind}`, {
    amount,
  })
}

async function roomFor(
  life: OrderLife,
  kind: Kind
): Promise<PageOfOrder | undefined> {
  const pages = await life.pages()
  return pages.find((page) => roomIn(page, kind) > 0) ?? pages[0]
}

function roomIn(page: PageOfOrder, kind: Kind): number {
  const room =
    kind === "capture"
      ? page.amount - page.captured
      : page.captured - page.refunded
  return Math.max(0, Number(room.toFixed(6)))
}

/** In major units, at least the smallest unit. */
function partOf(whole: number, part: Part, exponent: number): number {
  const unit = 10 ** -exponent
  const exactly = (amount: number, digits: number) =>
    Number(amount.toFixed(digits))
  switch (part) {
    case "all":
      return whole || unit
    case "third":
      return exactly(whole / 3, 6) || unit
    case "uneven":
      return exactly(exactly(whole / 4, exponent) + unit / 2, exponent + 1)
    case "unit":
      return exactly(unit, exponent)
  }
}

/** Our sentences say whether pressing again is safe. */
function isInvited({ body }: Answer): boolean {
  return /try again|trying again/i.test(body.message ?? "")
}
