import { languageChoices, languageOf } from "../hosted/languages"
import {
  closeAll,
  createSession,
  FAILURE_URL,
  sandboxFor,
  shop,
  SUCCESS_URL,
} from "./support"

import { locationOf, PLAIN, submit, text } from "./shopper"

afterEach(closeAll)

describe("the payment page", () => {
  it("shows merchant, amount, reference and a form with the documented names", async () => {
    const sandbox = await sandboxFor({ merchantName: "Tom & Sons" })
    const { paymentUrl } = await createSession(sandbox, {
      amount: 1234,
      currency: "KWD",
      merchantReferenceId: "payses_1",
    })
    const page = await text(paymentUrl)
    for (const part of ["Tom &amp; Sons", "1.234", "payses_1"]) {
      expect(page).toContain(part)
    }
    for (const name of ["pan", "expiry", "newCardCvc", "cardholderName"]) {
      expect(page).toMatch(new RegExp(`<label for="${name}"`))
      expect(page).toMatch(new RegExp(`name="${name}"`))
    }
    expect(page.match(/type="submit"/g)).toHaveLength(1)
    expect(page).not.toContain(sandbox.apiKey)
    expect(page).not.toContain(sandbox.webhookSecret)
  })

  it("loads nothing from anywhere else", async () => {
    const sandbox = await sandboxFor()
    const { paymentUrl } = await createSession(sandbox)
    const answer = await fetch(paymentUrl)
    expect(answer.headers.get("content-security-policy")).toContain(
      "default-src 'none'"
    )
    expect(await answer.text()).not.toMatch(/(src|href)="(https?:)?\/\/(?!127)/)
  })

  it.each(languageChoices())("speaks $name", async ({ code }) => {
    const sandbox = await sandboxFor()
    const { paymentUrl } = await createSession(sandbox, { locale: code })
    const page = await text(paymentUrl)
    const { texts } = languageOf(code)
    expect(page).toContain(
      `<html lang="${code}" dir="${code === "ar" ? "rtl" : "ltr"}">`
    )
    expect(page).toContain(texts.cardTitle)
    expect(page).not.toMatch(/\{(amount|merchant|last4)\}/)
  })

  it.each([
    ["de-AT", "de"],
    ["FR", "fr"],
    ["est", "en"],
    ["xx", "en"],
    [undefined, "en"],
  ])("takes the language %s as %s", (asked, code) => {
    expect(languageOf(asked).code).toBe(code)
  })

  it("sends the shopper to the success URL once paid, and the webhooks after", async () => {
    const store = await shop()
    const sandbox = await sandboxFor({ webhookUrl: store.url })
    const { id, paymentUrl } = await createSession(sandbox, {
      successUrl: `${SUCCESS_URL}?token=t`,
    })
    const answer = await submit(paymentUrl, PLAIN)
    expect(locationOf(answer)).toBe(`${SUCCESS_URL}?token=t&sessionId=${id}`)
    while (store.received.length < 2) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(store.types()).toEqual(["payment.succeeded", "session.completed"])
  })

  it.each([
    ["4444555511113333", "12/26"],
    ["4111111111111111", "12/26"],
    ["4000001111111118", "12/30"],
  ])("takes the card %s at once, whatever year it is", async (pan, expiry) => {
    const sandbox = await sandboxFor({ clock: () => Date.UTC(2040, 1, 1) })
    const { id, paymentUrl } = await createSession(sandbox)
    locationOf(await submit(paymentUrl, { pan, expiry }))
    expect(sandbox.control.getSession(id).captured).toBe(10000)
  })

  it("holds the money with manual capture", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentUrl } = await createSession(sandbox, {
      paymentData: { captureMethod: "manual" },
    })
    await submit(paymentUrl, PLAIN)
    expect(sandbox.control.getSession(id)).toMatchObject({
      capturable: 10000,
      captured: 0,
    })
  })

  it("shows 71015 for a wrong CVC and lets the shopper try again", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentUrl } = await createSession(sandbox)
    const declined =
      sandbox.url +
      locationOf(await submit(paymentUrl, { ...PLAIN, cvc: "999" }))
    const page = await text(declined)
    expect(page).toContain("71015")
    expect(page).toContain('role="alert"')
    expect(page).not.toMatch(/name="pan"[^>]*value=/)
    expect(sandbox.control.getSession(id).status).toBe("open")
    expect(locationOf(await submit(declined, PLAIN))).toContain(SUCCESS_URL)
    expect(
      sandbox.control.getSession(id).payments.map((one) => one.status)
    ).toEqual(["failed", "succeeded"])
  })

  it("with the switch sends a declined shopper to the failure URL, the session still open", async () => {
    const sandbox = await sandboxFor({ faults: { onDecline: "redirect" } })
    const { id, paymentUrl } = await createSession(sandbox)
    const answer = await submit(paymentUrl, { ...PLAIN, cvc: "999" })
    expect(locationOf(answer)).toBe(`${FAILURE_URL}?sessionId=${id}`)
    expect(sandbox.control.getSession(id).status).toBe("open")
  })

  it("asks again for fields that no bank would take, without an attempt and without the number", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentUrl } = await createSession(sandbox)
    const answer = await submit(paymentUrl, {
      pan: "4111 1111 1111 1112",
      expiry: "13/26",
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page.match(/aria-invalid="true"/g)).toHaveLength(2)
    expect(page).not.toContain("1112")
    expect(sandbox.control.getSession(id).payments).toEqual([])
  })

  it("never keeps a card number", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentUrl } = await createSession(sandbox)
    await submit(paymentUrl, PLAIN)
    expect(JSON.stringify(sandbox.control.getSession(id))).not.toContain(
      "444455551111"
    )
    expect(sandbox.control.getSession(id).payments[0]?.card).toEqual({
      scheme: "Visa",
      bin: "444455",
      last4: "3333",
      eci: "07",
    })
  })

  it("sends a shopper who cancels to the failure URL, the session still open", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentUrl } = await createSession(sandbox)
    const [, href = ""] =
      /class="cancel"\s+href="([^"]+)"/.exec(await text(paymentUrl)) ?? []
    const answer = await fetch(sandbox.url + href, { redirect: "manual" })
    expect(locationOf(answer)).toBe(`${FAILURE_URL}?sessionId=${id}`)
    expect(sandbox.control.getSession(id).status).toBe("open")
  })

  it("takes nothing once expired, and leads back to the shop", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentUrl } = await createSession(sandbox)
    await sandbox.control.advanceTime(1_200_000)
    const page = await fetch(paymentUrl)
    expect(page.status).toBe(410)
    expect(await page.text()).toContain(`href="${FAILURE_URL}?sessionId=${id}"`)
    expect((await submit(paymentUrl, PLAIN)).status).toBe(410)
    expect(sandbox.control.getSession(id).payments).toEqual([])
  })

  it("takes nothing twice: a paid page leads back, and a second submit pays nothing", async () => {
    const sandbox = await sandboxFor()
    const { id, paymentUrl } = await createSession(sandbox)
    await submit(paymentUrl, PLAIN)
    const again = await submit(paymentUrl, PLAIN)
    expect(again.status).toBe(200)
    expect(await again.text()).toContain(
      `href="${SUCCESS_URL}?sessionId=${id}"`
    )
    expect(sandbox.control.getSession(id)).toMatchObject({ captured: 10000 })
  })

  it("is a friendly 404 for an order that does not exist", async () => {
    const sandbox = await sandboxFor()
    const answer = await fetch(
      `${sandbox.url}/payment/merchants/ecom/payment.html?mdOrder=none&language=de`
    )
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain("Diese Zahlungsseite gibt es nicht")
  })
})
