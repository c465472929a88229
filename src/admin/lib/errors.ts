import { sentenceOf } from "./client"
import { splitComplaint } from "./complaint"

export type ApiProblem = {
  /** The form's field that the API complains about, if it names one. */
  field?: string
  /** The API's sentence, without that field's name; undefined when the server gave no answer. */
  sentence?: string
}

export function readProblem(
  error: unknown,
  fields: readonly string[]
): ApiProblem {
  const sentence = sentenceOf(error)
  const complaint = sentence && splitComplaint(sentence, fields)
  return complaint
    ? { field: complaint.field, sentence: complaint.rest }
    : { sentence }
}
