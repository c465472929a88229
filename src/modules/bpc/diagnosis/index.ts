/* A file for whoever helps: what is set, how it runs, what happened; without secrets and personal data. */

export { type Diagnosis, readDiagnosis } from "./diagnosis"
