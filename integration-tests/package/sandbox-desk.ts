type Books = Record<string, { captured: number; refunded: number }>

/** The control API of a sandbox that runs in another process. */
export class SandboxDesk {
  constructor(private readonly url: string) {}

  /** Pays as a shopper would. @returns where the shopper's browser is sent */
  async pay(gatewaySessionId: string): Promise<string> {
    const { redirectUrl } = await this.call<{ redirectUrl: string }>(
      "POST",
      `sessions/${gatewaySessionId}/pay`
    )
    return redirectUrl
  }

  /** Waits until no webhook is on its way. */
  async idle(): Promise<void> {
    await this.call("POST", "idle")
  }

  /** Minor units, by currency. */
  async books(): Promise<Books> {
    return (await this.call<{ books: Books }>("GET", "books")).books
  }

  /** The HTTP status of each webhook's last try; null when nobody answered. */
  async webhookAnswers(): Promise<(number | null)[]> {
    const { deliveries } = await this.call<{
      deliveries: { tries: { status?: number }[] }[]
    }>("GET", "deliveries")
    return deliveries.map(({ tries }) => tries.at(-1)?.status ?? null)
  }

  private async call<Body>(method: "GET" | "POST", path: string) {
    const response = await fetch(`${this.url}/control/${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(method === "POST" && { body: "{}" }),
    })
    const text = await response.text()
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`)
    }
    return JSON.parse(text) as Body
  }
}

/** The lines for `.env` in what the sandbox prints when it has started. */
export function envLines(greeting: string): Record<string, string> {
  return Object.fromEntries(
    [...greeting.matchAll(/^\s*(BPC_[A-Z_]+)=(\S+)$/gm)].map(
      ([, name, value]) => [String(name), String(value)]
    )
  )
}
