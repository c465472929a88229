"use client"

import {
  type ButtonHTMLAttributes,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useId,
  useState,
} from "react"
import { type BpcCart } from "../cart"
import { type RedirectOptions, redirectToPayment } from "../redirect"
import { errorText, textsIn } from "../texts"
import { useLocale } from "./browser-value"
import { BpcPaymentMessage } from "./message"

export type BpcPaymentButtonProps<Cart extends BpcCart = BpcCart> = Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  "children" | "onError" | "type"
> &
  RedirectOptions<Cart> & {
    cart: Cart
    /** The label, or a function of whether the payment page is being opened. Default: "Pay" and the amount, in the shopper's language. */
    children?: ReactNode | ((state: { busy: boolean }) => ReactNode)
    /** Why the shopper came back without an order; null shows nothing. Default: `payment_error` in the page's address. */
    paymentError?: string | null
    /** Class of the paragraph that tells what went wrong. */
    messageClassName?: string
    /** Told besides the shopper, who reads it above the button. */
    onError?: (error: unknown) => void
  }

/**
 * Sends the shopper to the hosted page on which the cart is paid. A page that has expired or is missing is renewed by itself, through
 * `onRenew` or through the store API at `backendUrl`; two clicks start one payment; after "back" it can be pressed again.
 */
export function BpcPaymentButton<Cart extends BpcCart>({
  cart,
  children,
  paymentError,
  messageClassName,
  onError,
  onClick,
  backendUrl,
  publishableKey,
  onRenew,
  providerId,
  locale,
  returnTo,
  target,
  ...rest
}: BpcPaymentButtonProps<Cart>): ReactElement {
  const language = useLocale(locale)
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<string>()

  const pay = async (event: MouseEvent<HTMLButtonElement>) => {
    onClick?.(event)
    if (busy || event.defaultPrevented) {
      return
    }
    setBusy(true)
    setTried(true)
    setFailure(undefined)
    try {
      await redirectToPayment(cart, {
        backendUrl,
        publishableKey,
        onRenew,
        providerId,
        locale: language,
        returnTo,
        target,
      })
    } catch (error) {
      setFailure(errorText(error, language))
      onError?.(error)
    }
    setBusy(false)
  }

  const message = { id, className: messageClassName }
  const label = textsIn(language)[0]
    .replace("{}", amountOf(cart, language))
    .trim()
  return (
    <>
      {failure ? (
        <p role="alert" {...message}>
          {failure}
        </p>
      ) : (
        !tried && (
          <BpcPaymentMessage
            reason={paymentError}
            locale={language}
            {...message}
          />
        )
      )}
      <button
        style={rest.className ? undefined : LOOK}
        aria-describedby={failure && id}
        {...rest}
        type="button"
        aria-busy={busy}
        aria-disabled={busy || undefined}
        onClick={(event) => void pay(event)}
      >
        {typeof children === "function"
          ? children({ busy })
          : (children ?? (busy ? `${label} …` : label))}
      </button>
    </>
  )
}

/** Without a class of the shop's own; each value is a CSS variable. */
const LOOK = {
  padding: "var(--bpc-padding, .8em 1.5em)",
  border: 0,
  borderRadius: "var(--bpc-radius, 8px)",
  background: "var(--bpc-background, #1d4ed8)",
  color: "var(--bpc-color, #fff)",
  font: "inherit",
  cursor: "pointer",
}

function amountOf(
  { total, currency_code }: BpcCart,
  locale: string | undefined
): string {
  return total === undefined || !currency_code
    ? ""
    : new Intl.NumberFormat(locale, {
        style: "currency",
        currency: currency_code,
      }).format(total)
}
