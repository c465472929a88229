import {
  chmod,
  mkdtemp,
  readFile,
  readdir,
  rm,
  writeFile,
} from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import Medusa from "@medusajs/js-sdk"
import { Crew } from "../../demo/runner/crew"
import { ROOT } from "../../demo/runner/paths"
import { freePort } from "../../demo/runner/ports"
import { startPostgres } from "../../demo/runner/postgres"
import { BareStorefront, RESOLUTIONS } from "./bare-storefront"
import { FreshStore } from "./fresh-store"
import { checkOut } from "./guest"
import {
  type Tarball,
  missingTargets,
  packPlugin,
  pluginManifest,
  uncompiledSources,
} from "./tarball"
import { README_STEPS } from "./readme-steps"
import { SandboxDesk, envLines } from "./sandbox-desk"
import { Terminal } from "./terminal"
import { printTotal } from "../support/totals"

const MINUTE = 60_000
/** A guard against shipping what no store needs, such as tests or pictures; not the size to be proud of. */
const SIZE_LIMIT_BYTES = 680 * 1024
const STOREFRONT = "http://localhost:8000"
const ADMIN = { email: "admin@example.com", password: "correct horse battery" }
const ENTRIES = [
  "config",
  "testing",
  "workflows",
  "modules/bpc",
  "providers/bpc",
].map((entry) => `medusa-payment-bpc/${entry}`)

const crew = new Crew(new AbortController().signal)
let directory: string
let terminal: Terminal
let tarball: Tarball

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "bpc-package-"))
  // As root, PostgreSQL runs as a user of its own, who must get through here.
  await chmod(directory, 0o755)
  terminal = new Terminal(directory, crew)
  tarball = await packPlugin(terminal)
}, 5 * MINUTE)

afterAll(async () => {
  await crew.stop()
  await rm(directory, { recursive: true, force: true })
}, MINUTE)

describe("the packed plugin", () => {
  it("holds the build, its papers and nothing else", () => {
    const papers = tarball.files.filter(
      (path) => !path.startsWith(".medusa/server/")
    )
    expect(papers.sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "package.json",
    ])
    const unwanted =
      /__tests__|\.(spec|test)\.|\.map$|(?<!\.d)\.tsx?$|medusa-config|integration-tests|node_modules|tsbuildinfo|\/server\/demo\//
    expect(tarball.files.filter((path) => unwanted.test(path))).toEqual([])
  })

  it(
    "is found right by publint, and its types by are-the-types-wrong",
    async () => {
      const tool = (path: string) => join(ROOT, "node_modules", path)
      await terminal.succeed(
        [tool("publint/src/cli.js"), "run", tarball.path, "--strict"],
        { cwd: ROOT }
      )
      await terminal.succeed(
        [
          tool("@arethetypeswrong/cli/dist/index.js"),
          tarball.path,
          // What Medusa's projects and all bundlers use; not TypeScript's resolution of before 2022.
          "--profile",
          "node16",
          // Medusa's own form for a module: `export default Module(…)`, compiled to CommonJS.
          "--ignore-rules",
          "cjs-only-exports-default",
          // A bundle for the dashboard; nobody imports it by hand.
          "--exclude-entrypoints",
          "./admin",
        ],
        { cwd: ROOT }
      )
    },
    2 * MINUTE
  )

  it("has every file that its exports and programs name, with types beside each module", () => {
    expect(missingTargets(pluginManifest(), tarball.files)).toEqual([])
    expect(Object.keys(pluginManifest().exports)).toEqual(
      expect.arrayContaining(
        ENTRIES.map((entry) => entry.replace("medusa-payment-bpc", "."))
      )
    )
  })

  it("holds every route and every other source in its compiled form", async () => {
    expect(await uncompiledSources(tarball.files)).toEqual([])
  })

  it("is small", () => {
    process.stdout.write(
      `The package: ${tarball.size} bytes packed, ${tarball.unpackedSize} unpacked, ${tarball.files.length} files.\n`
    )
    expect(tarball.size).toBeLessThanOrEqual(SIZE_LIMIT_BYTES)
  })
})

