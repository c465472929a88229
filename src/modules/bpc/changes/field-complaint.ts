import { type z } from "zod"

/** A wrong field, by the name that the caller used. */
export type FieldComplaint = { field: string; complaint: string }

export function firstComplaint(error: z.ZodError): FieldComplaint {
  const issue = error.issues[0]
  return issue?.code === "unrecognized_keys"
    ? { field: issue.keys[0] ?? "", complaint: "is not known here" }
    : {
        field: issue?.path.map(String).join(".") || "body",
        complaint: issue?.message ?? "is wrong",
      }
}
