import { type Check } from "../report"

/** What stops the examination: the check that found it ends the report. */
export class Finding extends Error {
  constructor(readonly check: Check) {
    super(check.message)
    this.name = "Finding"
  }
}
