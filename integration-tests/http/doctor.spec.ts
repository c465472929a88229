import { spawn } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { createServer, type Server } from "node:http"
import { type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { updateRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { freePort } from "../../demo/runner/ports"
import { cleanEnvironment } from "../../demo/runner/processes"
import { type Check, type Report } from "../../src/cli/doctor/report"
import { Clerk } from "../support/clerk"
import { onServer } from "../support/on-server"
import { shared } from "../support/shared"
import { type Store, startStore } from "../support/store"

jest.setTimeout(180_000)

const ROOT = join(__dirname, "../..")
const SECRETS = {
  BPC_API_KEY: "apikey_9d2c71b0e4a8",
  BPC_WEBHOOK_SECRET: "whsec_58d1f0c7a2b9",
  BPC_ENCRYPTION_KEY: Buffer.alloc(32, 5).toString("base64"),
  JWT_SECRET: "jwt_of_the_doctor_test",
}

let store: Store
let storefront: { url: string; close: () => void }

beforeAll(async () => {
  storefront = await serverThatAnswers((_, res) => res.end("A shop"))
  store = await startStore({
    environment: {
      ...SECRETS,
      STORE_CORS: storefront.url,
      BPC_STOREFRONT_URL: storefront.url,
    },
    sandbox: {
      apiKey: SECRETS.BPC_API_KEY,
      webhookSecret: SECRETS.BPC_WEBHOOK_SECRET,
    },
  })
})
afterAll(async () => {
  storefront.close()
  await store.close()
})

describe("the doctor of a store that is well", () => {
  it("finds nothing wrong, and ends with exit code 0", async () => {
    const { code, report, output } = await doctor()
    expect(troubles(report)).toEqual([])
    expect(report).toMatchObject({ ok: true, mode: "test" })
    expect(code).toBe(0)
    expect(messages(report)).toMatchObject({
      configuration: expect.stringContaining("Medusa loads with it"),
      database: expect.stringContaining("the plugin's tables are up to date"),
      encryption: expect.stringContaining("can be read"),
      accounts: '"The one in the store\'s configuration" for every currency.',
      connection: expect.stringContaining("accepted the key"),
      regions: expect.stringMatching(/Offered in .*\(EUR\).*\(JPY\)/),
      backend: `Medusa answers at ${store.url}.`,
      webhook: expect.stringContaining("was accepted"),
      deliveries: expect.stringContaining("The last good one came at"),
      storefront: `${storefront.url} answers.`,
      return: expect.stringContaining(`${storefront.url}/de/order/order_01`),
      cors: `The store API allows ${storefront.url}.`,
      payments: "None waits for a person.",
      job: expect.stringMatching(/ran last at|has just been started/),
      processes: expect.stringContaining("right for a single process"),
    })
    expect(secretsIn(output)).toEqual([])
  })

  it("and the command line's export writes the same bytes as the admin's, and its diagnosis no secret", async () => {
    const directory = await mkdtemp(join(tmpdir(), "bpc-export-"))
    const file = join(directory, "payments.csv")
    await store.sql(
      `insert into bpc_session (id, provider_id, account_id, mode, payment_session_id, payment_collection_id, merchant_reference_id,
         return_secret, amount, currency_code, capture_method, state)
       values ('bpcses_export', 'pp_bpc_bpc', 'options', 'test', 'payses_export', 'paycol_export', 'payses_export', 'x', 1234, 'EUR', 'automatic', 'expired')`
    )
    try {
      const { code, output } = await run(["export", "payments", "--out", file])
      expect({ code, output }).toEqual({ code: 0, output: "" })
      const clerk = await Clerk.logIn(store)
      expect(await readFile(file, "utf8")).toBe(
        await clerk.text("/admin/bpc/export?kind=payments")
      )
      expect(await readFile(file, "utf8")).toMatch(
        /^payment_id,.*\r\nbpcses_export,.*,12\.34,0\.00,0\.00,EUR,test,/
      )
      const made = await run(["diagnosis", "--out", file])
      expect(made).toEqual({ code: 0, output: "" })
      const diagnosis = await readFile(file, "utf8")
      expect(JSON.parse(diagnosis)).toMatchObject({ health: { mode: "test" } })
      expect(secretsIn(diagnosis)).toEqual([])
      const wrong = await run(["export", "orders"])
      expect(wrong).toMatchObject({
        code: 2,
        output: expect.stringContaining("kind must be one of payments"),
      })
    } finally {
      await store.sql(`delete from bpc_session where id = 'bpcses_export'`)
      await rm(directory, { recursive: true })
    }
  })

  it("speaks to a person, too", async () => {
    const { code, output } = await run(["doctor"])
    expect(code).toBe(0)
    expect(output).toContain("BPC payments · test mode")
    expect(output).toMatch(/✓ Backend +Medusa answers at/)
    expect(output).toMatch(/0 problems, 0 warnings, \d+ ok/)
    expect(secretsIn(output)).toEqual([])
  })
})

describe("the doctor of a store that is not", () => {
  it("names each thing, says what to do, and ends with exit code 1", async () => {
    storefront.close()
    await store.sql(
      `update bpc_heartbeat set at = now() - interval '1 hour', detail = '400' where name in ('clock', 'reconcile')`
    )
    const { code, report, output } = await doctor([], {
      BPC_API_KEY: "apikey_of_another_shop",
      BPC_WEBHOOK_SECRET: "whsec_of_another_shop",
      BPC_ENCRYPTION_KEY: "",
      STORE_CORS: "https://other.example",
      BPC_MODE: "live",
      MEDUSA_WORKER_MODE: "server",
    })
    expect(code).toBe(1)
    expect(report.ok).toBe(false)
    expect(
      troubles(report).map(({ check, status }) => `${check}: ${status}`)
    ).toEqual(
      expect.arrayContaining([
        "encryption: warning",
        "connection: problem",
        "addresses: problem",
        "webhook: problem",
        "storefront: warning",
        "processes: problem",
      ])
    )
    for (const { message, action } of troubles(report)) {
      expect(message).toMatch(/\.$/)
      expect(action).toMatch(/\.$/)
    }
    expect(output).not.toContain("_of_another_shop")
    expect(secretsIn(output)).toEqual([])
  })

  it("sees a region whose currency no account serves, and regions that do not offer the provider", async () => {
    // An account of the admin, since the one of the options would serve every currency.
    await store.sql(
      `insert into bpc_account (id, name, mode, api_url, api_key, api_key_last4, currencies)
       values ('bpcacc_euro', 'Euro', 'test', $1, '', 'test', '{EUR}')`,
      [store.sandbox.apiUrl]
    )
    const environment = { BPC_API_KEY: "", BPC_API_URL: "" }
    const { code, report } = await doctor([], environment)
    const regions = report.checks.filter(({ check }) => check === "regions")
    expect(code).toBe(1)
    expect(regions.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/no test account serves its currency JPY/),
      ])
    )

    const offering = await store.bpc.queries.offeringRegions("pp_bpc_bpc")
    await offer(
      offering.map(({ id }) => id),
      ["pp_system_default"]
    )
    expect(messages((await doctor([], environment)).report)).toMatchObject({
      regions: "No region offers card payment yet.",
    })
    await offer(
      offering.map(({ id }) => id),
      ["pp_bpc_bpc"]
    )
  })

  it("leaves what needs a server alone when none runs, without calling that a problem", async () => {
    const url = `http://localhost:${await freePort()}`
    const { report } = await doctor(["--url", url])
    const checks = report.checks.map(({ check }) => check)
    expect(messages(report).backend).toContain(`Medusa does not run at ${url},`)
    expect(checks).not.toContain("webhook")
    expect(
      troubles(report).find(({ check }) => check === "job")?.status
    ).not.toBe("problem")
    expect(messages(report).cors).toContain("allows")
  })
})

