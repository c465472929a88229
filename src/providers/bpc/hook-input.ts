/** A payment session's or payment's `data`, as a hook gets it: partly written by a browser once. */
export type Data = Record<string, unknown> | undefined

/** Medusa's own word for the payment session first; the data's copy is what the provider stored beside it. */
export function sessionIdOf(input: {
  data?: Data
  context?: { idempotency_key?: string }
}): string {
  return input.context?.idempotency_key ?? textOf(input.data, "session_id")
}

export function gatewayIdOf(data: Data): string {
  return textOf(data, "id")
}

/** Of all that a browser sends, only two things are read. This one: a language tag, and only if it looks like one. */
export function languageOf(data: Data): string | undefined {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(textOf(data, "locale"))
    ? textOf(data, "locale").slice(0, 20)
    : undefined
}

/** The other one: where the shopper wants to be led afterwards. The caller compares it with the merchant's allow-list. */
export function returnToOf(data: Data): string | undefined {
  return textOf(data, "return_to").trim() || undefined
}

export function textOf(data: Data, key: string): string {
  const value = data?.[key]
  return typeof value === "string" ? value : ""
}
