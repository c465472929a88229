import { type AuditNote, changeWithNote } from "../changes"
import { type Database, jsonb, sql } from "../database"
import { storedSetting } from "./setting-input"
import { type Settings } from "./settings"

/** The settings that were saved in the admin. */
export class SettingStore {
  constructor(private readonly database: Database) {}

  async read(): Promise<Partial<Settings>> {
    const rows = await sql<{ key: string; value: unknown }>(
      this.database,
      `select key, value from bpc_setting`
    )
    return rows.reduce<Partial<Settings>>(
      (settings, { key, value }) => ({
        ...settings,
        ...storedSetting(key, value),
      }),
      {}
    )
  }

  async write(changes: Partial<Settings>, note: AuditNote): Promise<void> {
    const entries = Object.entries(changes)
    if (entries.length === 0) {
      return
    }
    await changeWithNote(
      this.database,
      `insert into bpc_setting (key, value)
       select key, value from jsonb_each(cast(:changes as jsonb))
       on conflict (key) do update set value = excluded.value, updated_at = now()
       returning key`,
      { changes: jsonb(Object.fromEntries(entries)) },
      note
    )
  }
}
