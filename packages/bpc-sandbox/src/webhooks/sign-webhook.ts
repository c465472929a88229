import { type Faults } from "../faults"
import { signatureOf } from "./signature"

export type SignWebhookInput = {
  /** As it is sent, byte for byte. */
  rawBody: Buffer | string
  secret: string
  /** A date, or seconds since 1970. Default now. */
  timestamp?: Date | number
  /** What is signed; default `body.t`. */
  text?: Faults["signature"]["text"]
  /** Default `hex`. */
  encoding?: Faults["signature"]["encoding"]
  /** `bare` is the digest alone, of the body alone: it carries no timestamp. Default `t,v1`. */
  layout?: "t,v1" | "bare"
}

/** @returns the value of `X-Signature` for a webhook's body, to test a webhook route with */
export function signWebhook({
  rawBody,
  secret,
  timestamp = new Date(),
  text = "body.t",
  encoding = "hex",
  layout = "t,v1",
}: SignWebhookInput): string {
  return signatureOf({
    body: rawBody,
    secret,
    now: timestamp instanceof Date ? timestamp.getTime() : timestamp * 1000,
    style: {
      layout: layout === "bare" ? "bare" : "t_v1",
      text,
      encoding,
      timestamp: "s",
      skewSeconds: 0,
      wrongSecret: false,
    },
  })
}
