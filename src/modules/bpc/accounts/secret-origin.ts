import { type SecretField } from "./secret-fields"

/** Where an account's calls go; without an address of its own, V1 lies beside V2, on the same origin (`v1ApiUrlOf`). */
export type Addresses = { apiUrl: string; v1ApiUrl: string | null }

/** The secrets that are sent somewhere; those of webhooks never leave the server. */
export const SENT_SECRETS = [
  "api_key",
  "api_login",
  "api_password",
] as const satisfies SecretField[]

/** The origin of the server that gets to see a secret; undefined for one that is never sent. */
export function originOf(
  field: SecretField,
  { apiUrl, v1ApiUrl }: Addresses
): string | undefined {
  if (!SENT_SECRETS.some((sent) => sent === field)) {
    return undefined
  }
  const address = field === "api_key" ? apiUrl : v1ApiUrl || apiUrl
  return URL.canParse(address) ? new URL(address).origin : address
}

/** What a stored secret is bound to: in another row, field or beside another origin it does not open. */
export function contextOf(
  id: string,
  field: SecretField,
  addresses: Addresses
): string {
  return [`${id}.${field}`, originOf(field, addresses) ?? []].flat().join(" ")
}
