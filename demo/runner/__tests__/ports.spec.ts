import { type AddressInfo, type Server, createServer } from "node:net"
import { DemoError } from "../demo-error"
import { checkPorts, freePort } from "../ports"

describe("the check of the demo's ports", () => {
  let occupied: Server
  let taken: number

  beforeAll(async () => {
    occupied = createServer()
    await new Promise<void>((resolve) => occupied.listen(0, resolve))
    taken = (occupied.address() as AddressInfo).port
  })
  afterAll(() => new Promise((resolve) => occupied.close(resolve)))

  it("is content with free ports", async () => {
    const wish = {
      use: "Medusa",
      port: await freePort(),
      flag: "--medusa-port",
    }
    await expect(checkPorts([wish])).resolves.toBeUndefined()
  })

  it("names the taken port, its use and how to choose another", async () => {
    const free = await freePort()
    const failure = await checkPorts([
      { use: "Medusa", port: taken, flag: "--medusa-port" },
      { use: "storefront", port: free, flag: "--storefront-port" },
    ]).catch((error: unknown) => error)

    expect(failure).toBeInstanceOf(DemoError)
    const text = (failure as DemoError).details.join("\n")
    expect(text).toContain(`Port ${taken} (Medusa) is used`)
    expect(text).toMatch(/npm run demo -- --medusa-port \d+$/)
    expect(text).not.toContain("storefront")
  })

  it("never proposes a port that another part of the demo wants", async () => {
    const failure = await checkPorts([
      { use: "Medusa", port: taken, flag: "--medusa-port" },
      { use: "storefront", port: taken + 1, flag: "--storefront-port" },
    ]).catch((error: unknown) => error)

    expect((failure as DemoError).details.join("\n")).not.toContain(
      `--medusa-port ${taken + 1}`
    )
  })
})