describe("a store whose Medusa has other tables than the plugin knows", () => {
  it("hears which column is gone, and who reads it", async () => {
    await store.sql(
      `alter table order_exchange rename column order_id to belongs_to`
    )
    const { code, report } = await doctor()
    await store.sql(
      `alter table order_exchange rename column belongs_to to order_id`
    )
    expect(code).toBe(1)
    expect(report.checks).toMatchObject([
      {
        check: "database",
        status: "problem",
        message:
          "Medusa's table order_exchange has no column order_id: core-tables/order-of.ts reads it.",
        action: expect.stringContaining("docs/compatibility.md"),
      },
    ])
  })
})

describe("a store that cannot start", () => {
  it.each([
    [
      "has a wrong option",
      { BPC_MODE: "nonsense" },
      'medusa-payment-bpc: environment variable BPC_MODE (option "account.mode") must be "test" or "live".',
    ],
    [
      "has no database server",
      { DATABASE_URL: "postgres://shop:pass-w0rd@localhost:1/shop" },
      "PostgreSQL at localhost:1 cannot be reached (ECONNREFUSED).",
    ],
    [
      "has no database",
      { DATABASE_URL: () => `${shared().serverUrl}/nowhere` },
      expect.stringContaining("it has no database of the name"),
    ],
  ])("because it %s hears so in one sentence", async (_, variables, says) => {
    const environment = Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [
        name,
        typeof value === "function" ? value() : value,
      ])
    )
    const { code, report, output } = await doctor([], environment)
    expect(code).toBe(1)
    expect(report.checks).toEqual([
      expect.objectContaining({ status: "problem", message: says }),
    ])
    expect(output).not.toContain("pass-w0rd")
    expect(secretsIn(output)).toEqual([])
  })

  it("because its tables are not there hears of db:migrate", async () => {
    const { serverUrl } = shared()
    const name = `bpc_doctor_${process.pid}`
    await onServer(serverUrl, `create database ${name}`)
    const { code, report } = await doctor([], {
      DATABASE_URL: `${serverUrl}/${name}`,
    })
    await onServer(serverUrl, `drop database ${name}`)
    expect(code).toBe(1)
    expect(report.checks).toMatchObject([
      { check: "database", action: "Run `npx medusa db:migrate`." },
    ])
  })

  it("because the folder is another one hears where it is", async () => {
    const folder = await mkdtemp(join(tmpdir(), "bpc-doctor-"))
    const { code, output } = await run(["doctor"], {}, folder)
    await rm(folder, { recursive: true })
    expect(code).toBe(1)
    expect(output).toContain("There is no medusa-config here")
  })
})

