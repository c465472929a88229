import { z } from "zod"
import { MODES, PROBLEM_CODES } from "./vocabulary"
import { moment } from "./wire"

export const problemSchema = z.object({
  code: z.enum(PROBLEM_CODES),
  severity: z.enum(["error", "warning"]),
  /** What is wrong, and what it means for the money. */
  message: z.string(),
  /** What to do. */
  action: z.string(),
  /** A path inside the admin. */
  link: z.string().optional(),
})
export type HealthProblem = z.input<typeof problemSchema>

export const healthAnswer = z.object({
  ok: z.boolean(),
  mode: z.enum(MODES),
  problems: z.array(problemSchema),
  webhooks: z.object({
    last_good_at: moment.nullable(),
    last_bad_at: moment.nullable(),
    last_bad_reason: z.string().nullable(),
    /** Payments of the last seven days that only the job found. */
    found_without_webhook: z.number(),
  }),
  reconcile: z.object({ last_run_at: moment.nullable() }),
  /** Number of held payments. */
  held: z.number(),
  clock_skew_seconds: z.number().nullable(),
})
export type Health = z.input<typeof healthAnswer>
