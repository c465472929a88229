import { GatewayError } from "../gateway"

/** The sentence of an error. The workflow engine hands errors over as plain objects. */
export function errorText(error: unknown): string {
  if (error instanceof GatewayError) {
    return error.merchant
  }
  return typeof error === "object" && error !== null && "message" in error
    ? String(error.message)
    : String(error)
}

/** The same for the log: what the gateway itself said. */
export function logText(error: unknown): string {
  return error instanceof GatewayError ? error.log : errorText(error)
}