async function offer(ids: string[], providers: string[]): Promise<void> {
  for (const id of ids) {
    await updateRegionsWorkflow(store.container).run({
      input: { selector: { id }, update: { payment_providers: providers } },
    })
  }
}

async function doctor(
  args: string[] = [],
  environment: Record<string, string> = {}
): Promise<{ code: number | null; report: Report; output: string }> {
  const { code, output } = await run(["doctor", "--json", ...args], environment)
  return { code, output, report: JSON.parse(output) as Report }
}

function run(
  args: string[],
  environment: Record<string, string> = {},
  cwd = ROOT
): Promise<{ code: number | null; output: string }> {
  const child = spawn(
    process.execPath,
    [
      "-r",
      join(ROOT, "node_modules/ts-node/register"),
      join(ROOT, "src/cli/index.ts"),
      ...args,
    ],
    {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...cleanEnvironment(),
        ...variablesOfStore(),
        NODE_ENV: "test",
        MEDUSA_DISABLE_ADMIN: "true",
        TS_NODE_PROJECT: join(ROOT, "tsconfig.json"),
        ...environment,
      },
    }
  )
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")))
  }
  return new Promise((resolve) =>
    child.on("close", (code) => resolve({ code, output }))
  )
}

/** What `startStore` put into this process's environment. */
function variablesOfStore(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value !== undefined && /^(BPC_|DATABASE_URL|STORE_CORS|JWT_)/.test(name)
        ? [[name, value]]
        : []
    )
  )
}

function troubles({ checks }: Report): Check[] {
  return checks.filter(({ status }) => status !== "ok")
}

function messages({ checks }: Report): Record<string, string> {
  return Object.fromEntries(
    checks.map(({ check, message }) => [check, message])
  )
}

function secretsIn(output: string): string[] {
  return Object.entries(SECRETS).flatMap(([name, secret]) =>
    output.includes(secret) ? [name] : []
  )
}

async function serverThatAnswers(
  answer: Parameters<typeof createServer>[1] & object
): Promise<{ url: string; close: () => void }> {
  const server: Server = createServer(answer)
  await new Promise<void>((ready) => server.listen(0, "localhost", ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
