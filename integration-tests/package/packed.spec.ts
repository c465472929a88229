import { readFileSync } from "node:fs"
import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { ROOT } from "../../demo/runner/paths"
import { BareProject } from "./bare-project"
import {
  FOLDERS,
  type PackageName,
  manifestOf,
  missingTargets,
  tarballs,
} from "./packages"
import { type Workplace, openWorkplace } from "./workplace"
import { printTotal } from "../support/totals"

const MINUTE = 60_000

type Expectation = {
  name: PackageName
  /** What lies beside the build. */
  papers: string[]
  build: string
  entries: string[]
  /** A guard against shipping what nobody needs, such as tests or pictures; not the size to be proud of. */
  kilobytes: number
  /** Of a project that installs it and nothing else; the plugin is counted in a fresh store. */
  installed?: number
}

const EXPECTED: Expectation[] = [
  {
    name: "plugin",
    papers: ["CHANGELOG.md", "LICENSE", "README.md", "package.json"],
    build: ".medusa/server/",
    entries: ["config", "workflows", "modules/bpc", "providers/bpc"],
    kilobytes: 620,
  },
  {
    name: "storefront",
    papers: ["LICENSE", "README.md", "package.json"],
    build: "dist/",
    entries: ["messages", "react"],
    kilobytes: 240,
    installed: 1,
  },
  {
    name: "sandbox",
    papers: ["Dockerfile", "LICENSE", "README.md", "package.json"],
    build: "dist/",
    entries: [],
    kilobytes: 120,
    installed: 4,
  },
]

let place: Workplace

// What the suite before it has left is still being removed.
beforeAll(async () => {
  place = await openWorkplace()
}, MINUTE)

afterAll(() => place.close(), 5 * MINUTE)

describe.each(EXPECTED)(
  "the packed $name",
  ({ name, papers, build, entries, kilobytes }) => {
    const tarball = tarballs()[name]
    const manifest = manifestOf(FOLDERS[name])

    it("holds the build, its papers and nothing else", () => {
      expect(
        tarball.files.filter((path) => !path.startsWith(build)).sort()
      ).toEqual(papers)
      const unwanted =
        /__tests__|\.(spec|test)\.|\.map$|(?<!\.d)\.tsx?$|medusa-config|integration-tests|node_modules|tsbuildinfo|\/server\/(demo|packages)\//
      expect(tarball.files.filter((path) => unwanted.test(path))).toEqual([])
    })

    it(
      "is found right by publint, and its types by are-the-types-wrong",
      async () => {
        const tool = (path: string) => join(ROOT, "node_modules", path)
        await place.terminal.succeed(
          [tool("publint/src/cli.js"), "run", tarball.path, "--strict"],
          { cwd: ROOT }
        )
        await place.terminal.succeed(
          [
            tool("@arethetypeswrong/cli/dist/index.js"),
            tarball.path,
            // What Medusa's projects and all bundlers use; not TypeScript's resolution of before 2022.
            "--profile",
            "node16",
            // Medusa's own form for a module: `export default Module(…)`, compiled to CommonJS.
            "--ignore-rules",
            "cjs-only-exports-default",
            // A bundle for the dashboard; nobody imports it by hand.
            ...(name === "plugin" ? ["--exclude-entrypoints", "./admin"] : []),
          ],
          { cwd: ROOT }
        )
      },
      2 * MINUTE
    )

    it("has every file that its exports and programs name, with types beside each module", () => {
      expect(missingTargets(manifest, tarball.files)).toEqual([])
      expect(Object.keys(manifest.exports)).toEqual(
        expect.arrayContaining(entries.map((entry) => `./${entry}`))
      )
    })

    it("is small", () => {
      printTotal(
        `${manifest.name}: ${tarball.size} bytes packed, ${tarball.unpackedSize} unpacked, ${tarball.files.length} files`
      )
      expect(tarball.size).toBeLessThanOrEqual(kilobytes * 1024)
    })
  }
)

it.each(EXPECTED.filter(({ installed }) => installed !== undefined))(
  "the $name brings $installed packages to a project, itself included",
  async ({ name, installed }) => {
    const folder = join(place.directory, name)
    const project = new BareProject(place.terminal, folder)
    await project.create(tarballs()[name].path)
    expect(await project.installed()).toHaveLength(installed ?? 0)
  },
  5 * MINUTE
)

it("have one version, which the changelog names", () => {
  const versions = Object.values(FOLDERS).map(
    (folder) => manifestOf(folder).version
  )
  expect(new Set(versions).size).toBe(1)
  expect(readFileSync(join(ROOT, "CHANGELOG.md"), "utf8")).toContain(
    `\n## ${versions[0]}`
  )
})

it("the plugin holds every route and every other source in its compiled form", async () => {
  const { files } = tarballs().plugin
  // Medusa's compiler leaves out some folders.
  const sources = await readdir(join(ROOT, "src"), { recursive: true })
  const compiled = sources
    .filter((path) => path.endsWith(".ts"))
    .filter((path) => !/__tests__|^admin\//.test(path))
    .map((path) => `.medusa/server/src/${path.replace(/\.ts$/, ".js")}`)
  expect(compiled.length).toBeGreaterThan(100)
  expect(compiled.filter((path) => !files.includes(path))).toEqual([])
})
