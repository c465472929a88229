const PREFIX = "config-"

/**
 * The id of the account that options or environment give, which is not in the database. Mode and API host are in it, so that
 * payments of a test account stay its own when the environment goes live.
 */
export function configAccountId(account: {
  mode: "test" | "live"
  apiUrl: string
}): string {
  const host = new URL(account.apiUrl).host.replace(/[^a-z0-9.-]/gi, "_")
  return `${PREFIX}${account.mode}-${host}`
}

export function isConfigAccount(accountId: string): boolean {
  return accountId.startsWith(PREFIX)
}
