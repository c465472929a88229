import {
  type AuthenticatedMedusaRequest,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type IUserModuleService } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { BPC_MODULE } from "../../../modules/bpc"
import { EncryptionError } from "../../../modules/bpc/accounts"
import type BpcModuleService from "../../../modules/bpc/service"
import { type FieldComplaint } from "../../../modules/bpc/changes"

export function bpcOf(req: MedusaRequest): BpcModuleService {
  return req.scope.resolve<BpcModuleService>(BPC_MODULE)
}

/** Who is doing this, for the history of changes: the admin user's e-mail. */
export async function actorOf(
  req: AuthenticatedMedusaRequest
): Promise<string> {
  const id = req.auth_context?.actor_id
  try {
    const users = req.scope.resolve<IUserModuleService>(Modules.USER)
    return (await users.retrieveUser(id)).email
  } catch {
    // A secret API key has no user; its own id says whose it is.
    return id ?? "unknown"
  }
}

/** 400 that names the field first. @throws MedusaError */
export function refuse({ field, complaint }: FieldComplaint): never {
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${field} ${complaint.replace(/\.$/, "")}.`
  )
}

/** @throws MedusaError 404 */
export function notFound(what: string): never {
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `There is no such ${what}.`
  )
}

/** Runs what needs the encryption key; without it the person is told what to do. @throws MedusaError */
export async function withSecrets<Value>(
  job: () => Promise<Value>
): Promise<Value> {
  try {
    return await job()
  } catch (error) {
    if (error instanceof EncryptionError) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, error.message)
    }
    throw error
  }
}

/** Answers that must not lie in a cache. */
export function answer(res: MedusaResponse, body: object): void {
  res.set("Cache-Control", "no-store").status(200).json(body)
}

/** A text of the query string; undefined when absent, empty or repeated. */
export function queryText(
  req: MedusaRequest,
  name: string
): string | undefined {
  const value: unknown = req.query[name]
  return typeof value === "string" && value.trim() ? value.trim() : undefined
}

/** One of a closed list. @throws MedusaError 400 */
export function queryChoice<Value extends string>(
  req: MedusaRequest,
  name: string,
  values: readonly Value[]
): Value | undefined {
  const text = queryText(req, name)
  const found = values.find((value) => value === text)
  if (text !== undefined && found === undefined) {
    refuse({ field: name, complaint: `must be one of ${values.join(", ")}` })
  }
  return found
}

/** @throws MedusaError 400 for anything but `true` and `false` */
export function queryFlag(
  req: MedusaRequest,
  name: string
): boolean | undefined {
  const word = queryChoice(req, name, ["true", "false"])
  return word === undefined ? undefined : word === "true"
}

/** @throws MedusaError 400 */
export function queryDate(req: MedusaRequest, name: string): Date | undefined {
  const text = queryText(req, name)
  if (text === undefined) {
    return undefined
  }
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) {
    refuse({ field: name, complaint: "must be a date such as 2026-11-20" })
  }
  return date
}

export function queryLimit(req: MedusaRequest, fallback = 20): number {
  const limit = Number(queryText(req, "limit") ?? fallback)
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    refuse({
      field: "limit",
      complaint: "must be a whole number from 1 to 100",
    })
  }
  return limit
}

/**
 * For routes whose last segment is `test`: Medusa's compiler leaves out every folder of that name, so the segment is a
 * parameter. @throws MedusaError 404 for any other word
 */
export function onlyTest(req: MedusaRequest): void {
  if (req.params.action !== "test") {
    notFound("action")
  }
}
