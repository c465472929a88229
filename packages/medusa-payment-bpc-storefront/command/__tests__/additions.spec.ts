import { transformSync } from "esbuild"
import { actions } from "../additions/actions"
import { components } from "../additions/components"

/** Types of browsers are not for this folder, so the kit is not imported. */
const kit = jest.requireActual<{
  errorText(error: unknown, locale?: string): string
}>("../../src")

type Start = (cart: object, data: object) => Promise<object>
type Added = Record<"startPaymentSession" | "initiatePaymentSession", Start>

/** What an added file exports, run with these modules in place of what it imports. */
function run(code: string, modules: Record<string, object>): Added {
  const { code: js } = transformSync(code, {
    loader: "tsx",
    format: "cjs",
    jsx: "automatic",
  })
  const loaded = { exports: {} as Added }
  new Function("require", "module", js)(
    (name: string) => modules[name] ?? {},
    loaded
  )
  return loaded.exports
}

const GENERAL = kit.errorText(undefined)
const SENTENCE =
  "The payment page could not be opened. You have not been charged. Please try again in a moment."
const CART = { id: "cart_1" }
const DATA = { provider_id: "pp_bpc_bpc" }
const ANSWER = { payment_collection: { id: "pay_col_1" } }

/** As Medusa's client throws it. */
const failure = (message: string, status?: number, statusText?: string) =>
  Object.assign(new Error(message), { status, statusText })

function shopThat(initiate: () => Promise<object>) {
  const asked: unknown[][] = []
  const revalidated: string[] = []
  const added = run(actions({ alias: true }), {
    "medusa-payment-bpc-storefront": kit,
    "next/cache": {
      revalidateTag: (tag: string) => void revalidated.push(tag),
    },
    "@lib/config": {
      sdk: {
        store: {
          payment: {
            initiatePaymentSession: (...given: unknown[]) => {
              asked.push(given)
              return initiate()
            },
          },
        },
      },
    },
    "./cookies": {
      getAuthHeaders: async () => ({ authorization: "Bearer me" }),
      getCacheTag: async (tag: string) => `${tag}-1`,
    },
  })
  const { initiatePaymentSession } = run(
    components({ look: "plain", alias: true }),
    {
      "medusa-payment-bpc-storefront": kit,
      "@lib/data/bpc": added,
    }
  )
  return { ...added, initiatePaymentSession, asked, revalidated }
}

it("the action starts the payment as the starter's own does", async () => {
  const { startPaymentSession, asked, revalidated } = shopThat(
    async () => ANSWER
  )
  expect(await startPaymentSession(CART, DATA)).toBe(ANSWER)
  expect(asked).toEqual([[CART, DATA, {}, { authorization: "Bearer me" }]])
  expect(revalidated).toEqual(["carts-1"])
})

it.each([
  [
    "the gateway is down",
    failure(SENTENCE, 500, "Internal Server Error"),
    SENTENCE,
  ],
  ["the shop refuses", failure("Not here.", 400, "Bad Request"), "Not here."],
  ["Medusa hides why", failure("An unknown error occurred.", 500), GENERAL],
  [
    "no JSON came",
    failure("Internal Server Error", 500, "Internal Server Error"),
    GENERAL,
  ],
  ["a proxy answers", failure("upstream timed out", 504), GENERAL],
  ["nobody answers", failure("fetch failed"), GENERAL],
  ["nothing is said", failure("", 400, ""), GENERAL],
])(
  "the action answers instead of throwing when %s",
  async (_, error, expected) => {
    const { startPaymentSession } = shopThat(() => Promise.reject(error))
    expect(await startPaymentSession(CART, DATA)).toEqual({ error: expected })
  }
)

it("the browser's part throws the sentence, which the button shows to readers of English and the payment step to all", async () => {
  const { initiatePaymentSession } = shopThat(() =>
    Promise.reject(failure(SENTENCE, 500))
  )
  const error = await initiatePaymentSession(CART, DATA).catch(
    (thrown: unknown) => thrown
  )
  expect(error).toMatchObject({ message: SENTENCE })
  expect(kit.errorText(error, "en")).toBe(SENTENCE)
  expect(kit.errorText(error, "de")).toBe(kit.errorText(undefined, "de"))
})

it("the browser's part answers as the shop does", async () => {
  const { initiatePaymentSession } = shopThat(async () => ANSWER)
  expect(await initiatePaymentSession(CART, DATA)).toBe(ANSWER)
})
