/* What a merchant must know, each problem with one sentence and one action. */

export {
  PROBLEM_CODES,
  type ProblemCode,
} from "../../../api-schemas/vocabulary"
export { type HealthFacts, readHealthFacts } from "./health-facts"
export {
  inMemoryLocking,
  localEventBus,
  type Problem,
  type Surroundings,
} from "./health-problem"
export { surroundingsOf } from "./health-surroundings"
export { type Health, type HealthParts, readHealth } from "./health"
