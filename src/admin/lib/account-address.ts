import type { Account } from "../../api-schemas/accounts"

type Addresses = Pick<Account, "api_url"> & { v1_api_url: string | null }

/**
 * Which of the stored secrets have to be entered again, because the addresses in the form lead to another server than they were
 * entered for. The API refuses such a change without them; this is for saying so before.
 */
export function askedAgain(
  account: Pick<
    Account,
    | "api_url"
    | "v1_api_url"
    | "api_key_last4"
    | "api_login_last4"
    | "api_password_last4"
  >,
  form: Addresses
): { key: boolean; login: boolean } {
  const moved = (address: (of: Addresses) => string) => {
    const [before, after] = [address(account), address(form)]
    return (
      URL.canParse(before) &&
      URL.canParse(after) &&
      new URL(before).origin !== new URL(after).origin
    )
  }
  return {
    key: account.api_key_last4 !== null && moved(({ api_url }) => api_url),
    login:
      (account.api_login_last4 !== null ||
        account.api_password_last4 !== null) &&
      moved(({ api_url, v1_api_url }) => v1_api_url || api_url),
  }
}
