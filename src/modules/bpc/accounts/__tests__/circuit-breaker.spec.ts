import { GatewayError, type GatewayErrorKind } from "../../../../gateway"
import { CircuitBreaker } from "../circuit-breaker"

const answered = { ok: true, value: undefined } as const
const fault = (kind: GatewayErrorKind, retryAfterMs?: number) =>
  ({
    ok: false,
    error: new GatewayError({
      kind,
      retryable: true,
      outcomeUnknown: false,
      texts: { shopper: "", merchant: "", log: "" },
      retryAfterMs,
    }),
  }) as const

describe("the job's pause when the gateway is down", () => {
  let now: number
  let breaker: CircuitBreaker
  beforeEach(() => {
    now = 0
    breaker = new CircuitBreaker(() => now)
  })
  const hear = (times: number, kind: GatewayErrorKind = "timeout") => {
    for (let time = 0; time < times; time++) {
      breaker.record("one", fault(kind))
    }
  }

  it("begins with the fifth call in a row that is not answered, for that account alone", () => {
    hear(4)
    expect(breaker.pauseOf("one")).toBe(0)
    hear(1, "transport")
    expect(breaker.pauseOf("one")).toBe(15)
    expect(breaker.pauseOf("another")).toBe(0)
  })

  it("does not begin when one call in between was answered", () => {
    hear(4)
    breaker.record("one", answered)
    hear(4)
    expect(breaker.pauseOf("one")).toBe(0)
  })

  it("counts a refusal of one payment as an answer", () => {
    hear(4)
    breaker.record("one", fault("rejected"))
    hear(1)
    expect(breaker.pauseOf("one")).toBe(0)
  })

  it("grows to a minute with each probe that is not answered, and no further", () => {
    hear(5)
    const pauses = [15]
    for (let probe = 0; probe < 4; probe++) {
      now += breaker.pauseOf("one") * 1000
      expect(breaker.pauseOf("one")).toBe(0)
      hear(1)
      pauses.push(breaker.pauseOf("one"))
    }
    expect(pauses).toEqual([15, 30, 60, 60, 60])
  })

  it("ends with the first answer", () => {
    hear(5)
    breaker.record("one", answered)
    expect(breaker.pauseOf("one")).toBe(0)
  })

  it("begins at once when the gateway asks for it, and lasts as long as it asks", () => {
    breaker.record("one", fault("throttled", 42_000))
    expect(breaker.pauseOf("one")).toBe(42)
    now += 41_001
    expect(breaker.pauseOf("one")).toBe(1)
  })

  it("lasts a while when the gateway is overrun and does not say for how long", () => {
    breaker.record("one", fault("throttled"))
    expect(breaker.pauseOf("one")).toBe(15)
  })
})
