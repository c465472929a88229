let created = 0

/** A session as the gateway shows it: a new one, or the open one that a read asks for. */
export function gatewayAnswer(
  method: string,
  url: string,
  body: string
): Record<string, unknown> {
  if (method === "POST") {
    const wanted = JSON.parse(body || "{}") as Record<string, unknown>
    return session(`ps_mock${++created}`, wanted)
  }
  const id = /\/sessions\/([\w-]+)/.exec(url)?.[1] ?? ""
  return session(id, fromFiller(id))
}

/** The rows that `integration-tests/scale/million.ts` makes carry their number in every id: what was registered follows from it. */
function fromFiller(id: string): Record<string, unknown> {
  const digits = /^ps_(\d{8})$/.exec(id)?.[1]
  return digits === undefined
    ? { amount: 1000, currency: "EUR" }
    : {
        amount: 1000 + (Number(digits) % 9000),
        currency: "EUR",
        merchantReferenceId: `payses_${digits}`,
      }
}

function session(
  id: string,
  registered: Record<string, unknown>
): Record<string, unknown> {
  const now = Date.now()
  const instant = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`
  return {
    id,
    amount: registered.amount,
    currency: registered.currency,
    merchantReferenceId: registered.merchantReferenceId,
    successUrl: registered.successUrl,
    failureUrl: registered.failureUrl,
    customerDetails: registered.customerDetails,
    metadata: registered.metadata,
    locale: "en",
    paymentData: { captureMethod: "automatic" },
    paymentStatus: "unpaid",
    paymentUrl: `http://127.0.0.1:1/pay/${id}`,
    status: "open",
    created: instant(now),
    expiresAt: instant(now + 1_200_000),
  }
}
