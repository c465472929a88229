import { formatMoney } from "../../../gateway"
import { type Resolution } from "../resolution"

/** A resolution as the tables write it: everything that it says, in one line. */
export function inWords(resolution: Resolution): string {
  switch (resolution.kind) {
    case "nothing":
      return "nothing"
    case "wait":
      return resolution.words ? `wait (${resolution.words})` : "wait"
    case "take_up":
      return `take up for ${resolution.paymentSessionId}`
    case "leave_page":
      return "leave page"
    case "close_page":
      return "close page"
    case "end":
      return `end ${resolution.state}`
    case "place_order":
      return `${resolution.adopt ? "adopt, " : ""}${resolution.onOrder ? "book on the order that is there" : "place order"}, ${resolution.as}`
    case "record_order":
      return `record ${resolution.orderId ?? "no order"}, ${resolution.as}`
    case "follow_totals":
      return `follow totals, ${resolution.as}`
    case "mirror":
      return resolution.action === "void"
        ? "mirror the release"
        : `mirror ${resolution.action} of ${formatMoney(resolution.amount)} on top of ${formatMoney(resolution.total)}`
    case "finish":
      return `finish ${resolution.unsent.kind} ${resolution.unsent.id}`
    case "finish_canceling":
      return resolution.amount
        ? `finish canceling: refund ${formatMoney(resolution.amount)}`
        : "finish canceling: release"
    case "book":
      return `book ${resolution.rows.map(({ id }) => id).join(" and ")} on ${resolution.orderId}`
    case "restate":
      return `restate ${resolution.summary.id} of ${resolution.orderId}`
    case "credit":
      return `credit ${resolution.amount} on ${resolution.orderId}`
    case "recount":
      return `recount ${resolution.paymentId} on ${resolution.orderId}`
    case "report":
      return `report: ${resolution.reason}, ${resolution.expected} but ${resolution.found}`
    case "refund":
      return `refund: ${resolution.reason}`
    case "hold":
      return resolution.found
        ? `hold: ${resolution.reason}, ${resolution.expected} but ${resolution.found}`
        : `hold: ${resolution.reason}`
  }
}
