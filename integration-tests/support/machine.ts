import setUp, { stopMachine } from "./global-setup"
import { shared } from "./shared"

/** `npm run test:machine`: the integration tests' PostgreSQL, kept until Ctrl-C, so that each run begins with its first test. */
async function main(): Promise<void> {
  console.log("Starting PostgreSQL and preparing the store …")
  await setUp()
  console.log(`Ready. In another terminal, until a migration or the seed changes:

  export BPC_TEST_SHARED='${JSON.stringify(shared())}'`)
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stopMachine().then(() => process.exit()))
  }
}

void main()
