const { argv, env, execPath, exit } = require("node:process")
const Module = require("node:module")
const { execFileSync } = require("node:child_process")
const { performance } = require("node:perf_hooks")
const { console } = globalThis

/*
 * node require-time.cjs <folder> <entry> [<entry> …]: milliseconds for the files of a folder alone. The first process lists what
 * they require from elsewhere; this one loads that before it starts the clock.
 */
const [folder, ...entries] = argv.slice(2)
const isOwn = (file) =>
  file.startsWith(folder) && !file.slice(folder.length).includes("node_modules")

if (env.LIST_FOREIGN) {
  const foreign = new Set()
  const load = Module._load
  Module._load = (request, parent, isMain) => {
    const file = Module._resolveFilename(request, parent, isMain)
    if (parent && isOwn(parent.filename ?? "") && !isOwn(file)) {
      foreign.add(file)
    }
    return load(request, parent, isMain)
  }
  entries.forEach((entry) => require(entry))
  console.log(JSON.stringify([...foreign]))
} else {
  const foreign = JSON.parse(
    execFileSync(execPath, argv.slice(1), {
      encoding: "utf8",
      env: { ...env, LIST_FOREIGN: "1" },
    })
  )
  foreign.forEach((file) => require(file))
  const start = performance.now()
  entries.forEach((entry) => require(entry))
  console.log(performance.now() - start)
}
exit()
