import { mkdir, readFile, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import fc from "fast-check"
import setUp, { stopMachine } from "../support/global-setup"
import { scenarios } from "./generate"
import { play } from "./play"
import { tell } from "./report"
import { type Scenario } from "./scenario"
import { World } from "./world"

const USAGE = `npm run test:soak -- [options]

  --scenarios <n>   how many to play, default 2000
  --minutes <n>     stop after so many minutes
  --seed <n>        the first scenario's seed, default random; the next ones count up
  --shrink <n>      minutes to look for a smaller scenario after a failure, default 5
  --replay <file>   play the scenario in a file, as a failure has left it
  --help            show this`

void main()

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scenarios: { type: "string", default: "2000" },
      minutes: { type: "string", default: "Infinity" },
      seed: { type: "string" },
      shrink: { type: "string", default: "5" },
      replay: { type: "string" },
      help: { type: "boolean", default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return
  }
  process.env.LOG_LEVEL ??= "error"
  // Another run may have left its machine running for us.
  const own = !process.env.BPC_TEST_SHARED
  if (own) {
    console.log("Starting PostgreSQL and preparing the store …")
    await setUp()
  }
  const world = await World.open()
  try {
    const good = values.replay
      ? await replay(world, values.replay)
      : await soak(world, {
          scenarios: Number(values.scenarios),
          minutes: Number(values.minutes),
          seed: Number(values.seed ?? Math.floor(Math.random() * 2 ** 31)),
          shrinkMinutes: Number(values.shrink),
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

async function soak(
  world: World,
  options: {
    scenarios: number
    minutes: number
    seed: number
    shrinkMinutes: number
  }
): Promise<boolean> {
  const { seed, scenarios: wanted } = options
  console.log(`Seed ${seed}: ${wanted} scenarios`)
  const since = Date.now()
  let failures = 0
  let played = 0
  for (; played < wanted; played++) {
    const minutes = (Date.now() - since) / 60_000
    if (minutes >= options.minutes) {
      break
    }
    const kept = await playSeed(world, seed + played, options.shrinkMinutes)
    failures += kept ? 0 : 1
    if ((played + 1) % 20 === 0) {
      console.log(
        `${played + 1} scenarios, ${failures} failed, ${((Date.now() - since) / 1000 / (played + 1)).toFixed(1)} s each`
      )
    }
  }
  console.log(
    `Seed ${seed}: played ${played} scenarios in ${((Date.now() - since) / 60_000).toFixed(1)} minutes, ${failures} failed`
  )
  return failures === 0
}

/** Plays the scenario of one seed; one that fails is made as small as can be in the time given, and written down. */
async function playSeed(
  world: World,
  seed: number,
  shrinkMinutes: number
): Promise<boolean> {
  let smallest: { scenario: Scenario; report: string } | undefined
  const until = { at: Infinity }
  const property = fc.asyncProperty(scenarios, async (scenario) => {
    if (Date.now() > until.at) {
      return
    }
    const wrong = await play(world, scenario)
    if (wrong.length > 0) {
      smallest = { scenario, report: await tell(world, wrong) }
      if (until.at === Infinity) {
        console.log(`\nSeed ${seed} failed:\n${smallest.report}`)
        until.at = Date.now() + shrinkMinutes * 60_000
      }
      throw new Error(wrong.join("\n"))
    }
  })
  await fc.check(property, { seed, numRuns: 1 })
  if (!smallest) {
    return true
  }
  const directory = join(tmpdir(), "bpc-soak")
  await mkdir(directory, { recursive: true })
  const file = join(directory, `${seed}.json`)
  await writeFile(file, JSON.stringify(smallest.scenario, null, 2))
  console.log(
    `\nThe smallest scenario of seed ${seed} that fails:\n${JSON.stringify(smallest.scenario)}\n${smallest.report}\n` +
      `Play it again:      npm run test:soak -- --replay ${file}\n` +
      `Or from the start:  npm run test:soak -- --seed ${seed} --scenarios 1\n`
  )
  return false
}

async function replay(world: World, file: string): Promise<boolean> {
  const scenario = JSON.parse(await readFile(file, "utf8")) as Scenario
  const wrong = await play(world, scenario)
  console.log(await tell(world, wrong))
  return wrong.length === 0
}
