import { NO_MARK } from "../mark"
import { ACTIONS, COMPONENTS, PACKAGE, REACT_KIT } from "../names"
import { specifier } from "../specifier"

const MEDUSA_UI =
  "txt-compact-medium-plus shadow-buttons-inverted inline-flex w-fit items-center justify-center rounded-md bg-ui-button-inverted px-4 py-2.5 text-ui-contrast-fg-primary hover:bg-ui-button-inverted-hover disabled:bg-ui-bg-disabled disabled:text-ui-fg-disabled disabled:shadow-none aria-busy:cursor-progress aria-busy:opacity-60"
const PLAIN =
  "inline-flex h-12 items-center justify-center rounded-md bg-black px-6 text-lg font-medium text-white transition-colors hover:bg-gray-800 disabled:pointer-events-none disabled:opacity-50 aria-busy:cursor-progress aria-busy:opacity-60"

/** How the added files are written in a storefront. */
export type Manner = {
  /** Like the buttons of Medusa's UI package, or like those of the newer starter. */
  look: "medusa-ui" | "plain"
  /** Whether the storefront writes `@lib/…` for `src/lib/…`. */
  alias: boolean
}

/** The client components. */
export function components({ look, alias }: Manner): string {
  const lib = (path: string) =>
    alias ? path.replace(/^src\/(.*)\.ts$/, "@$1") : specifier(COMPONENTS, path)
  return `"use client"

// Card payments, written by \`npx ${PACKAGE} storefront\` ${NO_MARK}; yours to change.
import { HttpTypes } from "@medusajs/types"
import { BpcPaymentError, forgetPayment, rememberedPayment } from "${PACKAGE}"
import { BpcPaymentButton } from "${REACT_KIT}"
import { useParams, usePathname, useRouter } from "next/navigation"
import { useEffect } from "react"
import {
  bpcPaymentStatus,
  isNoOtherCart,
  leaveCompletedCart,
  startPaymentSession,
} from "${lib(ACTIONS)}"

const LOOK =
  "${look === "medusa-ui" ? MEDUSA_UI : PLAIN}"

/** Starts a payment; for the payment step, too. @throws BpcPaymentError with the sentence that the shop has for its shopper */
export async function initiatePaymentSession(
  cart: HttpTypes.StoreCart,
  data: HttpTypes.StoreInitializePaymentSession
): Promise<HttpTypes.StorePaymentCollectionResponse> {
  const answer = await startPaymentSession(cart, data)
  if ("error" in answer) {
    throw new BpcPaymentError("refused", answer.error)
  }
  return answer
}

/** Leads to the payment page; the order is placed when the payment has arrived, also without the shopper coming back. */
export function BpcPlaceOrderButton({
  cart,
  disabled,
  "data-testid": dataTestId,
}: {
  cart: HttpTypes.StoreCart
  disabled?: boolean
  "data-testid"?: string
}) {
  const session = cart.payment_collection?.payment_sessions?.[0]

  return (
    <BpcPaymentButton
      // Without the page that this copy of the cart knows: each click asks for the one that fits the cart as it is by then.
      cart={{ id: cart.id }}
      onRenew={() =>
        initiatePaymentSession(cart, {
          provider_id: session?.provider_id ?? "",
        })
      }
      disabled={disabled}
      paymentError={null}
      className={LOOK}
      messageClassName="pb-2 text-base-regular text-rose-600"
      data-testid={dataTestId}
    >
      Place order
    </BpcPaymentButton>
  )
}

/** Finds the order of a payment whose tab was closed, and lets go of the cart that has become an order. Shows nothing. */
export function BpcOrderWatch() {
  const router = useRouter()
  const pathname = usePathname()
  const { countryCode } = useParams()

  useEffect(() => {
    if (/\\/order\\/[^/]+\\/confirmed$/.test(pathname)) {
      void leaveCompletedCart().catch(() => undefined)
    }
  }, [pathname])

  useEffect(() => {
    const look = async () => {
      const payment = rememberedPayment()
      if (!payment || document.hidden) {
        return
      }
      const { status, order_id } = await bpcPaymentStatus(
        payment.paymentSessionId
      )
      if (order_id || status === "failed" || status === "expired") {
        forgetPayment(payment.paymentSessionId)
      }
      if (
        order_id &&
        !pathname.includes(order_id) &&
        (await isNoOtherCart(payment.cartId))
      ) {
        router.push(\`/\${countryCode}/order/\${order_id}/confirmed\`)
      }
    }
    const ask = () => void look().catch(() => undefined)
    ask()
    const timer = setInterval(ask, 10_000)
    document.addEventListener("visibilitychange", ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener("visibilitychange", ask)
    }
  }, [pathname, countryCode, router])

  return null
}
`
}
