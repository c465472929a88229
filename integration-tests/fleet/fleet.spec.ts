import { expectPromiseKept, inState, ordersOf, settled } from "../support/books"
import { Clerk } from "../support/clerk"
import { type Fleet, type Locking, startFleet } from "../support/fleet"
import { Shopper, eventually } from "../support/shopper"
import { printTotal } from "../support/totals"
import { type Surroundings } from "../support/surroundings"

/*
 * Two servers and two workers on one PostgreSQL and one Redis, behind a load balancer that sends each request to the other
 * server: no state may live in a process (docs/scaling.md).
 */

jest.setTimeout(600_000)

describe.each<Locking>(["redis", "postgres"])(
  "a fleet that locks with %s",
  (locking) => {
    let fleet: Fleet
    let surroundings: Surroundings

    beforeAll(async () => {
      fleet = await startFleet(locking)
      surroundings = fleet.surroundings
    })
    let paid = 0
    afterAll(async () => {
      printTotal(
        `two servers and two workers, locks in ${locking}: ${paid} payments, each of them one order or one refund`
      )
      await fleet?.close()
    })
    beforeEach(() => surroundings.sandbox.control.reset())
    afterEach(async () => {
      await expectPromiseKept(surroundings)
      paid += surroundings.sandbox.control
        .listSessions()
        .filter(({ captured }) => captured > 0).length
    })

    const control = () => surroundings.sandbox.control
    const shoppers = async (count: number) => {
      const all = Array.from({ length: count }, () => new Shopper(surroundings))
      for (const shopper of all) {
        await shopper.startCheckout()
      }
      return all
    }

    it("sells each cart once, with its webhook three times over, the return and two completions all at once", async () => {
      control().setFaults({
        webhooks: { duplicate: 2, together: true, requestId: "per_try" },
      })
      const all = await shoppers(6)
      await Promise.all(
        all.map(async (shopper) => {
          const { redirectUrl } = await control().pay(shopper.gatewaySessionId)
          await Promise.all([
            shopper.visit(redirectUrl!),
            shopper.complete(),
            shopper.complete(),
          ])
        })
      )
      for (const shopper of all) {
        await settled(surroundings, shopper)
        expect(await ordersOf(surroundings, shopper)).toHaveLength(1)
      }
    })

    it("settles by its workers what no webhook told, and asks the gateway about each page once a tick", async () => {
      const all = await shoppers(4)
      control().setFaults({ webhooks: { drop: true } })
      for (const shopper of all) {
        await control().pay(shopper.gatewaySessionId)
      }
      control().clearRequests()
      await surroundings.sql(
        `update bpc_session set next_check_at = now() where state = 'open'`
      )
      for (const shopper of all) {
        await settled(surroundings, shopper)
      }
      const reads = control()
        .requests()
        .filter(({ operation }) => operation === "readSession")
      expect(reads).toHaveLength(all.length)
    })

    it("gives money back once when two clerks refund all of it on two servers", async () => {
      const [shopper] = await shoppers(1)
      await control().pay(shopper!.gatewaySessionId)
      const { order_id } = await settled(surroundings, shopper!)
      const clerk = await Clerk.logIn(surroundings)
      const { id, amount } = await clerk.payment(order_id!)
      const answers = await Promise.all([
        clerk.refund(id, amount),
        clerk.refund(id, amount),
      ])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      await inState(surroundings, shopper!, ["refunded"])
    })

    it("goes on when a worker is killed in the middle", async () => {
      const all = await shoppers(6)
      const paid = Promise.all(
        all.map((shopper) => control().pay(shopper.gatewaySessionId))
      )
      await paid
      fleet.workers[0]!.kill()
      await eventually(
        async () => fleet.workers[0]!.ended(),
        (ended) => ended
      )
      for (const shopper of all) {
        await eventually(
          async () => {
            await surroundings.sql(
              `update bpc_event set next_attempt_at = now() where state = 'received' and next_attempt_at < now() + interval '15 seconds'`
            )
            return ordersOf(surroundings, shopper)
          },
          (orders) => orders.length === 1,
          60_000
        )
      }
    })
  }
)
