/**
 * Splits the API's "storefront_url must be an origin." into the field and what is wrong with it.
 *
 * @returns undefined for a sentence that does not begin with one of the fields
 */
export function splitComplaint(
  sentence: string,
  fields: readonly string[]
): { field: string; rest: string } | undefined {
  const [, field, rest] = sentence.match(/^([a-z0-9_]+)(?:\.\d+)* (.+)$/s) ?? []
  return field && rest && fields.includes(field) ? { field, rest } : undefined
}
