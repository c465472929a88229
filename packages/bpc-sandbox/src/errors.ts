/** A refusal that the caller is told about: HTTP status, a code for programs and a sentence for people. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string
  ) {
    super(message)
    this.name = "Refusal"
  }
}

export function notFound(what: string, id: string): Refusal {
  return new Refusal(404, "not_found", `No such ${what}: ${id}`)
}

export function invalid(message: string): Refusal {
  return new Refusal(400, "invalid_request", message)
}

export function wrongState(message: string): Refusal {
  return new Refusal(400, "invalid_state", message)
}