describe("in a storefront that has nothing of Medusa", () => {
  let storefront: BareStorefront

  beforeAll(async () => {
    storefront = new BareStorefront(terminal, join(directory, "storefront"))
    await storefront.create(tarball.path)
  }, 5 * MINUTE)

  it("is installed without Medusa", async () => {
    const modules = await readdir(join(storefront.directory, "node_modules"))
    expect(modules).toContain("medusa-payment-bpc")
    expect(modules).not.toContain("@medusajs")
  })

  it(
    "gives the same kit to ES modules and to CommonJS",
    async () => {
      const [kit, messages, react] = await storefront.exportsOf("import")
      expect(kit).toEqual(
        expect.arrayContaining(["isBpc", "paymentStatus", "paymentUrl"])
      )
      expect(messages).toEqual(["paymentMessage"])
      expect(react).toEqual([
        "BpcPaymentButton",
        "BpcPaymentMessage",
        "useBpcPayment",
      ])
      expect(await storefront.exportsOf("require")).toEqual([
        kit,
        messages,
        react,
      ])
    },
    MINUTE
  )

  it.each(RESOLUTIONS)(
    "brings its types to a project of module $module, resolution $resolution, extension $extension",
    async (resolution) => {
      expect(await storefront.typeCheck(resolution)).toEqual({
        code: 0,
        output: "",
      })
    },
    2 * MINUTE
  )

  it("marks the React part for React's servers, and adds nothing that is not used", async () => {
    const kit = join(
      storefront.directory,
      "node_modules/medusa-payment-bpc/.medusa/server/src/storefront"
    )
    expect(await readFile(join(kit, "react/index.mjs"), "utf8")).toMatch(
      /^"use client"/
    )
    expect(
      await storefront.bundled('import "medusa-payment-bpc/storefront"')
    ).toBe("")
    expect(
      await storefront.bundled(
        'export { isBpc } from "medusa-payment-bpc/storefront"'
      )
    ).not.toContain("fetch")
  })
})

