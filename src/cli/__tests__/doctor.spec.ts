import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PROBLEM_CODES } from "../../modules/bpc/health"
import { eatenDollars } from "../doctor/examination/checks/env-file"
import { allowedByConfig } from "../doctor/examination/checks/cors"
import { CHECKED_CODES } from "../doctor/examination/checks/health"
import { ownMigrations } from "../doctor/examination/database"
import { hideSecrets } from "../doctor/examination/secrets"
import { inWords } from "../doctor/in-words"
import { checkOf, reportOf } from "../doctor/report"

const { ok, warning, problem } = checkOf("thing", "A thing")

describe("the doctor's report", () => {
  it("tells every problem that the admin's health knows, each in one place", () => {
    expect([...CHECKED_CODES].sort()).toEqual([...PROBLEM_CODES].sort())
  })

  it("is good while there are only warnings", () => {
    expect(reportOf("test", [ok("Good."), warning("Hm.", "Look.")]).ok).toBe(
      true
    )
    expect(reportOf("test", [ok("Good."), problem("Bad.", "Act.")]).ok).toBe(
      false
    )
  })

  it("shows each check with its mark, its sentence and what to do, within the terminal's width", () => {
    const text = inWords(
      reportOf("live", [
        ok("It is as it should be."),
        warning(
          "It is not quite as it should be, which takes a sentence that is longer than one line of a small terminal.",
          "Look at it."
        ),
        checkOf("other", "Another thing").problem("It is broken.", "Mend it."),
      ]),
      { color: false, columns: 80 }
    )
    expect(text).toContain("  ✓ A thing        It is as it should be.\n")
    expect(text).toContain("  ✗ Another thing  It is broken.\n")
    expect(text).toContain("\n                   → Mend it.\n")
    expect(text).toContain("BPC payments · live mode")
    expect(text).toContain("1 problem, 1 warning, 1 ok")
    expect(text.split("\n").every((line) => line.length <= 80)).toBe(true)
    expect(text).not.toContain("\x1b")
  })

  it("is painted only where a terminal can show it", () => {
    const report = reportOf("test", [ok("Good.")])
    expect(inWords(report, { color: true, columns: 80 })).toContain("\x1b[32m✓")
  })
})

describe("a $ in .env", () => {
  it.each([
    [
      "a secret with one in it",
      "BPC_WEBHOOK_SECRET=wh$ec,1",
      ["BPC_WEBHOOK_SECRET"],
    ],
    ["in quotes", "BPC_API_KEY='a$b'", ["BPC_API_KEY"]],
    ["at the end", "export BPC_API_KEY=ab$", ["BPC_API_KEY"]],
    ["one that is escaped", "BPC_WEBHOOK_SECRET=wh\\$ec", []],
    ["a variable that there is", "BPC_BACKEND_URL=https://${HOST}/x", []],
    ["somebody else's", "DATABASE_URL=postgres://a:b$c@d", []],
  ])("%s", async (_, text, variables) => {
    const directory = await mkdtemp(join(tmpdir(), "bpc-env-"))
    await writeFile(join(directory, ".env"), `${text}\n`)
    const found = await eatenDollars(directory, { HOST: "h" })
    await rm(directory, { recursive: true })
    expect(found.map(({ message }) => message.split(" ")[0])).toEqual(variables)
  })
})

describe("a secret in another one's error", () => {
  it.each([
    ["a key of the environment", { BPC_API_KEY: "key_12345" }, "key_12345"],
    [
      "one of several webhook secrets",
      { BPC_WEBHOOK_SECRET: "whsec_one, whsec_two" },
      "whsec_two",
    ],
    [
      "a password in an address",
      { DATABASE_URL: "postgres://shop:pass%2Fword@db/shop" },
      "pass%2Fword",
    ],
    [
      "the same password, decoded",
      { DATABASE_URL: "postgres://shop:pass%2Fword@db/shop" },
      "pass/word",
    ],
    [
      "a connection string that is not one",
      { DATABASE_URL: "postgres//shop" },
      "postgres//shop",
    ],
  ])("is not printed: %s", (_, env, secret) => {
    const [check] = hideSecrets(
      [problem(`It said ${secret}!`, `Not ${secret}.`)],
      [],
      env
    )
    expect(JSON.stringify(check)).not.toContain(secret)
    expect(check?.message).toBe("It said …!")
  })

  it("is not printed when only the admin knows it", () => {
    const [check] = hideSecrets([ok("Key saved_key_1.")], ["saved_key_1"], {})
    expect(check?.message).toBe("Key ….")
  })

  it("leaves addresses and ordinary words as they are", () => {
    const [check] = hideSecrets([ok("http://localhost:9000 answers.")], [""], {
      BPC_BACKEND_URL: "http://localhost:9000",
      SOME_TOKEN: "an",
      HOME: "answers",
    })
    expect(check?.message).toBe("http://localhost:9000 answers.")
  })
})

describe("what the doctor compares with", () => {
  it("is every migration of the plugin", () => {
    const names = ownMigrations()
    expect(names).toContain("Migration20261128000000")
    expect(names).toEqual([...new Set(names)].sort())
  })

  it.each([
    ["https://shop.example,https://other.example", true],
    ["/\\.?shop\\.example$/", true],
    ["https://shop.example/", false],
    ["https://shop.example.evil", false],
    ["", false],
  ])("is STORE_CORS as Medusa reads it: %s", (cors, allowed) => {
    expect(allowedByConfig(cors, "https://shop.example")).toBe(allowed)
  })
})
