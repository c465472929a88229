import { Refusal } from "../errors"
import type { Gateway } from "../gateway"
import type { Html } from "../html"
import { json, type Answer } from "../http/answer"
import { param, type Call, type Route } from "../http/route"
import { controlPage } from "./control-page"
import { dashboard, dashboardParts } from "./dashboard"
import { errorPage } from "./error-page"
import { sessionPage, sessionParts } from "./session-page"

/** The pages for whoever runs the sandbox, and the parts that they fetch again. */
export function operatorRoutes(
  gateway: Gateway,
  guard: (call: Call) => void
): Route[] {
  const page = (
    path: string,
    show: (call: Call) => Promise<Answer>
  ): Route => ({
    method: "GET",
    path,
    handle: async (call) => {
      try {
        guard(call)
        return await show(call)
      } catch (error) {
        if (error instanceof Refusal) return errorPage(error)
        throw error
      }
    },
  })
  const session = (call: Call) => {
    const record = gateway.store.session(param(call, "id"))
    void gateway.sessions.expireIfDue(record)
    return record
  }
  return [
    page("/", () => dashboard(gateway)),
    page("/live", () => live(dashboardParts(gateway))),
    page("/sessions/:id", (call) => sessionPage(gateway, session(call))),
    page("/sessions/:id/live", (call) =>
      live(sessionParts(gateway, session(call)))
    ),
    page("/control", () =>
      controlPage({
        merchantName: gateway.merchantName,
        url: gateway.publicUrl(),
        faults: gateway.desk.current,
      })
    ),
  ]
}

async function live(parts: Record<string, Html>): Promise<Answer> {
  const shown = await Promise.all(
    Object.entries(parts).map(async ([id, part]) => [id, String(await part)])
  )
  return json(200, Object.fromEntries(shown))
}
