/** Whether a URL leads to the machine that asks, whoever asks. */
export function isLocalAddress(url: string): boolean {
  if (!URL.canParse(url)) {
    return false
  }
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "")
  return (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    /^127\.|^0\.0\.0\.0$|^::1?$/.test(host)
  )
}
