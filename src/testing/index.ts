export { startSandbox } from "../../sandbox"
export type {
  ApiFault,
  Books,
  DeliveryReport,
  Faults,
  FaultsInput,
  LoggedRequest,
  PayChoice,
  Sandbox,
  SandboxControl,
  SandboxOptions,
  SessionReport,
  ShopperResult,
} from "../../sandbox"
export { signWebhook, type SignWebhookInput } from "../gateway/sign-webhook"
