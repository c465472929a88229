import {
  type CaptureMethod,
  type GatewayPaymentStatus,
  type SessionPaymentStatus,
  type SessionPhase,
  type SessionStatus,
  moneyOf,
  phaseOf,
} from "../index"
import { EUR } from "./client-support"

const eur = (minor: number) => moneyOf(minor, EUR)

describe("phaseOf", () => {
  type Row = [
    SessionStatus,
    SessionPaymentStatus,
    CaptureMethod | undefined,
    GatewayPaymentStatus | undefined,
    number,
    SessionPhase,
  ]
  const auto = "automatic"
  const manual = "manual"
  it.each<Row>([
    // status, paymentStatus, captureMethod, payment, capturable, phase
    ["open", "unpaid", auto, undefined, 0, "open"],
    ["open", "unpaid", manual, undefined, 0, "open"],
    ["expired", "unpaid", auto, undefined, 0, "expired"],
    ["completed", "paid", auto, undefined, 0, "paid"],
    ["completed", "paid", undefined, undefined, 0, "paid"],
    ["open", "paid", auto, undefined, 0, "paid"],
    ["expired", "paid", auto, undefined, 0, "paid"],
    ["unknown", "paid", auto, undefined, 0, "paid"],
    // A manual session whose payment cannot be read is never captured.
    ["completed", "paid", manual, undefined, 0, "authorized"],
    ["completed", "paid", manual, "unknown", 0, "authorized"],
    ["completed", "unpaid", manual, undefined, 0, "authorized"],
    ["completed", "unknown", manual, undefined, 0, "authorized"],
    ["completed", "authorized", manual, undefined, 0, "authorized"],
    ["expired", "authorized", manual, undefined, 0, "authorized"],
    // What is not recognised is neither paid nor an error.
    ["completed", "unpaid", auto, undefined, 0, "unknown"],
    ["completed", "unknown", auto, undefined, 0, "unknown"],
    ["completed", "unknown", undefined, undefined, 0, "unknown"],
    ["unknown", "unpaid", auto, undefined, 0, "unknown"],
    ["open", "unknown", auto, undefined, 0, "unknown"],
    ["expired", "unknown", auto, undefined, 0, "unknown"],
    // The payment decides when it can be read.
    ["completed", "paid", auto, "succeeded", 0, "paid"],
    ["completed", "paid", manual, "succeeded", 0, "paid"],
    ["completed", "authorized", manual, "succeeded", 0, "paid"],
    ["expired", "unpaid", auto, "succeeded", 0, "paid"],
    ["open", "unpaid", auto, "succeeded", 0, "paid"],
    ["unknown", "unknown", auto, "succeeded", 0, "paid"],
    ["completed", "authorized", manual, "requires_capture", 10, "authorized"],
    ["completed", "paid", manual, "requires_capture", 0, "authorized"],
    ["expired", "unpaid", manual, "requires_capture", 10, "authorized"],
    ["completed", "paid", manual, "succeeded", 6, "authorized"],
    ["completed", "paid", manual, "unknown", 6, "authorized"],
    ["completed", "authorized", manual, "canceled", 0, "canceled"],
    ["expired", "unpaid", auto, "canceled", 0, "canceled"],
    // One attempt is not the end of a session.
    ["open", "unpaid", auto, "failed", 0, "open"],
    ["open", "unpaid", auto, "canceled", 0, "open"],
    ["open", "unpaid", auto, "requires_payment_method", 0, "open"],
    ["open", "unpaid", auto, "requires_action", 0, "open"],
    ["open", "unpaid", auto, "processing", 0, "open"],
    ["expired", "unpaid", auto, "failed", 0, "expired"],
    ["expired", "unpaid", auto, "requires_payment_method", 0, "expired"],
    ["expired", "unpaid", auto, "requires_action", 0, "expired"],
    ["expired", "unpaid", auto, "processing", 0, "unknown"],
    // Contradictions are for asking again, not for deciding.
    ["completed", "paid", auto, "failed", 0, "unknown"],
    ["completed", "paid", auto, "canceled", 0, "unknown"],
    ["completed", "paid", auto, "processing", 0, "unknown"],
    ["completed", "unpaid", auto, "failed", 0, "unknown"],
  ])(
    "%s, %s, %s, payment %s with %i to capture is %s",
    (status, paymentStatus, captureMethod, payment, capturable, phase) => {
      expect(
        phaseOf({
          status,
          paymentStatus,
          captureMethod,
          payment: payment && { status: payment, capturable: eur(capturable) },
        })
      ).toBe(phase)
    }
  )
})
