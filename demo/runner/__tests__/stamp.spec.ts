import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { oncePerFingerprint } from "../stamp"

describe("work done once per fingerprint", () => {
  let folder: string
  let stamp: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "stamp-"))
    stamp = join(folder, "builds/plugin.fingerprint")
  })
  afterEach(() => rm(folder, { recursive: true }))

  it("is done at first, not again for the same, and again for another", async () => {
    const work = jest.fn(async () => undefined)

    expect(await oncePerFingerprint(stamp, "one", work)).toBe(true)
    expect(await oncePerFingerprint(stamp, "one", work)).toBe(false)
    expect(await oncePerFingerprint(stamp, "two", work)).toBe(true)
    expect(work).toHaveBeenCalledTimes(2)
  })

  it("is done again after it failed half way, even for a fingerprint of old", async () => {
    await oncePerFingerprint(stamp, "one", async () => undefined)
    const interrupted = oncePerFingerprint(stamp, "two", async () => {
      throw new Error("interrupted")
    })
    await expect(interrupted).rejects.toThrow("interrupted")

    expect(await oncePerFingerprint(stamp, "one", async () => undefined)).toBe(
      true
    )
  })
})
