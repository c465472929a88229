/* What a person changes in the admin: who changed what, and which field is wrong. */

export {
  type AuditChange,
  AuditLog,
  type AuditNote,
  changeWithNote,
} from "./audit"
export { type FieldComplaint, firstComplaint } from "./field-complaint"
