/** A field of something that may not be a record at all. */
export function field(record: unknown, name: string): unknown {
  return typeof record === "object" && record !== null
    ? new Map<string, unknown>(Object.entries(record)).get(name)
    : undefined
}
