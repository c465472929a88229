import { createHmac } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { signWebhook, startSandbox } from ".."
import { DECLINED_CARDS, TEST_CARDS } from "../cards"

const text = readFileSync(join(__dirname, "../../README.md"), "utf8")

it("the README's payment is registered as it stands there, and its page is where the README says", async () => {
  const [, body = ""] = /-d '(\{"amount"[^']+)'/.exec(text) ?? []
  const sandbox = await startSandbox({ quiet: true })
  try {
    const answer = await fetch(`${sandbox.apiUrl}/sessions`, {
      method: "POST",
      headers: {
        "X-Api-Key": "sandbox_key",
        "Content-Type": "application/json",
      },
      body,
    })
    const session = (await answer.json()) as { id: string; paymentUrl: string }
    expect(answer.status).toBe(200)
    expect((await fetch(session.paymentUrl)).status).toBe(200)
    expect(text.match(/\["paymentUrl"\]/g)).toHaveLength(2)
  } finally {
    await sandbox.close()
  }
})

it("the README's recipe for the signature is the one that is used", () => {
  const signature = signWebhook({
    rawBody: "{}",
    secret: "whsec_sandbox",
    timestamp: 1711690406,
  })
  const digest = createHmac("sha256", "whsec_sandbox").update("{}.1711690406")
  expect(signature).toBe(`t=1711690406,v1=${digest.digest("hex")}`)
})

it.each(TEST_CARDS)("the README tells of the card $pan", (card) => {
  const spaced = card.pan.replace(/(.{4})(?=.)/g, "$1 ")
  const [row = ""] = new RegExp(`^\\| \`${spaced}\`.*$`, "m").exec(text) ?? []
  expect(row).toContain(card.expiry)
  expect(row).toContain(card.cvc)
  expect(row.includes("approved")).toBe(card.succeeds)
})

it.each(DECLINED_CARDS)("the README tells of the refused card $pan", (card) => {
  const spaced = card.pan.replace(/(.{4})(?=.)/g, "$1 ")
  const [row = ""] = new RegExp(`^\\| \`${spaced}\`.*$`, "m").exec(text) ?? []
  expect(row.split("|")[2]?.trim()).toBe(card.code)
})

it("the README tells of each option of the command, and of no other", () => {
  const help = readFileSync(join(__dirname, "../cli.ts"), "utf8")
  const options = (source: string, pattern: RegExp) =>
    new Set([...source.matchAll(pattern)].map(([, name]) => name))
  const offered = options(help, /^ {2}(--[\w-]+) </gm)
  expect(offered.size).toBe(9)
  expect(options(text, /^\| `(--[\w-]+)/gm)).toEqual(offered)
})
