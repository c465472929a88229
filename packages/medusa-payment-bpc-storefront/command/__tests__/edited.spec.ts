import { cartCookie } from "../patches/cart-cookie"
import { cartDropdown } from "../patches/cart-dropdown"
import { type Patch } from "../patch"
import { paymentMethod } from "../patches/payment-method"
import { paymentStep } from "../patches/payment-step"
import { placeOrder } from "../patches/place-order"
import { rootLayout } from "../patches/root-layout"
import { Source } from "../source"
import { filesIn, forgetShops, patch, shopOnDisk, undo } from "./shop-on-disk"
import { type Files, PATHS, starter } from "./starters"

jest.setTimeout(60_000)

afterEach(forgetShops)

const ORDER = { providerId: "pp_bpc_bpc" }

/** The text after the patch; the text comes back when it is undone. */
function through(patch: Patch, text: string, path = patch.usual): string {
  const outcome = patch.apply(new Source(path, text), ORDER)
  if (outcome.kind === "unknown") throw new Error(outcome.reason)
  expect(patch.undo(new Source(path, outcome.text))).toBe(text)
  return outcome.text
}

function refused(patch: Patch, text: string): string {
  const outcome = patch.apply(new Source(patch.usual, text), ORDER)
  return outcome.kind === "unknown" ? outcome.reason : "it was not refused"
}

describe("the methods' titles", () => {
  it.each([
    ["as const", "const paymentInfoMap = {\n  a: { icon: <A /> },\n} as const"],
    [
      "satisfies",
      "const paymentInfoMap = {\n  a: { icon: <A /> },\n} satisfies Infos",
    ],
    [
      "frozen",
      "const paymentInfoMap = Object.freeze({\n  a: { icon: <A /> },\n})",
    ],
  ])("are found %s, and borrow an icon where there is no other", (_, text) => {
    expect(through(paymentMethod, text)).toContain(
      '  pp_bpc_bpc: {\n    title: "Credit or debit card",\n    icon: <A />,\n  },\n  a:'
    )
  })

  it("may be none so far", () => {
    const text =
      'import { CreditCard as Card } from "@medusajs/icons"\nconst paymentInfoMap = {}\n'
    expect(through(paymentMethod, text)).toContain("icon: <Card />,")
  })

  it("an entry that the shop wrote itself stays as it is", () => {
    const text = "const paymentInfoMap = { pp_bpc_bpc: mine }"
    const outcome = paymentMethod.apply(new Source("a.tsx", text), ORDER)
    expect(outcome).toEqual({ kind: "done", text })
  })

  it("an entry that the shop moved to the end, without a comma, is taken back", () => {
    const text =
      "const paymentInfoMap = {\n  a: 1,\n  pp_bpc_bpc: {\n    title: mine\n  }\n}"
    expect(paymentMethod.undo(new Source("a.tsx", text))).toBe(
      "const paymentInfoMap = {\n  a: 1\n}"
    )
  })

  it.each([
    ["const paymentInfoMap = makeMap()", "there is no object paymentInfoMap"],
    ["const paymentInfoMap = { a: 1 }", "which icons there are"],
    ["const paymentInfoMap = { a: { icon: <A /> } }", "lines of their own"],
  ])("%s is refused", (text, reason) => {
    expect(refused(paymentMethod, text)).toContain(reason)
  })
})

describe("the button to the payment page", () => {
  it("goes before the first of several ifs", () => {
    const text = `import { isStripe } from "@lib/constants";
export function Pay({ cart, providerId }: Props) {
  if (isStripe(providerId)) {
    return <Stripe cart={cart} disabled={!cart.email} />;
  } else if (isManual(providerId)) {
    return <Manual />;
  }
  return null;
}
`
    const after = through(placeOrder, text)
    expect(after).toContain(`  if (isBpc(providerId)) {
    return (
      <BpcPlaceOrderButton
        cart={cart}
        disabled={!cart.email}
      />
    );
  }
  if (isStripe(providerId)) {`)
    expect(after).toContain(
      'import { isBpc } from "medusa-payment-bpc-storefront";\n'
    )
  })

  it.each([
    ["export const Pay = () => <Button />", "asks for the payment provider"],
    [
      'switch (session.provider_id) { case "pp_stripe": pay() }',
      "asks for the payment provider",
    ],
    [
      "switch (true) { case isStripe(s.provider_id): pay() }",
      "lines of their own",
    ],
    [
      "switch (true) {\n  case isStripe(s.provider_id):\n    pay()\n}",
      "the cart is not at hand",
    ],
  ])("%s is refused", (text, reason) => {
    expect(refused(placeOrder, text)).toContain(reason)
  })

  it("leaves the import where the shop asks isBpc elsewhere too", () => {
    const before = starter("dtc-starter")[PATHS.payButton] ?? ""
    const outcome = placeOrder.apply(new Source(PATHS.payButton, before), ORDER)
    const text = outcome.kind === "done" ? outcome.text : ""
    const used = `${text}\nexport const ours = (id: string) => isBpc(id)\n`
    const after = placeOrder.undo(new Source(PATHS.payButton, used))
    expect(after).toContain("import { isBpc }")
    expect(after).not.toContain("BpcPlaceOrderButton")
  })
})

