import { type BpcCart } from "../cart"

export type Asked = { method: string; path: string; body: unknown; key: string }

/** Answers the store API's questions in the order in which they were prepared; an `Error` is a connection that fails. */
export class FakeShop {
  readonly api = {
    backendUrl: "https://api.shop.example",
    publishableKey: "pk",
  }
  readonly asked: Asked[] = []
  private readonly answers: (Error | { status: number; body: unknown })[] = []
  /** What is answered when nothing else is prepared. */
  always: { status: number; body: unknown } | undefined

  answer(body: unknown, status = 200): this {
    this.answers.push({ status, body })
    return this
  }

  fail(): this {
    this.answers.push(new TypeError("fetch failed"))
    return this
  }

  install(): this {
    jest.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
      init?.signal?.throwIfAborted()
      const headers = new Headers(init?.headers)
      this.asked.push({
        method: init?.method ?? "GET",
        path: String(url).replace(this.api.backendUrl, ""),
        body:
          typeof init?.body === "string" ? JSON.parse(init.body) : undefined,
        key: headers.get("x-publishable-api-key") ?? "",
      })
      const next = this.answers.shift() ?? this.always
      if (!next) {
        throw new Error(`Nobody prepared an answer to ${String(url)}`)
      }
      if (next instanceof Error) {
        throw next
      }
      return typeof next.body === "string"
        ? new Response(next.body, { status: next.status })
        : Response.json(next.body, { status: next.status })
    })
    return this
  }
}

export const PAGE = "https://pay.gateway.example/page?mdOrder=1"
const MINUTE = 60_000

export function collection(
  data: Record<string, unknown> = {},
  provider_id = "pp_bpc_bpc"
) {
  return {
    id: "pay_col_1",
    payment_sessions: [
      {
        id: "payses_1",
        provider_id,
        data: {
          paymentUrl: PAGE,
          expiresAt: new Date(Date.now() + 20 * MINUTE).toISOString(),
          ...data,
        },
      },
    ],
  }
}

export function aCart(changes: Partial<BpcCart> = {}): BpcCart {
  return {
    id: "cart_1",
    total: 26.9,
    currency_code: "eur",
    payment_collection: collection(),
    ...changes,
  }
}

export const EXPIRED = { expiresAt: new Date(0).toISOString() }
