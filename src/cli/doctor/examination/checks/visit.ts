const TIME_LIMIT_MS = 10_000

export type Visit =
  | { ok: true; status: number; headers: Headers; text: string }
  | {
      ok: false
      reason: "unknown_host" | "refused" | "certificate" | "silent"
    }

/** Asks an address once, without following it anywhere. Never throws. */
export async function visit(url: string, init?: RequestInit): Promise<Visit> {
  try {
    const response = await fetch(url, {
      redirect: "manual",
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
      ...init,
    })
    const text = (await response.text()).slice(0, 1000)
    const { status, headers } = response
    return { ok: true, status, headers, text }
  } catch (error) {
    return { ok: false, reason: reasonOf(error) }
  }
}

export const REASONS = {
  unknown_host: "its host name does not exist",
  refused: "nothing listens there",
  certificate: "its certificate is not accepted",
  silent: "it does not answer",
} as const

function reasonOf(error: unknown): keyof typeof REASONS {
  const code = codeOf(error)
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return "unknown_host"
  if (/ECONNREFUSED/.test(code)) return "refused"
  if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|UNABLE_TO/.test(code)) {
    return "certificate"
  }
  return "silent"
}

/** `fetch` wraps what went wrong, once or twice. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ""
  const code = "code" in error ? String(error.code) : ""
  return code || codeOf(error.cause)
}