describe("in a fresh Medusa application", () => {
  let store: FreshStore
  /** When a shop owner would begin with the README's steps. */
  let since: number

  beforeAll(async () => {
    const { path } = tarball
    store = new FreshStore(terminal, join(directory, "store"))
    await store.create()
    since = Date.now()
    await store.installPlugin(path)
  }, 12 * MINUTE)

  it(
    "resolves every entry, and each brings its types",
    async () => {
      const { output } = await store.node([
        "-p",
        `JSON.stringify(${JSON.stringify(ENTRIES)}.filter((entry) => Object.keys(require(entry)).length === 0))`,
      ])
      expect(JSON.parse(output)).toEqual([])
      await store.node([store.program("typescript", "tsc"), "--noEmit"])
    },
    5 * MINUTE
  )

  it(
    "prints the help of its command line without loading Medusa",
    async () => {
      const report = join(directory, "loaded.json")
      const hook = join(directory, "list-modules.cjs")
      await writeFile(
        hook,
        `process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(report)}, JSON.stringify(Object.keys(require.cache))))`
      )
      const { output } = await store.node([
        "-r",
        hook,
        store.program("medusa-payment-bpc", "medusa-payment-bpc"),
        "--help",
      ])
      const loaded = JSON.parse(await readFile(report, "utf8")) as string[]

      expect(output).toMatch(/Usage: medusa-payment-bpc <command>/)
      expect(output).toMatch(/sandbox[^]*generate-key/)
      expect(loaded.some((path) => path.includes("medusa-payment-bpc"))).toBe(
        true
      )
      expect(loaded.filter((path) => path.includes("@medusajs"))).toEqual([])
    },
    MINUTE
  )

  it(
    "stops the boot with one sentence that names the wrong option",
    async () => {
      const { code, output } = await store.tryToStart({
        BPC_MODE: "nonsense",
      })

      expect(code).not.toBe(0)
      expect(output).toContain(
        'medusa-payment-bpc: environment variable BPC_MODE (option "account.mode") must be "test" or "live".'
      )
    },
    2 * MINUTE
  )

  it("tells these very steps in its README", async () => {
    const readme = await readFile(
      join(store.directory, "node_modules/medusa-payment-bpc/README.md"),
      "utf8"
    )
    expect(README_STEPS.filter((step) => !readme.includes(step))).toEqual([])
  })

  describe("configured as its README tells", () => {
    let storeUrl: string
    let desk: SandboxDesk
    let publishableKey: string

    beforeAll(async () => {
      const [port, sandboxPort] = [await freePort(), await freePort()]
      storeUrl = `http://localhost:${port}`
      desk = new SandboxDesk(`http://127.0.0.1:${sandboxPort}`)
      const { databaseUrl } = await startPostgres({
        directory,
        password: "postgres",
        onStarted: (running) => crew.add(running),
      })
      const greeting = await store.startUntil(/Ctrl-C ends it/, [
        store.program("medusa-payment-bpc", "medusa-payment-bpc"),
        "sandbox",
        "--port",
        String(sandboxPort),
        "--webhook-url",
        `${storeUrl}/webhooks/bpc`,
      ])
      const key = await store.npx(["medusa-payment-bpc", "generate-key"])
      const seedResult = join(directory, "seed.json")
      await store.addToEnv({
        DATABASE_URL: databaseUrl,
        JWT_SECRET: "fresh-store-jwt",
        COOKIE_SECRET: "fresh-store-cookie",
        STORE_CORS: STOREFRONT,
        ADMIN_CORS: storeUrl,
        AUTH_CORS: storeUrl,
        DISABLE_ADMIN: "true",
        ...envLines(greeting),
        BPC_ENCRYPTION_KEY: /^\S{43}=$/m.exec(key.output)?.[0] ?? "",
        BPC_BACKEND_URL: storeUrl,
        BPC_STOREFRONT_URL: STOREFRONT,
        DEMO_SEED_RESULT: seedResult,
        DEMO_STOREFRONT_URL: STOREFRONT,
        DEMO_CARD_PAYMENTS: "on",
        DEMO_ADMIN_EMAIL: ADMIN.email,
        DEMO_ADMIN_PASSWORD: ADMIN.password,
      })
      await store.medusa(["db:migrate"])
      await store.medusa(["exec", "./src/scripts/seed.ts"])
      await store.startUntil(/Server is ready on port/, [
        store.program("@medusajs/cli", "medusa"),
        "start",
        "--port",
        String(port),
      ])
      const seeded = await readFile(seedResult, "utf8")
      ;({ publishableKey } = JSON.parse(seeded) as { publishableKey: string })
    }, 10 * MINUTE)

    it(
      "sells: a guest pays at the sandbox, and the store has exactly one paid order",
      async () => {
        const sdk = new Medusa({
          baseUrl: storeUrl,
          publishableKey,
          auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
        })
        const { cart, paymentSession } = await checkOut(sdk, "SCOOP")
        const returnUrl = await desk.pay(String(paymentSession.data.id))
        const back = await fetch(returnUrl, { redirect: "manual" })
        const completed = await sdk.store.cart.complete(cart.id)
        await desk.idle()

        const { status, order_id: orderId } = await sdk.client.fetch<{
          status: string
          order_id?: string
        }>(`/store/bpc/status/${paymentSession.id}`)
        expect(status).toBe("paid")
        expect([back.status, back.headers.get("location")]).toEqual([
          303,
          `${STOREFRONT}/de/order/${orderId}/confirmed`,
        ])
        expect(completed).toMatchObject({
          type: "order",
          order: { id: orderId },
        })
        const { order } = await sdk.store.order.retrieve(String(orderId))
        expect(order.total).toBe(cart.total)

        await sdk.auth.login("user", "emailpass", ADMIN)
        const { orders, count } = await sdk.admin.order.list()
        expect(count).toBe(1)
        expect(orders).toMatchObject([
          { id: orderId, payment_status: "captured" },
        ])
        expect(await desk.books()).toMatchObject({
          EUR: { captured: Math.round(cart.total * 100), refunded: 0 },
        })
        expect(new Set(await desk.webhookAnswers())).toEqual(new Set([200]))
        printTotal(
          `from npm install of the plugin to a paid order in a fresh store: ${Math.round((Date.now() - since) / 1000)} s of the machine, other tests of the package in between included`
        )
      },
      MINUTE
    )
  })
})
