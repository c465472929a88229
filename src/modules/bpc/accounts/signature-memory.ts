import { type SignatureVariant, isSignatureVariant } from "../../../gateway"
import { type Database, newId, sql } from "../database"

/** In which layout an account's gateway signs, and since when that is known. */
export type KnownLayout = { layout: SignatureVariant; learnedAt: Date }

/** An account at one gateway: the same account id at another address may be signed for in another layout. */
export type Signer = { id: string; apiUrl: string }

/**
 * The layout in which each account's gateway signs its webhooks. The inbox learns it with the first real event that it stores
 * (`inbox.ts`); from then on events in another layout are refused, until a person takes the memory back.
 */
export class SignatureMemory {
  constructor(private readonly database: Database) {}

  /** All that is known, to look up with {@link knownLayout}. */
  async read(): Promise<ReadonlyMap<string, KnownLayout>> {
    const rows = await sql<{
      account_id: string
      api_origin: string
      layout: string
      learned_at: Date
    }>(
      this.database,
      `select account_id, api_origin, layout, learned_at from bpc_signature_layout`
    )
    return new Map(
      rows.flatMap((row) =>
        isSignatureVariant(row.layout)
          ? [
              [
                keyOf(row.account_id, row.api_origin),
                { layout: row.layout, learnedAt: row.learned_at },
              ] as const,
            ]
          : []
      )
    )
  }

  /**
   * Takes back what is known of an account, with its entry in the history in the same statement: its next real event sets the layout
   * anew. Events that were stored before stay known whatever the layout.
   *
   * @param name the account's, for the history
   * @returns how many layouts were forgotten
   */
  async forget(accountId: string, name: string, by: string): Promise<number> {
    const rows = await sql(
      this.database,
      `with gone as (
         delete from bpc_signature_layout where account_id = :account returning layout
       ), noted as (
         insert into bpc_audit (id, actor, subject, field, "from", "to")
         select :audit, :by, :subject, 'signature_layout', string_agg(layout, ', '), 'forgotten' from gone having count(*) > 0
       )
       select layout from gone`,
      {
        account: accountId,
        audit: newId.audit(),
        by,
        subject: `account ${name}`,
      }
    )
    return rows.length
  }
}

export function originOf({ apiUrl }: Pick<Signer, "apiUrl">): string {
  return URL.canParse(apiUrl) ? new URL(apiUrl).origin : apiUrl
}

export function knownLayout(
  known: ReadonlyMap<string, KnownLayout>,
  signer: Signer
): KnownLayout | undefined {
  return known.get(keyOf(signer.id, originOf(signer)))
}

function keyOf(accountId: string, origin: string): string {
  return `${accountId} ${origin}`
}
