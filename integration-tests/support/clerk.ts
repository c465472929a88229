import { ADMIN } from "./admin"
import { expectItsSchema } from "./answer-schemas"

export type AdminPayment = {
  id: string
  amount: number
  captured_at: string | null
  canceled_at: string | null
  captures: { amount: number }[]
  refunds: { amount: number }[]
}
export type AdminOrder = {
  id: string
  status: string
  payment_status: string
  total: number
  summary: {
    paid_total: number
    refunded_total: number
    pending_difference: number
  }
  payment_collections: {
    id: string
    status: string
    payments: AdminPayment[]
  }[]
}

/** A person in the admin, over HTTP as the dashboard would. */
export class Clerk {
  private constructor(
    private readonly store: { url: string },
    private readonly token: string
  ) {}

  static async logIn(store: { url: string }, admin = ADMIN): Promise<Clerk> {
    const response = await fetch(`${store.url}/auth/user/emailpass`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(admin),
    })
    const { token } = (await response.json()) as { token: string }
    return new Clerk(store, token)
  }

  async order(id: string): Promise<AdminOrder> {
    const { body } = await this.call<{ order: AdminOrder }>(
      "GET",
      `/admin/orders/${id}?fields=*payment_collections.payments.captures,*payment_collections.payments.refunds,*summary,payment_status`
    )
    return body.order
  }

  async payment(orderId: string): Promise<AdminPayment> {
    const order = await this.order(orderId)
    const payment = order.payment_collections[0]?.payments[0]
    if (!payment) {
      throw new Error(`Order ${orderId} has no payment`)
    }
    return payment
  }

  capture(paymentId: string, amount?: number) {
    return this.call<{ payment?: AdminPayment; message?: string }>(
      "POST",
      `/admin/payments/${paymentId}/capture`,
      amount === undefined ? {} : { amount }
    )
  }

  refund(paymentId: string, amount?: number) {
    return this.call<{ payment?: AdminPayment; message?: string }>(
      "POST",
      `/admin/payments/${paymentId}/refund`,
      amount === undefined ? {} : { amount }
    )
  }

  cancelOrder(id: string) {
    return this.call<{ order?: AdminOrder; message?: string }>(
      "POST",
      `/admin/orders/${id}/cancel`,
      {}
    )
  }

  /** A file, as it comes. */
  async text(path: string): Promise<string> {
    const response = await fetch(this.store.url + path, {
      headers: { authorization: `Bearer ${this.token}` },
    })
    return response.text()
  }

  async call<Body>(
    method: string,
    path: string,
    body?: unknown
  ): Promise<{ status: number; body: Body }> {
    const response = await fetch(this.store.url + path, {
      method,
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${this.token}`,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    const answer: unknown = text ? JSON.parse(text) : {}
    if (response.ok) {
      expectItsSchema(method, path, answer)
    }
    return { status: response.status, body: answer as Body }
  }
}
