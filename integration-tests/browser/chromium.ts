import { type Browser, chromium } from "playwright-core"

/**
 * Debian's Chromium, or the one that `CHROMIUM_PATH` names; nothing of it calls home. With `keepsPages` it shows a page again as it was
 * left when the shopper goes back, as browsers do for people and not for tests.
 */
export function launchChromium({ keepsPages = false } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    headless: true,
    chromiumSandbox: false,
    ignoreDefaultArgs: keepsPages ? ["--disable-back-forward-cache"] : [],
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  })
}
