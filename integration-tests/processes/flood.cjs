/*
 * Sends forged webhooks as fast as this process can, and prints how many of them got which answer.
 * node flood.cjs <url> <seconds> <connections>
 */
const { Buffer } = require("node:buffer")
const { createHmac } = require("node:crypto")
const { Agent, request } = require("node:http")

const [url, seconds, connections] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const until = Date.now() + Number(seconds) * 1000
const answers = {}

const body = JSON.stringify({
  type: "session.completed",
  created: new Date().toISOString(),
  data: {
    object: { id: "ps_forged", status: "completed", paymentStatus: "paid" },
  },
})
const large = Buffer.alloc(300 * 1024, "x")
const signature = (t, secret) =>
  `t=${t},v1=${createHmac("sha256", secret).update(`${body}.${t}`).digest("hex")}`
const now = () => Math.floor(Date.now() / 1000)

/** Every way in which an event can be forged; the large one is rare, so that the others are not waiting for it. */
const forgeries = [
  () => [{}, body],
  () => [{ "x-signature": signature(now(), "guessed") }, body],
  () => [{ "x-signature": `t=${now()},v1=AAAA` }, body],
  () => [{ "x-signature": "nonsense" }, body],
  () => [{ "x-signature": signature(1, "guessed") }, body],
]

function send(turn) {
  const [headers, payload] =
    turn % 500 === 499 ? [{}, large] : forgeries[turn % forgeries.length]()
  return new Promise((resolve) => {
    const note = (word) => {
      answers[word] = (answers[word] ?? 0) + 1
      resolve()
    }
    const outgoing = request(
      url,
      {
        method: "POST",
        agent,
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(payload),
          ...headers,
        },
      },
      (response) => {
        response.resume()
        response.once("close", () => note(response.statusCode))
      }
    )
    outgoing.once("error", (error) => note(error.code ?? "error"))
    outgoing.end(payload)
  })
}

async function main() {
  let turn = 0
  await Promise.all(
    Array.from({ length: Number(connections) }, async () => {
      while (Date.now() < until) {
        await send(turn++)
      }
    })
  )
  process.stdout.write(JSON.stringify(answers))
}

void main().then(() => process.exit())
