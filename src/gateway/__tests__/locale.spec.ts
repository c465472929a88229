import { execFileSync } from "node:child_process"
import { join } from "node:path"

/** What a server that runs under a locale makes of amounts, and how that locale itself writes one and a half. */
function underLocale(locale: string): { half: string; amounts: unknown } {
  const program = `
    const { toMoney, toDecimal, formatMoney } = require("./src/gateway")
    const amounts = [["10.5", "eur"], [1234567.89, "EUR"], ["1000", "jpy"], [0.125, "kwd"], [{ value: "19.99" }, "eur"]]
      .map(([amount, currency]) => toMoney(amount, currency))
      .map(({ value }) => [value.minor, toDecimal(value), formatMoney(value)])
    console.log(JSON.stringify({ half: (1.5).toLocaleString(), amounts }))`
  const output = execFileSync(
    process.execPath,
    ["-r", "ts-node/register/transpile-only", "-e", program],
    {
      cwd: join(__dirname, "../../.."),
      env: { ...process.env, LC_ALL: locale, LANG: locale },
      encoding: "utf8",
    }
  )
  return JSON.parse(output) as { half: string; amounts: unknown }
}

it("a server whose locale writes a decimal comma counts the same amounts", () => {
  const american = underLocale("en_US.UTF-8")
  const german = underLocale("de_DE.UTF-8")
  expect([american.half, german.half]).toEqual(["1.5", "1,5"])
  expect(german.amounts).toEqual(american.amounts)
  expect(american.amounts).toEqual([
    [1_050, "10.50", "10.50 EUR"],
    [123_456_789, "1234567.89", "1234567.89 EUR"],
    [1_000, "1000", "1000 JPY"],
    [125, "0.125", "0.125 KWD"],
    [1_999, "19.99", "19.99 EUR"],
  ])
}, 60_000)
