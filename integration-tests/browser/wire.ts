import { type Page } from "playwright-core"

/**
 * Cuts the connection at the moment at which the browser would ask for an address that matches `pattern`, once. Resolves when this is
 * in place; `cut` resolves when it has happened. Playwright's own routes do not see the second request of a redirect, so this is done
 * below them.
 */
export async function cutBefore(
  page: Page,
  pattern: string
): Promise<{ cut: Promise<void> }> {
  const devtools = await page.context().newCDPSession(page)
  const cut = new Promise<void>((resolve, reject) => {
    devtools.once("Fetch.requestPaused", ({ requestId }) => {
      devtools
        .send("Fetch.failRequest", { requestId, errorReason: "Aborted" })
        .then(() => resolve(), reject)
    })
  })
  await devtools.send("Fetch.enable", { patterns: [{ urlPattern: pattern }] })
  return { cut }
}
