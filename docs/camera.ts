import { stat } from "node:fs/promises"
import { join } from "node:path"
import {
  type Browser,
  type BrowserContextOptions,
  type Page,
} from "playwright-core"

export const IMAGES = join(__dirname, "images")
export const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1300, height: 860 }
const SIZE_LIMIT_BYTES = 200_000

/** A browser of its own for the work, as wide as a usual one unless told otherwise. */
export async function inWindow(
  browser: Browser,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>
) {
  const context = await browser.newContext({
    locale: "en-GB",
    colorScheme: "light",
    viewport: DESKTOP,
    ...options,
  })
  try {
    await work(await context.newPage())
  } finally {
    await context.close()
  }
}

/** Writes `images/<name>.png`. @throws when the picture is too heavy for a README */
export async function take(
  page: Page,
  name: string,
  { fullPage = false } = {}
) {
  const path = join(IMAGES, `${name}.png`)
  await page.waitForLoadState("networkidle")
  // As the page lies there before anybody touches it: nothing hovered, focused or scrolled.
  await page.mouse.move(0, 0)
  await page.evaluate("document.activeElement?.blur(), window.scrollTo(0, 0)")
  await page.screenshot({ path, fullPage, animations: "disabled" })
  const { size } = await stat(path)
  if (size > SIZE_LIMIT_BYTES) {
    throw new Error(`${path} has ${size} bytes, more than ${SIZE_LIMIT_BYTES}`)
  }
  process.stdout.write(`${path} ${Math.round(size / 1000)} kB\n`)
}
