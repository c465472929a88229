/*
 * Loaded into a Medusa of its own (node --require): tells each statement that writes and each call to the gateway as a named
 * point, and kills the process with SIGKILL at the point that the test names. A point is what a debugger would show, such as
 * "after insert bpc_session" or "before POST /sessions"; the test learns them by listening to one whole sale.
 */
const { appendFileSync, existsSync } = require("node:fs")
const http = require("node:http")
const https = require("node:https")

const log = process.env.BPC_KILL_LOG
const armed = process.env.BPC_KILL_ARMED
const target = process.env.BPC_KILL_AT

function pass(point) {
  if (!existsSync(armed)) {
    return
  }
  appendFileSync(log, `${point}\n`)
  if (point === target) {
    process.kill(process.pid, "SIGKILL")
  }
}

/** Verbs and tables of a statement that writes (some of ours write two in one); the end of a transaction counts as well. */
function nameOf(text) {
  const statement = String(text ?? "")
    .trim()
    .toLowerCase()
  if (/^commit\b/.test(statement)) {
    return "commit"
  }
  const found = [
    ...statement.matchAll(
      /\b(insert into|(?<!for |do )update|delete from) "?([a-z]\w*)"?/g
    ),
  ].map(([, verb, table]) => `${verb.split(" ")[0]} ${table}`)
  return found.length > 0 && [...new Set(found)].join(" + ")
}

const { Client } = require(require.resolve("pg", { paths: [process.cwd()] }))
const query = Client.prototype.query
Client.prototype.query = function (config, ...rest) {
  const name = nameOf(typeof config === "string" ? config : config?.text)
  if (!name) {
    return query.call(this, config, ...rest)
  }
  pass(`before ${name}`)
  const last = rest.length - 1
  if (typeof rest[last] === "function") {
    const answered = rest[last]
    rest[last] = (...result) => {
      pass(`after ${name}`)
      answered(...result)
    }
    return query.call(this, config, ...rest)
  }
  const sent = query.call(this, config, ...rest)
  return typeof sent?.then === "function"
    ? sent.then((result) => {
        pass(`after ${name}`)
        return result
      })
    : sent
}

const gateway = new URL(process.env.BPC_API_URL)
for (const module of [http, https]) {
  const { request } = module
  module.request = function (...args) {
    const sent = request.apply(this, args)
    if (sent.getHeader("host") !== gateway.host) {
      return sent
    }
    const path = sent.path
      .replace(gateway.pathname, "")
      .replace(/\/(ps|pay|pmt|ref|rf)_\w+/g, "/:id")
    const name = `${sent.method} ${path.split("?")[0]}`
    pass(`before ${name}`)
    sent.prependListener("response", () => pass(`after ${name}`))
    return sent
  }
}
