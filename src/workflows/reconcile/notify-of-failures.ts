import { type MedusaContainer } from "@medusajs/framework/types"
import { formatMoney } from "../../gateway"
import { type Failure, type FailuresToNotify } from "../../modules/bpc/watch"
import type BpcModuleService from "../../modules/bpc/service"
import { notifyAdmin } from "../notify-admin"

/** Tells a person of payments with which the job has not come to an end for half an hour: once for all that fail in the same way. */
export async function notifyOfFailures(
  container: MedusaContainer,
  bpc: BpcModuleService
): Promise<void> {
  for (const failures of await bpc.failing.takeUnnotified()) {
    await notifyAdmin(container, messageAbout(failures))
  }
}

const WORDS: Record<Failure, { title: string; what: string; todo: string }> = {
  read: {
    title: "Payments cannot be read at the gateway",
    what: "the gateway has given no usable answer for half an hour. It is asked again by itself.",
    todo: "Test the connection of the account under Settings -> BPC Payments, and compare the payment with the gateway's portal.",
  },
  close: {
    title: "A payment page cannot be closed",
    what: "its shopper has left it, and the gateway has not closed it for half an hour. What is paid there goes back by itself.",
    todo: "Close it in the gateway's portal.",
  },
  doubt: {
    title: "It is not known what became of a capture or refund",
    what: "it was sent to the gateway and not answered clearly. Nothing is sent on top of it.",
    todo: "Look it up in the gateway's portal; what is found there is booked here by itself.",
  },
  work: {
    title: "A payment cannot be settled",
    what: "what is to be done about it has failed for half an hour. It is tried again by itself.",
    todo: "Open it in BPC Payments, read why, and press Check now when the cause is gone.",
  },
  released: {
    title: "An order is not paid any more",
    what: "what was held for its order was released, the order still owes money, and nothing else is held for it.",
    todo: "Send the shopper a payment link from the order, or cancel the order.",
  },
}

function messageAbout({ failure, count, first, why }: FailuresToNotify) {
  const { title, what, todo } = WORDS[failure]
  const others = count > 1 ? ` and ${count - 1} more` : ""
  return {
    title,
    description: `${formatMoney(first.amount)}, reference ${first.merchantReferenceId}${others}: ${what} ${why} ${todo}`,
  }
}
