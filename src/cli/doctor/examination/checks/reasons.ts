import { type VisitFailure } from "../../../../gateway"

/** Why an address could not be asked, as the end of a sentence. */
export const REASONS: Record<VisitFailure, string> = {
  not_https:
    "it does not begin with https://, and nothing else is called in production",
  inner_address:
    "seen from here, it leads into a private network or to this machine, where nothing is called in production",
  unknown_host: "its host name does not exist",
  refused: "nothing listens there",
  certificate: "its certificate is not accepted",
  silent: "it does not answer",
}
