import { sentenceOf } from "./client"

export type ApiProblem = {
  /** The field that the API's sentence begins with, if it is one of the form's. */
  field?: string
  /** The sentence without that field's name; undefined when the server gave no answer. */
  sentence?: string
}

/** Splits "storefront_url must be an origin." into the form's field and the rest; a sentence of another kind stays whole. */
export function readProblem(
  error: unknown,
  fields: readonly string[]
): ApiProblem {
  const sentence = sentenceOf(error)
  const [, field, rest] =
    sentence?.match(/^([a-z0-9_]+)(?:\.\d+)* (.*)$/s) ?? []
  return field && fields.includes(field)
    ? { field, sentence: rest }
    : { sentence }
}
