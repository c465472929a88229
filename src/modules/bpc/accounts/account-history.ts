import { type AccountChange, type AccountRecord } from "./accounts"
import { type AuditChange } from "../changes"
import { SECRET_FIELDS } from "./secret-fields"

/** What the history says of a new account. */
export function additionOf({
  name,
  secrets,
}: {
  name: string
  secrets: AccountChange["secrets"]
}): AuditChange[] {
  return [
    { subject: subjectOf(name), field: "account", from: null, to: "added" },
    ...secretChanges(name, secrets, () => false),
  ]
}

/** What it says of a deleted one. */
export function removalOf({ name }: { name: string }): AuditChange[] {
  return [
    {
      subject: subjectOf(name),
      field: "account",
      from: "there",
      to: "deleted",
    },
  ]
}

/** What it says of a change. */
export function changesOf(
  record: AccountRecord,
  change: AccountChange,
  promoteNext: boolean
): AuditChange[] {
  const name = change.name ?? record.name
  return [
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
  ]
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
