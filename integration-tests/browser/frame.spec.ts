import { type RequestListener, type Server, createServer } from "node:http"
import { type AddressInfo } from "node:net"
import { join } from "node:path"
import { build } from "esbuild"
import { type Browser } from "playwright-core"
import { launchChromium } from "./chromium"

jest.setTimeout(60_000)

const KIT = join(__dirname, "../../packages/medusa-payment-bpc-storefront/src")

/** A checkout that pays a cart of which it knows the page. */
const SCRIPT = `
import { errorText, redirectToPayment } from "./index"

const paymentUrl = document.currentScript.dataset.page
const cart = { id: "cart_1", payment_collection: { id: "pay_col_1", payment_sessions: [
  { id: "payses_1", provider_id: "pp_bpc_bpc", data: { paymentUrl } },
] } }
document.body.innerHTML = '<button>Pay</button> <output></output>'
const say = (text) => { document.querySelector("output").textContent = text }
document.querySelector("button").onclick = () =>
  redirectToPayment(cart).then(() => say("done"), (error) => say(errorText(error, "en")))
`

const servers: Server[] = []
let browser: Browser
let pageUrl: string
let checkoutUrl: string
let hostUrl: string

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: KIT },
    bundle: true,
    format: "iife",
    write: false,
  })
  const script = outputFiles[0]?.text ?? ""
  pageUrl = await serve((_, response) => {
    response.setHeader("x-frame-options", "DENY")
    response.end("<title>The hosted page</title>")
  }, "127.0.0.1")
  // Another site than the page around it.
  checkoutUrl = await serve((_, response) => {
    response.end(
      `<body><script data-page="${pageUrl}">${script}</script></body>`
    )
  }, "localhost")
  hostUrl = await serve(({ url = "" }, response) => {
    const sandbox = new URL(url, "http://host").searchParams.get("sandbox")
    response.end(
      `<title>A host</title><iframe src="${checkoutUrl}" ${sandbox ? `sandbox="${sandbox}"` : ""}></iframe>`
    )
  }, "127.0.0.1")
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  for (const server of servers) server.close()
})

async function serve(answer: RequestListener, host: string): Promise<string> {
  const server = createServer((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8")
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, host, listening))
  return `http://${host}:${(server.address() as AddressInfo).port}/`
}

/** Clicks in a frame with these permissions; none given, it is not sandboxed. */
async function clickIn(sandbox = "") {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${hostUrl}?sandbox=${encodeURIComponent(sandbox)}`)
  const frame = page.frameLocator("iframe")
  const opening = context.waitForEvent("page", { timeout: 20_000 })
  opening.catch(() => undefined)
  await frame.getByRole("button").click()
  return { context, page, frame, opening }
}

it.each([
  [""],
  ["allow-scripts allow-same-origin allow-top-navigation-by-user-activation"],
])(
  'a checkout in a frame (sandbox "%s") leads the whole window to the hosted page',
  async (sandbox) => {
    const { context, page } = await clickIn(sandbox)
    await page.waitForURL(pageUrl)
    expect(context.pages()).toHaveLength(1)
    await context.close()
  }
)

it.each([
  ["allow-scripts allow-same-origin allow-popups"],
  ["allow-scripts allow-popups"],
])(
  'where the frame (sandbox "%s") may not, the hosted page opens in a tab',
  async (sandbox) => {
    const { context, page, frame, opening } = await clickIn(sandbox)
    const tab = await opening
    await tab.waitForURL(pageUrl)
    await frame.getByText("done").waitFor()
    expect(await page.title()).toBe("A host")
    await context.close()
  }
)

it("where neither is allowed, the shopper is told instead of looking at an empty frame", async () => {
  const { context, frame } = await clickIn("allow-scripts allow-same-origin")
  await frame.getByText("The payment could not be started.").waitFor()
  await context.close()
})
