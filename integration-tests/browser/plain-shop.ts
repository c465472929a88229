import { join } from "node:path"
import { build } from "esbuild"
import { type Page } from "playwright-core"
import { type Shop } from "./guest"

const KIT = join(__dirname, "../../packages/medusa-payment-bpc-storefront/src")

/** A checkout of a few lines without a framework; it pays the basket that the demo's storefront keeps. */
const SCRIPT = `
import { errorText, redirectToPayment, watchPayment } from "./index"

document.body.innerHTML = '<main><button id="pay">Pay</button> <output id="outcome"></output></main>'
const shop = JSON.parse(document.getElementById("shop-config").textContent)
const say = (text) => { document.getElementById("outcome").textContent = text }
watchPayment({ ...shop, onOrder: (orderId) => say("Order " + orderId) })
document.getElementById("pay").onclick = () =>
  redirectToPayment({ id: localStorage.getItem("kettle.cart") }, { ...shop, target: "new" })
    .catch((error) => say(errorText(error)))
`

/** Opens a page of plain HTML, whose button pays in a new tab, where the demo's storefront is else. */
export async function openPlainShop(
  page: Page,
  { storefrontUrl }: Shop
): Promise<void> {
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: KIT },
    bundle: true,
    format: "esm",
    write: false,
  })
  // The page itself still comes from the storefront's server: browsers keep made-up pages away from this machine.
  await page.route("**/assets/*.js", (route) =>
    route.fulfill({
      contentType: "text/javascript; charset=utf-8",
      body: outputFiles[0]?.text ?? "",
    })
  )
  await page.goto(`${storefrontUrl}/plain`)
  await page.unroute("**/assets/*.js")
}
