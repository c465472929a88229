/* How a statement is run, ids, and where a page of a list ended. Knows nobody. */

export { parseCursor, type Position, toCursor } from "./cursor"
export {
  type Bindings,
  type Database,
  isUniqueViolation,
  jsonb,
  lastUseOf,
  newId,
  poolSize,
  sql,
} from "./database"
