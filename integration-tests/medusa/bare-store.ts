import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { type Terminal } from "../package/terminal"

const CONFIG = `const { defineConfig } = require("@medusajs/framework/utils")
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: { storeCors: "", adminCors: "", authCors: "", jwtSecret: "bare", cookieSecret: "bare" },
  },
  admin: { disable: true },
})
`
/** An order with a transaction: its summary is where the keys of JSON columns are looked for. */
const PLACE_ORDER = `exports.default = async ({ container }) => {
  const orders = container.resolve("order")
  const order = await orders.createOrders({
    currency_code: "eur",
    email: "guest@example.com",
    items: [{ title: "Scoop", quantity: 1, unit_price: 3 }],
  })
  await orders.addOrderTransactions({ order_id: order.id, amount: 3, currency_code: "eur" })
}
`

/** A Medusa of some version outside this repository, without the plugin and without anything to sell. */
export class BareStore {
  constructor(
    private readonly terminal: Terminal,
    private readonly directory: string
  ) {}

  async install(version: string): Promise<void> {
    const files = {
      "package.json": JSON.stringify({ name: "bare-store", private: true }),
      "medusa-config.js": CONFIG,
      "src/scripts/place-order.js": PLACE_ORDER,
    }
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(this.directory, path, ".."), { recursive: true })
      await writeFile(join(this.directory, path), text)
    }
    await this.terminal.succeed(
      this.terminal.npm([
        "install",
        "--prefer-offline",
        "--no-audit",
        "--no-fund",
        // The dashboard's peers, which are not what is asked here.
        "--legacy-peer-deps",
        ...["cli", "framework", "medusa"].map(
          (name) => `@medusajs/${name}@${version}`
        ),
      ]),
      { cwd: this.directory }
    )
  }

  /** Makes Medusa's tables, and an order in them. */
  async fill(databaseUrl: string): Promise<void> {
    await this.medusa(databaseUrl, ["db:migrate", "--execute-safe-links"])
    await this.medusa(databaseUrl, ["exec", "./src/scripts/place-order.js"])
  }

  private async medusa(databaseUrl: string, args: string[]): Promise<void> {
    await this.terminal.succeed(
      [join(this.directory, "node_modules/@medusajs/cli/cli.js"), ...args],
      {
        cwd: this.directory,
        env: {
          NODE_ENV: "development",
          DATABASE_URL: databaseUrl,
          MEDUSA_DISABLE_TELEMETRY: "1",
        },
      }
    )
  }
}
