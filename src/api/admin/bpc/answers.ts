import {
  type AuthenticatedMedusaRequest,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type IUserModuleService } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { type z } from "zod"
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

/** A response whose body is of a schema: a field that is missing does not compile. */
export type Answering<Schema extends z.ZodType> = MedusaResponse<
  z.output<Schema>
>

/** Answers that must not lie in a cache. */
export function answer<Body extends object>(
  res: MedusaResponse<Body>,
  body: NoInfer<Body>
): void {
  res.set("Cache-Control", "no-store").status(200).json(body)
}
