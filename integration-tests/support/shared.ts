/** What the set-up tells the suites: where PostgreSQL is and what the seed made. */
export type Shared = { serverUrl: string; seedResult: string }

export const TEMPLATE_DATABASE = "bpc_template"
const VARIABLE = "BPC_TEST_SHARED"

export function shareWithTests(shared: Shared): void {
  process.env[VARIABLE] = JSON.stringify(shared)
}

export function shared(): Shared {
  const value = process.env[VARIABLE]
  if (!value) {
    throw new Error(
      "The integration set-up has not run; use `npm run test:integration`."
    )
  }
  return JSON.parse(value) as Shared
}