describe("the message in the payment step", () => {
  it("goes before a conditional error as a whole", () => {
    const text = `export const Step = () => (
  <>
    {error && (
      <ErrorMessage error={error} />
    )}
  </>
)
`
    expect(through(paymentStep, text)).toMatch(
      /<>\n {4}<BpcPaymentMessage\n[^>]*\/>\n {4}\{error && \(/
    )
  })

  it("goes before the button where there is no error message", () => {
    const text = `export const Step = () => (
  <div>
    <Button data-testid="submit-payment-button">Go on</Button>
  </div>
)
`
    expect(through(paymentStep, text)).toMatch(
      /<BpcPaymentMessage[^>]*\/>\n {4}<Button/
    )
  })

  it("finds no place in a step without either", () => {
    expect(refused(paymentStep, "export const Step = () => <p />")).toContain(
      "neither the error message nor the button"
    )
  })
})

describe("the payment step's import of what starts a payment", () => {
  const step = (line: string) => `${line}
export const Step = () => (
  <div>
    <ErrorMessage error={error} />
  </div>
)
`

  it.each([
    [
      "alone",
      'import { initiatePaymentSession } from "@lib/data/cart"',
      'import { initiatePaymentSession } from "../bpc-payment" /* medusa-payment-bpc: instead of @lib/data/cart */\n',
    ],
    [
      "relative, under another name, with a semicolon",
      "import { initiatePaymentSession as start } from '../../../../lib/data/cart';",
      "import { initiatePaymentSession as start } from '../bpc-payment' /* medusa-payment-bpc: instead of ../../../../lib/data/cart */;\n",
    ],
    [
      "the first of several",
      'import { initiatePaymentSession, placeOrder } from "@lib/data/cart"',
      'import { /* medusa-payment-bpc, see below: initiatePaymentSession, */ placeOrder } from "@lib/data/cart"\n',
    ],
    [
      "the last of several",
      'import {\n  placeOrder,\n  initiatePaymentSession\n} from "@lib/data/cart"',
      '  /* medusa-payment-bpc, see below: initiatePaymentSession */\n} from "@lib/data/cart"\n',
    ],
  ])("%s is ours, and comes back", (_, line, expected) => {
    const after = through(paymentStep, step(line))
    expect(after).toContain(expected)
    expect(after).toMatch(
      /^import \{ initiatePaymentSession[\w ]* \} from ["']\.\.\/bpc-payment["']/m
    )
  })

  it.each([
    'import { initiatePaymentSession } from "@modules/our-own"',
    'import { initiatePaymentSession as start, placeOrder } from "@lib/data/cart"',
    'import { setPaymentMethod } from "@lib/data/cart"',
  ])("stays where it is another one or cannot be parted: %s", (line) => {
    expect(through(paymentStep, step(line))).toContain(line)
  })

  it("comes back after a formatter went over it", () => {
    const before = step(
      'import { initiatePaymentSession } from "@lib/data/cart"'
    )
    const formatted = through(paymentStep, before).replace(
      /from "(\.\.\/bpc-payment)" (\/\*.*\*\/)/,
      "from '$1'; $2"
    )
    const after = paymentStep.undo(new Source(PATHS.step, formatted))
    expect(after).toContain("from '@lib/data/cart';\n")
    expect(after).not.toContain("medusa-payment-bpc")
  })
})

describe("the cart's drop-down", () => {
  const text = (condition: string) =>
    `useEffect(() => {\n  if (${condition}) open()\n}, [totalItems])\n`

  it.each([
    "itemRef.current !== totalItems",
    "totalItems != itemRef.current",
    'itemRef.current !== totalItems && !pathname.includes("/cart")',
    "!pathname && (itemRef.current !== totalItems || changed)",
  ])("asks whether there is something in the cart: %s", (condition) => {
    expect(through(cartDropdown, text(condition))).toMatch(
      /(current|totalItems) && totalItems > 0 \/\* medusa-payment-bpc/
    )
  })

  it("is as it was after a formatter broke the line", () => {
    const after = through(cartDropdown, text("a.current !== totalItems && b"))
    const broken = after.replaceAll(" && ", " &&\n    ")
    expect(cartDropdown.undo(new Source("a.tsx", broken))).toBe(
      text("a.current !== totalItems &&\n    b")
    )
  })

  it.each([
    ["is not there", undefined],
    ["is another one", "export default () => <p>{totalItems}</p>\n"],
    ["cannot be parsed", "const totalItems = = 1\n"],
  ])("that %s is in nobody's way", async (_, other) => {
    const { [PATHS.dropdown]: _gone, ...rest } = starter("dtc-starter")
    const files: Files = other ? { ...rest, [PATHS.dropdown]: other } : rest
    const root = await shopOnDisk(files)
    const { steps } = await patch(root)
    expect(steps.map(({ does }) => does)).not.toContain(cartDropdown.does)
    expect((await filesIn(root))[PATHS.dropdown]).toBe(other)
    await undo(root)
    expect(await filesIn(root)).toEqual(files)
  })
})

describe("the cart's cookie", () => {
  it.each([
    [
      "on one line, with its name elsewhere",
      "const NAME = \"_medusa_cart_id\"\njar.set(NAME, id, { sameSite: 'strict', httpOnly: true })\n",
      "sameSite: 'lax' /*",
    ],
    [
      "in a helper's options",
      'jar.set("_medusa_cart_id", id, { ...common, sameSite: "strict" })\n',
      'sameSite: "lax" /*',
    ],
  ])("is found %s", (_, text, expected) => {
    expect(through(cartCookie, text)).toContain(expected)
  })

  it.each([
    '{ sameSite: "lax" }',
    "{ httpOnly: true }",
    '{ sameSite: "none" }',
  ])("with %s it is left alone", (options) => {
    const text = `jar.set("_medusa_cart_id", id, ${options})`
    expect(through(cartCookie, text)).toBe(text)
  })

  it("that the shop itself made lax is not made strict", () => {
    const text = 'jar.set("_medusa_cart_id", id, { sameSite: "lax" /* ok */ })'
    expect(cartCookie.undo(new Source("a.ts", text))).toBe(text)
  })

  it("that nobody sets is refused", () => {
    expect(refused(cartCookie, "export {}")).toContain("_medusa_cart_id")
  })
})

describe("the layout", () => {
  it("may have its body on one line", () => {
    const text =
      "export default ({ children }) => <html><body>{children}</body></html>\n"
    expect(through(rootLayout, text)).toContain(
      "<body>{children}<BpcOrderWatch /></body>"
    )
  })

  it("keeps a directive on top when it has no imports", () => {
    const text =
      '"use client"\nexport default () => (\n  <body>\n    <p />\n  </body>\n)\n'
    expect(through(rootLayout, text)).toMatch(/^"use client"\nimport /)
  })
})

describe("a storefront with its files elsewhere", () => {
  const moved = (files: Files, from: string, to: string): Files => {
    const { [from]: text = "", ...rest } = files
    return { ...rest, [to]: text }
  }

  it("is patched and undone all the same", async () => {
    let files = starter("dtc-starter")
    files = moved(files, PATHS.methods, "src/shop/methods.tsx")
    files = moved(files, PATHS.payButton, "src/checkout/pay.tsx")
    files = moved(files, PATHS.step, "src/checkout/step.tsx")
    files = moved(files, PATHS.layout, "src/app/[locale]/layout.tsx")
    const root = await shopOnDisk(files)

    await patch(root)
    const after = await filesIn(root)
    expect(after["src/shop/methods.tsx"]).toContain("pp_bpc_bpc")
    expect(after["src/checkout/pay.tsx"]).toContain(
      'from "../modules/checkout/components/bpc-payment"'
    )
    expect(after["src/checkout/step.tsx"]).toContain("<BpcPaymentMessage")
    expect(after["src/app/[locale]/layout.tsx"]).toContain(
      'from "../../modules/checkout/components/bpc-payment"'
    )

    await undo(root)
    expect(await filesIn(root)).toEqual(files)
  })
})
