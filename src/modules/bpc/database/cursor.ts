/** Where the page before ended: keyset paging stays fast however deep one reads. */
export type Position = { at: string; id: string }

export function toCursor(
  last: { at: Date | string; id: string } | undefined
): string | null {
  return last
    ? Buffer.from(
        JSON.stringify([new Date(last.at).toISOString(), last.id])
      ).toString("base64url")
    : null
}

/** undefined for anything that is not one of our cursors: the caller then starts from the newest. */
export function parseCursor(cursor: string | undefined): Position | undefined {
  try {
    const value: unknown = JSON.parse(
      Buffer.from(cursor ?? "", "base64url").toString("utf8")
    )
    return Array.isArray(value) &&
      typeof value[0] === "string" &&
      typeof value[1] === "string" &&
      !Number.isNaN(Date.parse(value[0]))
      ? { at: value[0], id: value[1] }
      : undefined
  } catch {
    return undefined
  }
}
