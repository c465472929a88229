import { type ResolvedOptions } from "../../../config/options"
import {
  type Account,
  type AccountChange,
  type AccountRecord,
  type AccountStore,
  addressesAfter,
  addressesOf,
} from "./accounts"
import { type ParsedAccount } from "./account-input"
import { additionOf, changesOf, removalOf } from "./account-history"
import { type AccountView, viewOfOptions, viewOfRecord } from "./account-view"
import { SENT_SECRETS, originOf } from "./secret-origin"
import { type FieldComplaint } from "../changes"
import { type SignatureMemory, knownLayout } from "./signature-memory"
import { type Heartbeats } from "../watch"

/** What managing accounts takes. */
export type AccountParts = {
  accounts: AccountStore
  signatureMemory: SignatureMemory
  configuration: {
    options: ResolvedOptions
    /** The account of options and environment. */
    optionsAccount(): Account | undefined
    /** Accounts were changed. */
    forget(): void
  }
}

/** All accounts as the admin sees them, the one from options and environment first. */
export async function listAccountViews(
  bpc: AccountParts
): Promise<AccountView[]> {
  const [records, open, layouts] = await Promise.all([
    bpc.accounts.records(),
    bpc.accounts.openSessions(),
    bpc.signatureMemory.read(),
  ])
  const fromOptions = bpc.configuration.optionsAccount()
  return [
    ...(fromOptions
      ? [
          viewOfOptions(fromOptions, {
            source:
              bpc.configuration.options.sources["account.apiKey"] ?? "options",
            openSessions: open.get(fromOptions.id) ?? 0,
            v1ApiUrl: bpc.configuration.options.account.v1ApiUrl ?? null,
            layout: knownLayout(layouts, fromOptions),
          }),
        ]
      : []),
    ...records.map((record) =>
      viewOfRecord(record, {
        problem: bpc.accounts.problemOf(record),
        openSessions: open.get(record.id) ?? 0,
        layout: knownLayout(layouts, {
          id: record.id,
          apiUrl: record.api_url,
        }),
      })
    ),
  ]
}

/** @throws EncryptionError `no_key` */
export async function createAccount(
  bpc: AccountParts,
  { change }: ParsedAccount,
  by: string
): Promise<{ ok: true; id: string } | { ok: false; error: FieldComplaint }> {
  const { name, mode, apiUrl, currencies, secrets } = change
  for (const [field, value] of Object.entries({
    name,
    mode,
    api_url: apiUrl,
    api_key: secrets.api_key,
  })) {
    if (!value) {
      return { ok: false, error: { field, complaint: "is needed" } }
    }
  }
  const half = halfPairOf(secrets, undefined)
  if (half) {
    return { ok: false, error: half }
  }
  const account = {
    name: name ?? "",
    mode: mode ?? "test",
    apiUrl: apiUrl ?? "",
    v1ApiUrl: change.v1ApiUrl ?? null,
    currencies: currencies ?? null,
    secrets,
  }
  const overlap = await overlapOf(bpc, account, undefined)
  if (overlap) {
    return { ok: false, error: overlap }
  }
  const id = await bpc.accounts.create(account, {
    actor: by,
    changes: additionOf(account),
  })
  bpc.configuration.forget()
  return { ok: true, id }
}

/** @throws EncryptionError */
export async function updateAccount(
  bpc: AccountParts,
  id: string,
  { change, promoteNext }: ParsedAccount,
  by: string
): Promise<{ ok: true } | { ok: false; error: FieldComplaint | "not_found" }> {
  const record = (await bpc.accounts.records()).find((one) => one.id === id)
  if (!record) {
    return { ok: false, error: "not_found" }
  }
  const after = {
    mode: change.mode ?? record.mode,
    currencies:
      change.currencies === undefined ? record.currencies : change.currencies,
  }
  const overlap = await overlapOf(bpc, after, id)
  if (overlap) {
    return { ok: false, error: overlap }
  }
  if (after.mode !== record.mode && (await bpc.accounts.hasPayments(id))) {
    return {
      ok: false,
      error: {
        field: "mode",
        complaint: `cannot change any more: this account has ${record.mode} payments, which belong to it. Add another account for ${after.mode}`,
      },
    }
  }
  const half = halfPairOf(change.secrets, record)
  if (half) {
    return { ok: false, error: half }
  }
  const missing = secretNeededAgain(record, change)
  if (missing) {
    return { ok: false, error: missing }
  }
  if (promoteNext && !record.next_webhook_secret) {
    return {
      ok: false,
      error: {
        field: "promote_next_webhook_secret",
        complaint: "needs a next webhook secret first",
      },
    }
  }
  const written = promoteNext
    ? {
        ...change,
        secrets: { ...change.secrets, ...bpc.accounts.promoted(record) },
      }
    : change
  const updated = await bpc.accounts.update(record, written, {
    actor: by,
    changes: changesOf(record, change, promoteNext),
  })
  if (!updated) {
    return {
      ok: false,
      error: {
        field: "account",
        complaint:
          "was changed by somebody else meanwhile, so nothing was saved. Load the page again and repeat your change",
      },
    }
  }
  bpc.configuration.forget()
  return { ok: true }
}

