import { expectPromiseKept, ordersOf } from "../support/books"
import { type Redis, startRedis } from "../support/redis"
import { type RoundRobin, startRoundRobin } from "../support/round-robin"
import {
  type ServerProcess,
  migrate,
  startServerProcess,
} from "../support/server-process"
import { Shopper, eventually } from "../support/shopper"
import { type Surroundings, prepareSurroundings } from "../support/surroundings"

/*
 * A store with three connections to its database. Whoever waits for a payment, a cart or an order must not keep one while the one who works
 * needs others, or a stranger with one address of a return freezes the shop.
 */

jest.setTimeout(600_000)

const SHOPPERS = 30
const RETURNS = 100
/** What a visitor of the shop waits for meanwhile, at most: Medusa's own work of thirty orders goes on beside it. */
const PATIENCE_MS = 30_000

describe.each(["memory", "postgres", "redis"] as const)(
  "three connections, and locks in %s",
  (locking) => {
    let surroundings: Surroundings
    let server: ServerProcess
    let front: RoundRobin
    let redis: Redis | undefined

    beforeAll(async () => {
      redis = locking === "redis" ? await startRedis() : undefined
      surroundings = await prepareSurroundings({
        environment: { BPC_PUBLIC_REQUESTS_PER_MINUTE: "0" },
      })
      const environment = {
        DATABASE_POOL_MAX: "3",
        ...(redis && { REDIS_URL: redis.url }),
        ...(locking !== "memory" && { LOCKING: locking }),
      }
      await migrate(environment)
      server = await startServerProcess(environment)
      front = await startRoundRobin([server.url], surroundings.port)
    })
    afterAll(async () => {
      await front?.close()
      await server?.stop()
      await surroundings?.close()
      await redis?.stop()
    })

    it("sells to thirty shoppers who pay at once while one return address is opened a hundred times, and the shop stays open", async () => {
      const shoppers: Shopper[] = []
      for (let n = 0; n < SHOPPERS; n++) {
        const shopper = new Shopper(surroundings)
        await shopper.startCheckout()
        shoppers.push(shopper)
      }
      const pages = await Promise.all(
        shoppers.map((shopper) =>
          surroundings.sandbox.control.pay(shopper.gatewaySessionId)
        )
      )
      const visitor = new Shopper(surroundings)
      const waited: number[] = []
      let everybodyIsBack = false
      const visits = (async () => {
        while (!everybodyIsBack) {
          const since = Date.now()
          await visitor.ok("GET", "/store/regions")
          waited.push(Date.now() - since)
          await new Promise((pause) => setTimeout(pause, 200))
        }
      })()
      const returns = await Promise.all([
        ...shoppers.map((shopper, n) => shopper.visit(pages[n]!.redirectUrl!)),
        ...Array.from({ length: RETURNS }, () =>
          shoppers[0]!.visit(pages[0]!.redirectUrl!)
        ),
      ])
      everybodyIsBack = true
      await visits
      expect(Math.max(...waited)).toBeLessThan(PATIENCE_MS)
      expect(
        returns.filter(({ status }) => status !== 200 && status !== 303)
      ).toEqual([])
      for (const shopper of shoppers) {
        await eventually(
          () => ordersOf(surroundings, shopper),
          (orders) => orders.length === 1 && orders[0]!.paid > 0,
          120_000
        )
      }
      await expectPromiseKept(surroundings)
    })
  }
)
