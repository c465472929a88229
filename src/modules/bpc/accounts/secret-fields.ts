/** An account's secrets, by their columns. */
export const SECRET_FIELDS = [
  "api_key",
  "webhook_secret",
  "next_webhook_secret",
  "api_login",
  "api_password",
] as const
export type SecretField = (typeof SECRET_FIELDS)[number]

/** What is kept in the clear of a secret; nothing of a login or password, which are short and end alike. */
export function shownPart(
  field: SecretField,
  secret: string | null | undefined
): string {
  return field === "api_login" || field === "api_password"
    ? ""
    : lastFour(secret)
}

/** Enough for a person to tell two secrets apart; a short one shows nothing. */
export function lastFour(secret: string | null | undefined): string {
  return secret && secret.length >= 8 ? secret.slice(-4) : ""
}