export async function removeAccount(
  bpc: AccountParts,
  id: string,
  by: string
): Promise<{ ok: true } | { ok: false; error: "not_found" | string }> {
  const record = (await bpc.accounts.records()).find((one) => one.id === id)
  if (!record) {
    return { ok: false, error: "not_found" }
  }
  const open = (await bpc.accounts.openSessions()).get(id) ?? 0
  if (open > 0) {
    return {
      ok: false,
      error: `The account "${record.name}" still has ${open} open ${open === 1 ? "payment" : "payments"}: pages that can be paid, holds, or money that needs a person. Wait until they are settled, then delete it.`,
    }
  }
  await bpc.accounts.remove(id, {
    actor: by,
    changes: removalOf(record),
  })
  bpc.configuration.forget()
  return { ok: true }
}

/** A stored secret goes only to the server that it was entered for: whoever changes the address must know the secret. */
function secretNeededAgain(
  record: AccountRecord,
  change: AccountChange
): FieldComplaint | undefined {
  const before = addressesOf(record)
  const after = addressesAfter(record, change)
  const field = SENT_SECRETS.find(
    (sent) =>
      record[sent] &&
      change.secrets[sent] === undefined &&
      originOf(sent, before) !== originOf(sent, after)
  )
  return (
    field && {
      field,
      complaint: `is needed again, because the address now leads to another server (${originOf(field, after)}, before ${originOf(field, before)}): a stored secret is sent only to the server that it was entered for`,
    }
  )
}

/** Takes back what is known of how an account's gateway signs; also for the account of options and environment. */
export async function forgetSignatureLayout(
  bpc: AccountParts & { heartbeats: Heartbeats },
  id: string,
  by: string
): Promise<AccountView | undefined> {
  const account = (await listAccountViews(bpc)).find((one) => one.id === id)
  if (!account) {
    return undefined
  }
  await bpc.signatureMemory.forget(id, account.name, by)
  await bpc.heartbeats.forget("other_layout")
  bpc.configuration.forget()
  return { ...account, signature_layout: null, signature_layout_at: null }
}

/** The Merchant REST API takes login and password together: half a pair would be a channel that fails at the first refund. */
function halfPairOf(
  given: AccountChange["secrets"],
  stored: AccountRecord | undefined
): FieldComplaint | undefined {
  const has = (field: "api_login" | "api_password") =>
    given[field] === undefined
      ? Boolean(stored?.[field])
      : Boolean(given[field])
  if (has("api_login") === has("api_password")) {
    return undefined
  }
  return has("api_login")
    ? { field: "api_password", complaint: "is needed with the API login" }
    : { field: "api_login", complaint: "is needed with the API password" }
}

/** Two accounts of one mode must not both serve a currency: it would be luck which one a payment gets. */
async function overlapOf(
  bpc: AccountParts,
  account: { mode: string; currencies: readonly string[] | null },
  except: string | undefined
): Promise<FieldComplaint | undefined> {
  const others = [
    ...(await bpc.accounts.records()),
    ...[bpc.configuration.optionsAccount()].filter((one) => one !== undefined),
  ].filter((other) => other.id !== except && other.mode === account.mode)
  for (const other of others) {
    if (!account.currencies?.length && !other.currencies?.length) {
      return {
        field: "currencies",
        complaint: `must be listed, because the account "${other.name}" serves every currency already`,
      }
    }
    const both = account.currencies?.find((code) =>
      other.currencies?.some((one) => one === code)
    )
    if (both) {
      return {
        field: "currencies",
        complaint: `must not hold ${both}, which the account "${other.name}" serves already`,
      }
    }
  }
  return undefined
}
