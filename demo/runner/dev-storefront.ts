import { STOREFRONT } from "./paths"
import { type ShopConfig, withShopConfig } from "./storefront-server"

/** The storefront from its sources, with Vite's hot reload. */
export async function startDevStorefront(
  port: number,
  config: ShopConfig
): Promise<{ stop(): Promise<void> }> {
  const { createServer } = await import("vite")
  const server = await createServer({
    root: STOREFRONT,
    logLevel: "warn",
    server: { port, strictPort: true, host: "127.0.0.1" },
    plugins: [
      {
        name: "shop-config",
        transformIndexHtml: (page) => withShopConfig(page, config),
      },
    ],
  })
  await server.listen()
  return { stop: () => server.close() }
}
