import { mkdtemp } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from "playwright-core"
import { Guest, type Shop } from "./guest"

/** As long as a person would wait for anything, on a machine that may be busy. */
const PATIENCE_MS = 60_000
/** Medusa's own dashboard shows the flags of countries from there. */
const DASHBOARD_FLAGS = "https://cdn.jsdelivr.net/gh/lipis/flag-icons/"
const THIS_MACHINE = new Set(["localhost", "127.0.0.1"])

/** Lets a new guest walk through the shop. @throws as `inOwnBrowser` does */
export function visit(
  browser: Browser,
  shop: Shop,
  walk: (guest: Guest, context: BrowserContext) => Promise<void>,
  options: BrowserContextOptions = {}
): Promise<void> {
  return inOwnBrowser(
    browser,
    shop,
    async (context) => {
      await walk(new Guest(await context.newPage(), shop), context)
    },
    options
  )
}

/**
 * Lets a person work with a browser that remembers nothing. The storefront's console stays free of errors, no page's script throws,
 * and no request leaves this machine.
 *
 * @throws what the work throws, with the paths of pictures of the open pages
 */
export async function inOwnBrowser(
  browser: Browser,
  shop: Shop,
  work: (context: BrowserContext) => Promise<void>,
  options: BrowserContextOptions = {}
): Promise<void> {
  const context = await browser.newContext({ locale: "en-GB", ...options })
  context.setDefaultTimeout(PATIENCE_MS)
  const complaints = watch(context, shop)
  try {
    await work(context)
    expect(complaints).toEqual([])
  } catch (error) {
    const pictures = await photograph(context)
    const message = error instanceof Error ? error.message : String(error)
    throw new Error(
      [
        message,
        ...complaints.map((complaint) => `In the browser: ${complaint}`),
        ...pictures.map((picture) => `Picture: ${picture}`),
      ].join("\n"),
      { cause: error }
    )
  } finally {
    await context.close()
  }
}

function watch(context: BrowserContext, { storefrontUrl }: Shop): string[] {
  const complaints: string[] = []
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (
      /^(http|ws)s?:$/.test(protocol) &&
      !THIS_MACHINE.has(hostname) &&
      !request.url().startsWith(DASHBOARD_FLAGS)
    ) {
      complaints.push(`a request left this machine: ${request.url()}`)
    }
  })
  context.on("weberror", (webError) => {
    complaints.push(`a page threw: ${webError.error().message}`)
  })
  context.on("console", (message) => {
    const address = message.page()?.url() ?? ""
    if (message.type() === "error" && address.startsWith(storefrontUrl)) {
      complaints.push(`${address} reports: ${message.text()}`)
    }
  })
  return complaints
}

async function photograph(context: BrowserContext): Promise<string[]> {
  const directory = await mkdtemp(join(tmpdir(), "bpc-browser-"))
  const pictures: string[] = []
  for (const [index, page] of context.pages().entries()) {
    const path = join(directory, `page-${index + 1}.png`)
    const taken = await page.screenshot({ path, fullPage: true }).then(
      () => true,
      () => false
    )
    if (taken) {
      pictures.push(`${path} (${page.url()})`)
    }
  }
  return pictures
}
