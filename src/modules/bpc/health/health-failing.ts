import { type Failure } from "../watch"
import { type Look, type Problem } from "./health-problem"

type Words = Pick<Problem, "code" | "severity" | "action"> & {
  of: readonly Failure[]
  message: (payments: string) => string
}

const WORDS: readonly Words[] = [
  {
    code: "released_unpaid",
    of: ["released"],
    severity: "error",
    message: (payments) =>
      `What was held by ${payments} was released, and the order stands: it still owes money, and nothing is held for it any more.`,
    action:
      "Send the shopper a payment link from the order, or cancel the order.",
  },
  {
    code: "payments_unreadable",
    of: ["read"],
    severity: "error",
    message: (payments) =>
      `${payments} could not be read at the gateway for half an hour or longer. What becomes of them there is not seen here.`,
    action:
      "Test the connection of the account, and look for the payment in the gateway's portal; its timeline says what the gateway answered.",
  },
  {
    code: "payments_stuck",
    of: ["work", "close"],
    severity: "error",
    message: (payments) =>
      `${payments} could not be settled for half an hour or longer. It is tried again.`,
    action:
      "Open the payment and read why in its timeline; press Check now when the cause is gone.",
  },
  {
    code: "money_in_doubt",
    of: ["doubt"],
    severity: "warning",
    message: (payments) =>
      `${payments} got a capture, refund or release whose outcome is still not known. Nothing is sent on top of it.`,
    action:
      "Look it up in the gateway's portal; what is found there is booked here by itself.",
  },
]

/** What the job does not come to an end with: one problem for each kind, however many payments there are. */
export function failingProblems({ facts }: Look): Problem[] {
  return WORDS.flatMap(({ code, of, severity, message, action }) => {
    const facing = facts.failing.filter(({ failure }) => of.includes(failure))
    const [oldest] = facing
    const count = facing.reduce((sum, one) => sum + one.count, 0)
    return oldest
      ? [
          {
            code,
            severity,
            message: message(
              `${count} ${count === 1 ? "payment" : "payments"}`
            ),
            action,
            link: `/bpc-payments/${oldest.first}`,
          },
        ]
      : []
  })
}
