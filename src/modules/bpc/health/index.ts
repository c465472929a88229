/* What a merchant must know, each problem with one sentence and one action. */

export { type HealthFacts, readHealthFacts } from "./health-facts"
export {
  inMemoryLocking,
  localEventBus,
  type Problem,
  PROBLEM_CODES,
  type ProblemCode,
  type Surroundings,
} from "./health-problem"
export { surroundingsOf } from "./health-surroundings"
export { type Health, readHealth } from "./health"
