import { redact } from "../../../gateway"

const E_MAIL = /[^\s"'<>@,;:()]+@[^\s"'<>@,;:()]+\.[^\s"'<>@,;:()]+/g

/** A copy without the given secrets, card numbers and e-mail addresses, whatever field they stand in. */
export function redacted(value: unknown, secrets: readonly string[]): unknown {
  const plain: unknown = JSON.parse(
    JSON.stringify(value ?? null).replace(E_MAIL, "(e-mail)")
  )
  return redact(plain, secrets)
}
