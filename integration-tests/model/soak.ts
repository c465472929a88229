import { createWriteStream, mkdirSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import setUp, { stopMachine } from "../support/global-setup"
import { GAMES, type GameName, playOne, playSeed, replayCommand } from "./games"
import { tell } from "./report"
import { type Scenario } from "./scenario"
import { World } from "./world"

const USAGE = `npm run test:soak -- [options]

  --scenarios <n>   how many to play, default 2000
  --game <name>     ${Object.keys(GAMES).join(", ")}; default shop
  --minutes <n>     stop after so many minutes
  --seed <n>        the first scenario's seed, default random; the next ones count up
  --shrink <n>      minutes to look for a smaller scenario after a failure, default 5
  --replay <file>   play the scenario in a file, as a failure has left it
  --verbose         a line for each scenario
  --help            show this`

/** What a run leaves behind: the scenarios that failed, and all that Medusa logged. */
const DIRECTORY = join(tmpdir(), "bpc-soak")
const write = process.stdout.write.bind(process.stdout)
const say = (line: string) => write(`${line}\n`)

void main()

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scenarios: { type: "string", default: "2000" },
      game: { type: "string", default: "shop" },
      minutes: { type: "string", default: "Infinity" },
      seed: { type: "string" },
      shrink: { type: "string", default: "5" },
      replay: { type: "string" },
      verbose: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  })
  if (values.help) {
    say(USAGE)
    return
  }
  process.env.LOG_LEVEL ??= "error"
  mkdirSync(DIRECTORY, { recursive: true })
  const log = createWriteStream(join(DIRECTORY, "medusa.log"))
  process.stdout.write = log.write.bind(log) as typeof process.stdout.write
  process.stderr.write = log.write.bind(log) as typeof process.stderr.write
  // Another run may have left its machine running for us.
  const own = !process.env.BPC_TEST_SHARED
  if (own) {
    say("Starting PostgreSQL and preparing the store …")
    await setUp()
  }
  const world = await World.open()
  try {
    const good = values.replay
      ? await replay(world, values.replay)
      : await soak(world, {
          game: gameOf(values.game),
          scenarios: Number(values.scenarios),
          minutes: Number(values.minutes),
          seed: Number(values.seed ?? Math.floor(Math.random() * 2 ** 31)),
          shrinkMinutes: Number(values.shrink),
          verbose: values.verbose,
        })
    process.exitCode = good ? 0 : 1
  } finally {
    await world.store.close()
    if (own) {
      await stopMachine()
    }
  }
  process.exit()
}

function gameOf(name: string): GameName {
  if (!(name in GAMES)) {
    throw new Error(`There is no game "${name}"`)
  }
  return name as GameName
}

type SoakOptions = {
  game: GameName
  scenarios: number
  minutes: number
  seed: number
  shrinkMinutes: number
  verbose: boolean
}

async function soak(world: World, options: SoakOptions): Promise<boolean> {
  const { game, seed, scenarios } = options
  say(`Seed ${seed}: ${scenarios} scenarios of the game "${game}"`)
  say(`Medusa's log and the scenarios that fail are in ${DIRECTORY}`)
  const since = Date.now()
  let failures = 0
  let played = 0
  while (played < scenarios && Date.now() - since < options.minutes * 60_000) {
    const started = Date.now()
    failures += (await keeps(world, { ...options, seed: seed + played }))
      ? 0
      : 1
    if (options.verbose) {
      say(`${seed + played}: ${Date.now() - started} ms`)
    }
    played += 1
    if (played % 20 === 0) {
      const each = (Date.now() - since) / 1000 / played
      say(`${played} played, ${failures} failed, ${each.toFixed(1)} s each`)
    }
  }
  const minutes = ((Date.now() - since) / 60_000).toFixed(1)
  say(
    `Seed ${seed}: ${played} played in ${minutes} minutes, ${failures} failed`
  )
  return failures === 0
}

async function keeps(
  world: World,
  { game, seed, shrinkMinutes }: SoakOptions
): Promise<boolean> {
  const failed = await playSeed(world, game, seed, shrinkMinutes)
  if (!failed) {
    return true
  }
  const { first, smallest } = failed
  const file = join(DIRECTORY, `${game}-${seed}.json`)
  await writeFile(file, JSON.stringify({ game, scenario: smallest.scenario }))
  say(
    [
      `\nSeed ${seed} failed: ${first.wrong.join("; ")}`,
      `The smallest scenario that fails: ${JSON.stringify(smallest.scenario)}`,
      smallest.report,
      `Play it again:      npm run test:soak -- --replay ${file}`,
      `Or from the start:  ${replayCommand(game, seed)}\n`,
    ].join("\n")
  )
  return false
}

async function replay(world: World, file: string): Promise<boolean> {
  const { game, scenario } = JSON.parse(await readFile(file, "utf8")) as {
    game: GameName
    scenario: Scenario
  }
  const failure = await playOne(world, game, scenario)
  say(failure ? failure.report : await tell(world, []))
  return !failure
}
