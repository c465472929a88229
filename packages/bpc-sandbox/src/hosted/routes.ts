import { malformedFields } from "../cards"
import type { Attempt } from "../checkout"
import type { Gateway } from "../gateway"
import { redirect, type Answer } from "../http/answer"
import type { Call, Route } from "../http/route"
import type { PaymentRecord, SessionRecord } from "../model"
import { returnUrl } from "../return-url"
import { languageOf, type Language } from "./languages"
import { challengePage, closedPage, unknownPage } from "./notice-pages"
import {
  CANCEL_PAGE,
  CHALLENGE_PAGE,
  challengePath,
  PAYMENT_PAGE,
  paymentPath,
} from "./paths"
import { paymentPage } from "./payment-page"

type Visit = { call: Call; session: SessionRecord; language: Language }

/** The pages on which a shopper pays (reference, sections 1, 4.6 and 10). */
export function hostedRoutes(gateway: Gateway): Route[] {
  const { checkout, sessions, store, timeline, clock, merchantName } = gateway

  const route = (
    method: Route["method"],
    path: string,
    find: (call: Call) => SessionRecord | undefined,
    handle: (visit: Visit) => Promise<Answer> | Answer
  ): Route => ({
    method,
    path,
    handle: (call) => {
      if (gateway.desk.blocks(call.headers["user-agent"])) return BLANK
      const session = find(call)
      const asked = call.url.searchParams.get("language")
      const language = languageOf(asked ?? session?.locale)
      if (!session) return unknownPage(language)
      void sessions.expireIfDue(session)
      return handle({ call, session, language })
    },
  })
  const byOrder = (call: Call) =>
    store.byMdOrder(call.url.searchParams.get("mdOrder") ?? "")
  const byAttempt = (call: Call) =>
    store.find(call.url.searchParams.get("attempt") ?? "")

  const form = (
    visit: Visit,
    more: Partial<Parameters<typeof paymentPage>[0]>
  ) =>
    visit.session.status === "open"
      ? paymentPage({
          session: visit.session,
          merchantName,
          language: visit.language,
          remaining: visit.session.expiresAt - clock.now(),
          ...more,
        })
      : closedPage({ ...visit, merchantName })

  return [
    route("GET", PAYMENT_PAGE, byOrder, (visit) =>
      form(visit, { failure: attemptOf(visit)?.failure })
    ),

    route("POST", PAYMENT_PAGE, byOrder, async (visit) => {
      const { session, language, call } = visit
      if (session.status !== "open") return form(visit, {})
      const input = new URLSearchParams(call.body)
      const card = {
        pan: input.get("pan") ?? "",
        expiry: input.get("expiry") ?? "",
        cvc: input.get("newCardCvc") ?? "",
      }
      const wrongFields = malformedFields(card)
      if (wrongFields.length > 0) {
        const cardholderName = input.get("cardholderName") ?? undefined
        return form(visit, { wrongFields, cardholderName })
      }
      const attempt = checkout.attempt(session, card)
      return leave(gateway, attempt, language)
    }),

    route("GET", CANCEL_PAGE, byOrder, ({ session }) => {
      timeline.note(session, "shopper", "Went back to the shop")
      gateway.changed()
      return redirect(returnUrl(session, "failure"))
    }),

    route("GET", CHALLENGE_PAGE, byAttempt, (visit) => {
      const payment = attemptOf(visit)
      return payment?.status === "requiresAction" && isPayable(gateway, visit)
        ? challengePage({ ...visit, payment, merchantName })
        : form(visit, { failure: payment?.failure })
    }),

    route("POST", CHALLENGE_PAGE, byAttempt, async (visit) => {
      const { session, language, call } = visit
      const payment = attemptOf(visit)
      if (payment?.status !== "requiresAction" || !isPayable(gateway, visit)) {
        return form(visit, { failure: payment?.failure })
      }
      const passed = new URLSearchParams(call.body).get("answer") === "success"
      const attempt = checkout.answerChallenge(session, payment, { passed })
      return leave(gateway, attempt, language)
    }),
  ]
}

/** A shopper who is in the middle of a challenge when the session expires may, by a switch, still pay. */
function isPayable(gateway: Gateway, { session }: Visit): boolean {
  const { lateChallenge } = gateway.desk.current
  return (
    session.status === "open" ||
    (session.status === "expired" && lateChallenge === "pay")
  )
}

function attemptOf({ call, session }: Visit): PaymentRecord | undefined {
  const id = call.url.searchParams.get("attempt")
  return session.payments.find((payment) => payment.id === id)
}

/** Sends the shopper on, and the events before or after that, as the switch says. */
async function leave(
  gateway: Gateway,
  attempt: Attempt,
  language: Language
): Promise<Answer> {
  const { desk, dispatcher } = gateway
  gateway.changed()
  const onward = redirect(nextPlace(gateway, attempt, language))
  if (desk.current.webhookOrder === "before_redirect") {
    await dispatcher.send(attempt.events)
    return onward
  }
  return { ...onward, afterwards: () => void dispatcher.send(attempt.events) }
}

function nextPlace(
  gateway: Gateway,
  { session, payment, outcome }: Attempt,
  language: Language
): string {
  switch (outcome) {
    case "paid":
      return returnUrl(session, "success")
    case "challenge":
      return challengePath(payment, language.code)
    case "declined":
      return gateway.desk.current.onDecline === "redirect"
        ? returnUrl(session, "failure")
        : paymentPath(session, language.code, payment)
  }
}

/** What the test host shows to browsers that it does not like (reference, section 9). */
const BLANK: Answer = {
  status: 412,
  headers: { "Content-Type": "text/html; charset=utf-8" },
  body: "",
}
