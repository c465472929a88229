/*
 * Merchant accounts: stored and encrypted, managed in the admin, their clients, connection tests, and what is learned of their
 * gateways.
 */

export { parseAccountInput } from "./account-input"
export { type AccountView } from "./account-view"
export {
  type Account,
  type AccountChange,
  type AccountRecord,
  AccountStore,
  merchantRestLogin,
} from "./accounts"
export { CircuitBreaker } from "./circuit-breaker"
export { configAccountId, isConfigAccount } from "./config-account"
export { testConnection } from "./connection-test"
export { Encryption, EncryptionError } from "./encryption"
export { GatewayClients } from "./gateway-clients"
export {
  type AccountParts,
  createAccount,
  forgetSignatureLayout,
  listAccountViews,
  removeAccount,
  updateAccount,
} from "./manage-accounts"
export {
  knownLayout,
  originOf,
  SignatureMemory,
  type Signer,
} from "./signature-memory"
