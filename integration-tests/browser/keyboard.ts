import { type Locator, type Page } from "playwright-core"

const MOST_STOPS = 60

/** Presses Tab until the element has the focus. @throws when the key never stops at it */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: "attached" })
  const focused = target.and(page.locator(":focus"))
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if ((await focused.count()) > 0) {
      return
    }
    await page.keyboard.press("Tab")
  }
  throw new Error(`The Tab key does not reach ${String(target)}`)
}

/** Waits until a heading has the focus, from which a keyboard and a screen reader go on. */
export function focused(page: Page, heading: string): Promise<void> {
  return page
    .getByRole("heading", { name: heading, exact: true })
    .and(page.locator(":focus"))
    .waitFor()
}

export async function pressEnterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press("Enter")
}

export async function typeInto(
  page: Page,
  target: Locator,
  text: string
): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.type(text)
}
