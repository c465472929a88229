import { z } from "zod"
import {
  CONNECTION_CAUSES,
  MODES,
  SECOND_CHANNEL_CAUSES,
  VALUE_SOURCES,
} from "./vocabulary"
import { moment } from "./wire"

/** An account as the admin sees it; secrets only by their last characters, and when and by whom they were set. */
export const accountSchema = z.object({
  /** `config-…` for the one from options or environment. */
  id: z.string(),
  name: z.string(),
  mode: z.enum(MODES),
  api_url: z.string(),
  api_key_last4: z.string(),
  api_key_set_at: moment.nullable(),
  api_key_set_by: z.string().nullable(),
  webhook_secret_last4: z.string().nullable(),
  webhook_secret_set_at: moment.nullable(),
  webhook_secret_set_by: z.string().nullable(),
  next_webhook_secret_last4: z.string().nullable(),
  next_webhook_secret_set_at: moment.nullable(),
  next_webhook_secret_set_by: z.string().nullable(),
  /** Of the second channel, the Merchant REST API: empty when set, since a login or password is not told apart by its end; null when not. */
  api_login_last4: z.string().nullable(),
  api_login_set_at: moment.nullable(),
  api_login_set_by: z.string().nullable(),
  api_password_last4: z.string().nullable(),
  api_password_set_at: moment.nullable(),
  api_password_set_by: z.string().nullable(),
  /** Null: beside `api_url`. */
  v1_api_url: z.string().nullable(),
  /** The only layout that its webhooks may be signed in, learned from the first real one; null until then. */
  signature_layout: z.string().nullable(),
  signature_layout_at: moment.nullable(),
  /** Null: every currency. */
  currencies: z.array(z.string()).readonly().nullable(),
  /** Other than "admin": read-only there. */
  source: z.enum(["admin", ...VALUE_SOURCES]),
  /** False when its secrets cannot be read; `problem` says why and what to do. */
  readable: z.boolean(),
  problem: z.string().nullable(),
  open_sessions: z.number(),
  created_at: moment.nullable(),
  updated_at: moment.nullable(),
})
export type Account = z.input<typeof accountSchema>

const secret = z
  .string("must be text")
  .max(512, "must be shorter than 512 characters")

/** A blank or absent secret keeps the stored one; null removes it. */
export const accountBody = z
  .strictObject({
    name: z
      .string("must be text")
      .trim()
      .min(1, "must not be empty")
      .max(100, "must be shorter than 100 characters"),
    mode: z.enum(MODES, 'must be "test" or "live"'),
    api_url: z.string("must be text").trim().min(1, "must not be empty"),
    /** Empty or null: beside `api_url`. */
    v1_api_url: z.string("must be text").trim().nullable(),
    api_key: secret,
    webhook_secret: secret,
    next_webhook_secret: secret.nullable(),
    /** Both or neither. */
    api_login: secret.nullable(),
    api_password: secret.nullable(),
    promote_next_webhook_secret: z.boolean("must be true or false"),
    currencies: z
      .array(z.string("must be text"), "must be a list of ISO 4217 currencies")
      .readonly()
      .nullable(),
  })
  .partial()
export type AccountInput = z.input<typeof accountBody>

/** A login for the second channel as it is being entered. */
export type LoginInput = Pick<
  AccountInput,
  "api_login" | "api_password" | "v1_api_url"
>

export const accountsAnswer = z.object({ accounts: z.array(accountSchema) })
export type AccountsAnswer = z.input<typeof accountsAnswer>

export const accountAnswer = z.object({ account: accountSchema })
export type AccountAnswer = z.input<typeof accountAnswer>

export const savedAccountAnswer = accountAnswer.extend({
  /** Sentences for the person who saved it. */
  notes: z.array(z.string()),
})
export type SavedAccountAnswer = z.input<typeof savedAccountAnswer>

export const deletedAccountAnswer = z.object({
  id: z.string(),
  object: z.literal("bpc_account"),
  deleted: z.literal(true),
})
export type DeletedAccountAnswer = z.input<typeof deletedAccountAnswer>

export const secondChannelTestSchema = z.object({
  ok: z.boolean(),
  cause: z.enum(SECOND_CHANNEL_CAUSES),
  message: z.string(),
})

export const connectionTestAnswer = z.object({
  ok: z.boolean(),
  cause: z.enum(CONNECTION_CAUSES),
  message: z.string(),
  /** The Merchant REST API; null when no login for it is set. */
  second_channel: secondChannelTestSchema.nullable(),
})
export type ConnectionTest = z.input<typeof connectionTestAnswer>
