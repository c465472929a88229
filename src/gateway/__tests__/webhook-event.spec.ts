import fc from "fast-check"
import { parseWebhookEvent } from "../index"

const parse = (value: unknown) =>
  parseWebhookEvent(Buffer.from(JSON.stringify(value)))

const event = (type: string, object: Record<string, unknown>) => {
  const result = parse({
    created: "2022-02-17T16:30:55+00:00",
    type,
    data: { object },
  })
  if (!result.ok) {
    throw new Error(result.error)
  }
  return result.value
}

describe("parseWebhookEvent", () => {
  it("reads the documented session event", () => {
    const object = {
      id: "ps_2njmpfC9BUCfsmALYNEQv5eoR8SdVsEHuXZC7D3uLiRxqfb8g2wJzWo8UvE9QL",
      status: "expired",
      merchantReferenceId: "payses_1",
    }
    expect(event("session.expired", object)).toEqual({
      type: "session.expired",
      kind: "session",
      createdAt: new Date("2022-02-17T16:30:55Z"),
      object,
      gatewaySessionId: object.id,
      merchantReferenceId: "payses_1",
    })
  })

  it.each([
    [
      "session.completed",
      { id: "ps_1", payment: { id: "pay_1" } },
      { kind: "session", gatewaySessionId: "ps_1", paymentId: "pay_1" },
    ],
    [
      "session.completed",
      { id: "ps_1", paymentId: "pay_1" },
      { kind: "session", paymentId: "pay_1" },
    ],
    [
      "payment.succeeded",
      { id: "pay_1", session: "ps_1" },
      { kind: "payment", paymentId: "pay_1", gatewaySessionId: "ps_1" },
    ],
    [
      "payment.succeeded",
      { id: "pay_1", session: { id: "ps_1" } },
      { gatewaySessionId: "ps_1" },
    ],
    [
      "payment.succeeded",
      { id: "pay_1", sessionId: "ps_1" },
      { gatewaySessionId: "ps_1" },
    ],
    [
      "payment.funded",
      { id: "pay_1", merchantReferenceId: "payses_1" },
      { merchantReferenceId: "payses_1", paymentId: "pay_1" },
    ],
    [
      "payment.funded",
      { id: "pay_1", session: { merchantReferenceId: "payses_1" } },
      { merchantReferenceId: "payses_1" },
    ],
    [
      "refund.succeeded",
      {
        id: "re_1",
        paymentId: "pay_1",
        sessionId: "ps_1",
        merchantReferenceId: "ref_1",
      },
      {
        kind: "refund",
        refundId: "re_1",
        paymentId: "pay_1",
        gatewaySessionId: "ps_1",
        merchantReferenceId: "ref_1",
      },
    ],
    [
      "refund.failed",
      { id: "re_1", payment: { id: "pay_1" } },
      { refundId: "re_1", paymentId: "pay_1" },
    ],
    [
      "Payment.Succeeded",
      { id: "pay_1" },
      { kind: "payment", paymentId: "pay_1" },
    ],
    ["paymentMethod.created", { id: "pm_1" }, { kind: "unknown" }],
    ["something", { id: "x" }, { kind: "unknown" }],
  ])("reads what %s names in %j", (type, object, expected) => {
    expect(event(type, object)).toMatchObject(expected)
  })

  it.each(["constructor.x", "__proto__", "toString."])(
    "takes the type %s as unknown",
    (type) => {
      expect(event(type, {}).kind).toBe("unknown")
    }
  )

  it("takes ids of the wrong type as absent", () => {
    const read = event("payment.succeeded", {
      id: 7,
      session: ["ps_1"],
      sessionId: null,
      merchantReferenceId: { a: 1 },
    })
    expect(Object.keys(read).sort()).toEqual([
      "createdAt",
      "kind",
      "object",
      "type",
    ])
  })

  it.each([
    ["nothing", ""],
    ["a word", "hello"],
    ["half an object", '{"type":"session.completed","data":{'],
    ["a form", "type=session.completed"],
    [
      "a name twice",
      '{"type":"session.expired","type":"session.completed","data":{"object":{}}}',
    ],
    [
      "a name twice, escaped and deep",
      '{"type":"a","data":{"object":{"id":"ps_1","i\\u0064" :"ps_2"}}}',
    ],
    ["endless nesting", "[".repeat(200_000)],
  ])("refuses %s as not JSON", (_, body) => {
    expect(parseWebhookEvent(Buffer.from(body))).toEqual({
      ok: false,
      error: "not_json",
    })
  })

  it("refuses bytes that are not UTF-8", () => {
    const body = Buffer.concat([
      Buffer.from('{"type":"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('","data":{"object":{}}}'),
    ])
    expect(parseWebhookEvent(body)).toEqual({ ok: false, error: "not_json" })
  })

  it("does not take equal names of different objects, or names inside texts, for duplicates", () => {
    const object = {
      id: "a",
      text: '{"id":1,"id":2} \\" "id":',
      list: [{ id: "b" }, { id: "c" }],
    }
    expect(event("session.completed", object).object).toEqual(object)
  })

  it.each([
    ["null", null],
    ["a list", []],
    ["a number", 1],
    ["no type", { data: { object: {} } }],
    ["an empty type", { type: "", data: { object: {} } }],
    ["a type that is no text", { type: 1, data: { object: {} } }],
    ["no data", { type: "session.completed" }],
    ["no object", { type: "session.completed", data: {} }],
    [
      "an object that is null",
      { type: "session.completed", data: { object: null } },
    ],
    [
      "an object that is a list",
      { type: "session.completed", data: { object: [] } },
    ],
    [
      "an object that is a text",
      { type: "session.completed", data: { object: "ps_1" } },
    ],
  ])("refuses %s as not an event", (_, value) => {
    expect(parse(value)).toEqual({ ok: false, error: "not_an_event" })
  })

  it("answers something for any bytes and any JSON, and crashes on none", () => {
    const anything = fc.oneof(
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      fc.json().map((json) => Buffer.from(json)),
      fc
        .record({
          type: fc.constantFrom(
            "session.completed",
            "payment.failed",
            "refund.x"
          ),
          data: fc.record({
            object: fc.dictionary(
              fc.constantFrom(
                "id",
                "session",
                "payment",
                "payments",
                "paymentData",
                "merchantReferenceId"
              ),
              fc.jsonValue()
            ),
          }),
        })
        .map((value) => Buffer.from(JSON.stringify(value)))
    )
    fc.assert(
      fc.property(anything, (body) => {
        expect(typeof parseWebhookEvent(body).ok).toBe("boolean")
      }),
      { numRuns: 500 }
    )
  })
})
