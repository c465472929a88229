import { readFile } from "node:fs/promises"
import {
  type IncomingMessage,
  type Server,
  type ServerResponse,
  createServer,
} from "node:http"
import { extname, join, normalize } from "node:path"
import { STOREFRONT_BUILD } from "./paths"

/** What the built storefront has to be told at run time; it reads it from its page. */
export type ShopConfig = { backendUrl: string; publishableKey: string }

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
}
const CONFIG_PLACEHOLDER = "<!--shop-config-->"

/** Serves the storefront's build: files by their name, and the page itself for every other address. */
export async function startStorefrontServer(
  port: number,
  config: ShopConfig
): Promise<{ stop(): Promise<void> }> {
  const template = await readFile(join(STOREFRONT_BUILD, "index.html"), "utf8")
  const page = withShopConfig(template, config)
  const server = createServer((request, response) => {
    answer(request, response, page).catch(() => response.writeHead(500).end())
  })
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

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  page: string
) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end()
    return
  }
  const path = pathOf(request)
  const type = TYPES[extname(path)]
  if (!type || path.endsWith(".html")) {
    send(response, TYPES[".html"], "no-cache", page)
    return
  }
  const body = await readFile(join(STOREFRONT_BUILD, path)).catch(
    () => undefined
  )
  if (!body) {
    response
      .writeHead(404, { "Content-Type": TYPES[".txt"] })
      .end("Not found\n")
    return
  }
  const lasting = path.startsWith("/assets/")
  send(
    response,
    type,
    lasting ? "public, max-age=31536000, immutable" : "no-cache",
    body
  )
}

/** Decoded and normalised, so that it cannot climb out of the build. */
function pathOf({ url = "/" }: IncomingMessage): string {
  const { pathname } = new URL(url, "http://localhost")
  try {
    return normalize(decodeURIComponent(pathname)).replaceAll("\\", "/")
  } catch {
    return "/"
  }
}

function send(
  response: ServerResponse,
  type: string | undefined,
  cacheControl: string,
  body: string | Buffer
) {
  response
    .writeHead(200, { "Content-Type": type, "Cache-Control": cacheControl })
    .end(body)
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
