import { randomBytes } from "node:crypto"
import { parseArgs } from "node:util"
import { usage, type Command } from "./command"

const KEY_BYTES = 32

export const generateKey: Command = {
  name: "generate-key",
  summary: "Print a fresh encryption key",
  help: `Usage: medusa-payment-bpc generate-key

Prints a key of 32 random bytes in base64 for BPC_ENCRYPTION_KEY. Only the key
goes to standard output, so this works too:

  echo "BPC_ENCRYPTION_KEY=$(npx medusa-payment-bpc generate-key)" >> .env
`,
  run: async (args) => {
    usage(() => parseArgs({ args, options: {}, allowPositionals: false }))
    console.log(randomBytes(KEY_BYTES).toString("base64"))
    console.error(
      "Put it into the store's environment as BPC_ENCRYPTION_KEY (in .env, for example).\n" +
        "Keep it: API keys stored under it cannot be read with another one."
    )
    return 0
  },
}
