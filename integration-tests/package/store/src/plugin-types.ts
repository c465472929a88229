import { type BpcOptions, withBpcPayments } from "medusa-payment-bpc/config"
import type bpcModule from "medusa-payment-bpc/modules/bpc"
import type bpcProvider from "medusa-payment-bpc/providers/bpc"
import { type Sandbox, type signWebhook, type startSandbox } from "bpc-sandbox"
import { type settleSessionWorkflow } from "medusa-payment-bpc/workflows"

type IsAny<Type> = 0 extends 1 & Type ? true : false

// Never run: this compiles only if each entry of the package brings its types and none of them has decayed to `any`.
export const anything: [
  IsAny<BpcOptions>,
  IsAny<Sandbox>,
  IsAny<typeof withBpcPayments>,
  IsAny<typeof startSandbox>,
  IsAny<typeof signWebhook>,
  IsAny<typeof settleSessionWorkflow>,
  IsAny<typeof bpcModule>,
  IsAny<typeof bpcProvider>,
] = [false, false, false, false, false, false, false, false]

export const options: BpcOptions = {
  account: { mode: "test", webhookSecret: ["new", "old"] },
}
export const config: { plugins: string[] } = withBpcPayments(
  { plugins: ["another"] },
  options
)
