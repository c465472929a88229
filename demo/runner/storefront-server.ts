import { readFile } from "node:fs/promises"
import { type Server } from "node:http"
import { join } from "node:path"
import { createAdaptorServer } from "@hono/node-server"
import { serveStatic } from "@hono/node-server/serve-static"
import { Hono } from "hono"
import { STOREFRONT_BUILD } from "./paths"

/** What the built storefront has to be told at run time; it reads it from its page. */
export type ShopConfig = { backendUrl: string; publishableKey: string }

const CONFIG_PLACEHOLDER = "<!--shop-config-->"
const FILE = "/:file{.+\\.(?!html$)\\w+}"
const LASTING = "public, max-age=31536000, immutable"

/** Serves the storefront's build: files by their name, and the page itself for every other address. */
export async function startStorefrontServer(
  port: number,
  config: ShopConfig
): Promise<{ stop(): Promise<void> }> {
  const template = await readFile(join(STOREFRONT_BUILD, "index.html"), "utf8")
  const page = withShopConfig(template, config)
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    const lasting = context.req.path.startsWith("/assets/") && context.res.ok
    context.header("Cache-Control", lasting ? LASTING : "no-cache")
  })
  app.get(FILE, serveStatic({ root: STOREFRONT_BUILD }), (context) =>
    context.notFound()
  )
  app.get("*", (context) => context.html(page))
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
  }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  return { stop: () => close(server) }
}

export function withShopConfig(page: string, config: ShopConfig): string {
  return page.replace(
    CONFIG_PLACEHOLDER,
    `<script type="application/json" id="shop-config">${JSON.stringify(config).replaceAll("<", "\\u003c")}</script>`
  )
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
