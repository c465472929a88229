import { readFileSync, readdirSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { COMPLETE_CART_ROUTE } from "../complete-cart"
import { HARMLESS_ORDER_ROUTES } from "../harmless-order-routes"
import { ONE_AT_A_TIME_PER_ORDER } from "../one-at-a-time-per-order"

/*
 * Medusa's own route files say which of its routes change an order or its money. A new one of a new Medusa is found here: it takes the order's
 * lease, or it is said why it need not.
 */

const API = join(
  dirname(require.resolve("@medusajs/medusa/package.json")),
  "dist/api"
)
const ABOUT_ORDERS =
  /^\/(admin|store)\/(orders|order-\w+|returns|return-\w+|refund\w*(-\w+)*|exchanges|claims|payments|payment-collections|draft-orders|carts)(\/|$)/
/** Workflows of core-flows that are about an order or its money, wherever the route is. */
const WORKFLOW =
  /\b\w*(order|return|exchange|claim|payment|refund|capture|creditLine)\w*Workflow(Id)?\b/i

type Route = { name: string; source: string }

function routes(): Route[] {
  return ["admin", "store"].flatMap((side) =>
    readdirSync(join(API, side), { recursive: true, encoding: "utf8" })
      .filter((name) => /(^|\/)route\.js$/.test(name))
      .flatMap((name) => {
        const file = join(API, side, name)
        const source = readFileSync(file, "utf8")
        const path = `/${relative(API, dirname(file))}`.replace(
          /\[(\w+)\]/g,
          ":$1"
        )
        return [...source.matchAll(/exports\.(POST|PUT|PATCH|DELETE) = /g)].map(
          ([, method]) => ({ name: `${method} ${path}`, source })
        )
      })
  )
}

const ours = routes().filter(
  ({ name, source }) =>
    ABOUT_ORDERS.test(name.slice(name.indexOf("/"))) || WORKFLOW.test(source)
)
const unique = [...new Set(ours.map(({ name }) => name))].sort()

/** A parameter's name means nothing. */
const plain = (route: string) => route.replace(/:\w+/g, ":id")

const leased = new Set(
  [
    ...ONE_AT_A_TIME_PER_ORDER,
    { matcher: COMPLETE_CART_ROUTE, methods: ["POST"] },
  ].flatMap(({ matcher, methods }) =>
    methods.map((method) => plain(`${method} ${matcher}`))
  )
)
const harmless = (route: string) =>
  HARMLESS_ORDER_ROUTES.some((one) => one.route.test(route))

describe("Medusa's routes that change an order or its money", () => {
  it("are found in its own files", () => {
    expect(unique.length).toBeGreaterThan(90)
    expect(unique).toContain("POST /admin/payments/:id/refund")
    expect(unique).toContain("POST /store/returns")
  })

  it.each(unique)(
    "%s takes the order's lease, or it is said why not",
    (route) => {
      expect({
        leased: leased.has(plain(route)),
        harmless: harmless(route),
      }).toEqual(
        leased.has(plain(route))
          ? { leased: true, harmless: false }
          : { leased: false, harmless: true }
      )
    }
  )

  it("are all there: no lease is taken for a route that Medusa does not have", () => {
    const known = new Set(unique.map(plain))
    expect([...leased].filter((route) => !known.has(route))).toEqual([])
  })

  it("are all there: nothing is called harmless that Medusa does not have", () => {
    expect(
      HARMLESS_ORDER_ROUTES.filter(
        (one) => !unique.some((route) => one.route.test(route))
      )
    ).toEqual([])
  })
})
