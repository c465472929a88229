/** A storefront's files by their path from its root. */
export type Files = Record<string, string>

export type Starter = "dtc-starter" | "nextjs-starter-medusa"
export const STARTERS: readonly Starter[] = [
  "dtc-starter",
  "nextjs-starter-medusa",
]

export const PATHS = {
  manifest: "package.json",
  methods: "src/lib/constants.tsx",
  payButton: "src/modules/checkout/components/payment-button/index.tsx",
  step: "src/modules/checkout/components/payment/index.tsx",
  cookies: "src/lib/data/cookies.ts",
  layout: "src/app/layout.tsx",
  dropdown: "src/modules/layout/components/cart-dropdown/index.tsx",
  cart: "src/lib/data/cart.ts",
  config: "src/lib/config.ts",
  components: "src/modules/checkout/components/bpc-payment/index.tsx",
  actions: "src/lib/data/bpc.ts",
} as const

/** Files shaped like those of Medusa's starters, in words of our own. */
export function starter(kind: Starter): Files {
  const ui =
    kind === "dtc-starter" ? "@modules/common/components/ui" : "@medusajs/ui"
  return {
    [PATHS.manifest]: `{
  "name": "a-shop",
  "dependencies": {
    "@medusajs/icons": "2.18.0",
    "lodash": "^4.17.21",
    "next": "15.5.21",
    "react": "19.0.5"
  },
  "devDependencies": {
    "typescript": "^5.3.2"
  }
}
`,
    [PATHS.methods]: `import { CreditCard } from "@medusajs/icons"
import Voucher from "@modules/common/icons/voucher"
import React from "react"

/* Names and pictures of the ways to pay. */
export const paymentInfoMap: Record<
  string,
  { title: string; icon: React.JSX.Element }
> = {
  pp_stripe_stripe: {
    title: "Card",
    icon: <CreditCard />,
  },
  "pp_voucher-paper_voucher": {
    title: "Voucher",
    icon: <Voucher />,
  },
  // More of them go here
}

export const isStripeLike = (providerId?: string) => {
  return providerId?.startsWith("pp_stripe_")
}
export const isManual = (providerId?: string) => {
  return providerId?.startsWith("pp_system_default")
}
`,
    [PATHS.payButton]: `"use client"

import { isManual, isStripeLike } from "@lib/constants"
import { placeOrder } from "@lib/data/cart"
import { Button } from "${ui}"
import React, { useState } from "react"
import ErrorMessage from "../error-message"

type Props = { cart: Cart; "data-testid": string }

const PaymentButton: React.FC<Props> = ({
  cart,
  "data-testid": dataTestId,
}) => {
  const notReady = !cart || !cart.email

  const paymentSession = cart.payment_collection?.payment_sessions?.[0]

  switch (true) {
    case isStripeLike(paymentSession?.provider_id):
      return (
        <StripeButton
          notReady={notReady}
          cart={cart}
          data-testid={dataTestId}
        />
      )
    case isManual(paymentSession?.provider_id):
      return <ManualButton notReady={notReady} data-testid={dataTestId} />
    default:
      return <Button disabled>Choose how to pay</Button>
  }
}

const ManualButton = ({ notReady }: { notReady: boolean }) => {
  const [wrong, setWrong] = useState<string | null>(null)

  return (
    <>
      <Button
        disabled={notReady}
        onClick={() => placeOrder().catch((why) => setWrong(why.message))}
      >
        Place order
      </Button>
      <ErrorMessage error={wrong} />
    </>
  )
}

export default PaymentButton
`,
    [PATHS.step]: `"use client"
import { isStripeLike, paymentInfoMap } from "@lib/constants"
import { initiatePaymentSession } from "@lib/data/cart"
import { Button } from "${ui}"
import ErrorMessage from "@modules/checkout/components/error-message"
import { useState } from "react"

const Payment = ({ cart, methods }: { cart: Cart; methods: Method[] }) => {
  const [error, setError] = useState<string | null>(null)
  const [chosen, choose] = useState("")

  const goOn = async () => {
    try {
      await initiatePaymentSession(cart, { provider_id: chosen })
    } catch (why: any) {
      setError(why.message)
    }
  }

  return (
    <div className="bg-white">
      <div className={open ? "block" : "hidden"}>
        {methods.map((method) => (
          <Choice key={method.id} infos={paymentInfoMap} onChoose={choose} />
        ))}

        <ErrorMessage
          error={error}
          data-testid="payment-method-error-message"
        />

        <Button
          size="large"
          onClick={goOn}
          disabled={isStripeLike(chosen)}
          data-testid="submit-payment-button"
        >
          Go on
        </Button>
      </div>
    </div>
  )
}

export default Payment
`,
    [PATHS.cookies]: `import "server-only"
import { cookies as jar } from "next/headers"

export const getAuthHeaders = async () => {
  const token = (await jar()).get("_medusa_jwt")?.value
  return token ? { authorization: \`Bearer \${token}\` } : {}
}

export const getCacheTag = async (tag: string) => tag

export const setAuthToken = async (token: string) => {
  ;(await jar()).set("_medusa_jwt", token, {
    httpOnly: true,
    sameSite: "strict",
  })
}

export const getCartId = async () => {
  return (await jar()).get("_medusa_cart_id")?.value
}

export const setCartId = async (cartId: string) => {
  const cookies = await jar()
  cookies.set("_medusa_cart_id", cartId, {
    maxAge: 60 * 60 * 24 * 7,
    httpOnly: true,
    sameSite: "strict",
    secure: process.env.NODE_ENV === "production",
  })
}

export const removeCartId = async () => {
  const cookies = await jar()
  cookies.set("_medusa_cart_id", "", {
    maxAge: -1,
  })
}
`,
    [PATHS.layout]: `import { Metadata } from "next"
import "styles/globals.css"

export const metadata: Metadata = { title: "A shop" }

export default function RootLayout(props: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <main className="relative">{props.children}</main>
      </body>
    </html>
  )
}
`,
    [PATHS.dropdown]: `"use client"

import { Popover } from "@headlessui/react"
import { usePathname } from "next/navigation"
import { useEffect, useRef, useState } from "react"

const Basket = ({ cart }: { cart?: Cart | null }) => {
  const [shown, show] = useState(false)
  const path = usePathname()

  const totalItems =
    cart?.items?.reduce((sum, one) => sum + one.quantity, 0) ?? 0
  const before = useRef(totalItems)

  // A look at what was put in, except where the cart is on the page
  useEffect(() => {
    if (before.current !== totalItems && !path.includes("/cart")) {
      show(true)
      setTimeout(() => show(false), 5000)
    }
  }, [totalItems, before.current])

  return <Popover>{shown && <p>{totalItems}</p>}</Popover>
}

export default Basket
`,
    [PATHS.cart]: `"use server"

import { sdk } from "@lib/config"
import { getCartId, setCartId } from "./cookies"

export async function initiatePaymentSession(cart: Cart, data: Data) {
  return sdk.store.payment.initiatePaymentSession(cart, data)
}

export async function placeOrder() {
  return sdk.store.cart.complete(await getCartId())
}
`,
    [PATHS.config]: `import Medusa from "@medusajs/js-sdk"

export const sdk = new Medusa({ baseUrl: "http://localhost:9000" })
`,
  }
}
