import type { AddressInfo } from "node:net"
import { v1Routes } from "./api-v1/routes"
import { apiV2Routes } from "./api-v2/routes"
import { assemble } from "./assembly"
import { assertOperator } from "./control/access"
import { SandboxControl } from "./control/control"
import { controlRoutes } from "./control/routes"
import { hostedRoutes } from "./hosted/routes"
import { errorAnswer, refusalOf } from "./http/answer"
import type { Call } from "./http/route"
import { serverOf } from "./http/server"
import { errorPage } from "./operator/error-page"
import { operatorRoutes } from "./operator/routes"
import type { SandboxOptions } from "./options"

export type { Books } from "./books"
export type { SandboxControl, ShopperResult } from "./control/control"
export type { PayChoice } from "./control/pay-choice"
export type {
  DeliveryReport,
  PaymentReport,
  RefundReport,
  SessionReport,
} from "./control/report"
export { Refusal } from "./errors"
export type { ApiFault, Faults, FaultsInput, Operation } from "./faults"
export type { SandboxOptions } from "./options"
export type { LoggedRequest } from "./request-log"
export { signWebhook, type SignWebhookInput } from "./webhooks/sign-webhook"

export type Sandbox = {
  /** Where it answers, e.g. `http://127.0.0.1:4400`. */
  url: string
  /** The API's base URL, `…/api2`. */
  apiUrl: string
  apiKey: string
  /** Base URL of the Merchant REST API (V1), `…/payment/rest`. */
  v1ApiUrl: string
  apiLogin: string
  apiPassword: string
  /** The secret in force, `control.setWebhook` included. */
  readonly webhookSecret: string
  control: SandboxControl
  /** Ends it: open connections are cut, waiting webhooks forgotten (a state file keeps them). */
  close: () => Promise<void>
}

/**
 * Starts a local gateway that follows the documents of BPC's eCommerce API V2. Rejects when the port is taken (`EADDRINUSE`), when a
 * switch is wrong, or when the state file is not one of the sandbox's.
 */
export async function startSandbox(
  options: SandboxOptions = {}
): Promise<Sandbox> {
  const host = options.host ?? "127.0.0.1"
  const opened = !["127.0.0.1", "localhost", "::1"].includes(host)
  let url = ""
  const publicUrl = () => options.publicUrl?.replace(/\/+$/, "") ?? url
  const { gateway, forget, stop } = assemble(options, publicUrl)
  const control = new SandboxControl(gateway, forget)
  const guard = (call: Call) => assertOperator(call, opened, publicUrl())

  const routes = [
    ...apiV2Routes(gateway),
    ...v1Routes(gateway),
    ...hostedRoutes(gateway),
    ...controlRoutes(control, guard),
    ...operatorRoutes(gateway, guard),
  ]
  const server = serverOf(routes, (error, call) =>
    String(call.headers.accept ?? "").includes("text/html")
      ? errorPage(refusalOf(error))
      : errorAnswer(refusalOf(error))
  )
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(options.port ?? 0, host, resolve)
  }).catch((error: unknown) => {
    void stop(false)
    throw error
  })
  const { port } = server.address() as AddressInfo
  const name = opened ? "127.0.0.1" : host === "::1" ? "[::1]" : host
  url = `http://${name}:${port}`

  return {
    url,
    apiUrl: `${url}/api2`,
    apiKey: gateway.apiKey,
    v1ApiUrl: `${url}/payment/rest`,
    apiLogin: gateway.apiLogin,
    apiPassword: gateway.apiPassword,
    get webhookSecret() {
      return gateway.target.secret
    },
    control,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await stop(true)
      await closed
    },
  }
}
