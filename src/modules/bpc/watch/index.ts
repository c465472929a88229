/*
 * What is watched: heartbeats, gateways in trouble, payments with which the job does not come to an end, and how long the job may
 * rest.
 */

export {
  FailingPayments,
  FAILS_FOR_LONG,
  type Failure,
  type FailuresToNotify,
} from "./failing-payments"
export { type GatewayTrouble, GatewayWatch } from "./gateway-watch"
export { JobRest } from "./job-rest"
export { type Heartbeat, Heartbeats } from "./heartbeats"
