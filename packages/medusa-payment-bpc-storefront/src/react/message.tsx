"use client"

import {
  type HTMLAttributes,
  type ReactElement,
  useEffect,
  useState,
} from "react"
import { useLocale, useReturnReason } from "./browser-value"

export type BpcPaymentMessageProps = HTMLAttributes<HTMLParagraphElement> & {
  /** Why the shopper came back without an order; null for none. Default: `payment_error` in the page's address. */
  reason?: string | null
  locale?: string
}

/** Tells a shopper who comes back without an order what happened and that nothing was charged; else renders nothing. */
export function BpcPaymentMessage({
  reason,
  locale,
  ...rest
}: BpcPaymentMessageProps): ReactElement | null {
  const found = useReturnReason()
  const wanted = reason === undefined ? found : reason
  const language = useLocale(locale)
  const [message, setMessage] = useState<string>()

  useEffect(() => {
    let current = true
    setMessage(undefined)
    if (wanted) {
      // Few shoppers need these texts; the others do not load them.
      void import("../messages").then(
        ({ paymentMessage }) =>
          current && setMessage(paymentMessage(wanted, language)),
        () => undefined
      )
    }
    return () => {
      current = false
    }
  }, [wanted, language])

  return message ? (
    <p role="alert" {...rest}>
      {message}
    </p>
  ) : null
}
