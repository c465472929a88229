import { z } from "zod"

/*
 * A schema's input (`z.input`) is what goes over the wire, its output (`z.output`) what the code of the store has: the admin works with
 * the first, module and routes with the second.
 */

/** A moment: a date in the code, ISO 8601 in UTC on the wire. */
export const moment = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
})

/** A page of a list; where the next one begins, null after the last. */
export const nextCursor = z.string().nullable()
