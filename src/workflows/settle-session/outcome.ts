/**
 * What came of looking at a payment. `again`: it must be looked at again at once; `settled`: nothing is left to do now; `left`: nobody looked;
 * `failing`: it did not come to an end, which is written down, and it is tried again.
 */
export type Outcome = "again" | "settled" | "left" | "failing"
