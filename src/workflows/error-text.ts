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
