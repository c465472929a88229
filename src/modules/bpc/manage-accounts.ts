import {
  type AccountChange,
  type AccountRecord,
  SECRET_FIELDS,
} from "./accounts"
import { type ParsedAccount } from "./account-input"
import { type AccountView, viewOfOptions, viewOfRecord } from "./account-view"
import { type AuditChange } from "./audit"
import { OPTIONS_ACCOUNT } from "./configuration"
import type BpcModuleService from "./service"
import { type FieldComplaint } from "./setting-input"
import { knownLayout } from "./signature-memory"

/** All accounts as the admin sees them, the one from options and environment first. */
export async function listAccountViews(
  bpc: BpcModuleService
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
            openSessions: open.get(OPTIONS_ACCOUNT) ?? 0,
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
  bpc: BpcModuleService,
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
  const id = await bpc.accounts.create(account, by)
  bpc.configuration.forget()
  await bpc.audit.record(by, [
    {
      subject: subjectOf(account.name),
      field: "account",
      from: null,
      to: "added",
    },
    ...secretChanges(account.name, secrets, () => false),
  ])
  return { ok: true, id }
}

/** @throws EncryptionError */
export async function updateAccount(
  bpc: BpcModuleService,
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
  const half = halfPairOf(change.secrets, record)
  if (half) {
    return { ok: false, error: half }
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
  await bpc.accounts.update(id, change, by)
  if (promoteNext) {
    await bpc.accounts.promoteNextSecret(record, by)
  }
  bpc.configuration.forget()
  const name = change.name ?? record.name
  await bpc.audit.record(by, [
    ...plainChanges(name, [
      ["name", record.name, change.name],
      ["mode", record.mode, change.mode],
      ["api_url", record.api_url, change.apiUrl],
      [
        "v1_api_url",
        record.v1_api_url ?? "",
        change.v1ApiUrl === null ? "" : change.v1ApiUrl,
      ],
      [
        "currencies",
        currencyText(record.currencies),
        change.currencies === undefined
          ? undefined
          : currencyText(change.currencies),
      ],
    ]),
    ...secretChanges(name, change.secrets, (field) => record[field] !== null),
    ...(promoteNext
      ? [
          {
            subject: subjectOf(name),
            field: "webhook_secret",
            from: null,
            to: "next one made current",
          },
        ]
      : []),
  ])
  return { ok: true }
}

export async function removeAccount(
  bpc: BpcModuleService,
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
  await bpc.accounts.remove(id)
  bpc.configuration.forget()
  await bpc.audit.record(by, [
    {
      subject: subjectOf(record.name),
      field: "account",
      from: "there",
      to: "deleted",
    },
  ])
  return { ok: true }
}

/** Takes back what is known of how an account's gateway signs; also for the account of options and environment. */
export async function forgetSignatureLayout(
  bpc: BpcModuleService,
  id: string,
  by: string
): Promise<AccountView | undefined> {
  const account = (await listAccountViews(bpc)).find((one) => one.id === id)
  if (!account) {
    return undefined
  }
  await bpc.signatureMemory.forget(id, account.name, by)
  await bpc.signs.forget("other_layout")
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
  bpc: BpcModuleService,
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

function subjectOf(name: string): string {
  return `account ${name}`
}

function currencyText(currencies: readonly string[] | null): string {
  return currencies?.join(", ") || "every currency"
}

function plainChanges(
  name: string,
  fields: readonly [string, string, string | undefined][]
): AuditChange[] {
  return fields.flatMap(([field, from, to]) =>
    to === undefined || to === from
      ? []
      : [{ subject: subjectOf(name), field, from, to }]
  )
}

function secretChanges(
  name: string,
  secrets: AccountChange["secrets"],
  wasSet: (field: (typeof SECRET_FIELDS)[number]) => boolean
): AuditChange[] {
  return SECRET_FIELDS.flatMap((field) => {
    const secret = secrets[field]
    return secret === undefined
      ? []
      : [
          {
            subject: subjectOf(name),
            field,
            from: null,
            to: secret === null ? "removed" : wasSet(field) ? "changed" : "set",
          },
        ]
  })
}
