/** Pictures are ours: only the path of the stored address counts, so that another port changes nothing. */
export function picturePath(
  url: string | null | undefined
): string | undefined {
  return url && URL.canParse(url) ? new URL(url).pathname : (url ?? undefined)
}
