import { z } from "zod"
import { sessionFilters } from "./payments"
import { CSV_LAYOUTS, EXPORT_KINDS } from "./vocabulary"
import { type Asked } from "./query"

/** `GET /admin/bpc/export`, beside the list's own filters; the answer is `text/csv`. */
export const exportQuery = z
  .object({
    kind: z.enum(EXPORT_KINDS, `must be one of ${EXPORT_KINDS.join(", ")}`),
    layout: z
      .enum(CSV_LAYOUTS, `must be one of ${CSV_LAYOUTS.join(", ")}`)
      .default("rfc4180"),
    ...sessionFilters,
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ["to"],
    message: "must not lie before from",
  })
export type ExportRequest = Asked<typeof exportQuery>
