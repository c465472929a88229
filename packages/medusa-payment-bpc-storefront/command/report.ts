import { createTwoFilesPatch } from "diff"
import { type Obstacle, type Step } from "./plan"
import { type Change } from "./shop"

/** Escape codes only for a person: not into a file or a pipe. */
export type Paint = (
  code: "red" | "green" | "dim" | "bold",
  text: string
) => string

const CODES = { red: 31, green: 32, dim: 2, bold: 1 }

export const plain: Paint = (_code, text) => text
export const coloured: Paint = (code, text) =>
  `\u001b[${CODES[code]}m${text}\u001b[0m`

/** A unified diff that `git apply` and `patch -p1` take. */
export function diffOf(changes: readonly Change[], paint: Paint): string {
  return changes
    .map(({ path, before, after }) =>
      createTwoFilesPatch(
        before === undefined ? "/dev/null" : `a/${path}`,
        after === undefined ? "/dev/null" : `b/${path}`,
        before ?? "",
        after ?? "",
        undefined,
        undefined,
        { context: 3 }
      ).replace(/^=+\n/, "")
    )
    .join("")
    .split("\n")
    .map((line) => paintLine(line, paint))
    .join("\n")
}

function paintLine(line: string, paint: Paint): string {
  if (/^(---|\+\+\+) /.test(line)) return paint("bold", line)
  if (line.startsWith("+")) return paint("green", line)
  if (line.startsWith("-")) return paint("red", line)
  return line.startsWith("@@") ? paint("dim", line) : line
}

/** One line a step: what was done where, and what was so before. */
export function stepsOf(
  steps: readonly Step[],
  words: { changed: string; unchanged: string },
  paint: Paint
): string {
  return steps
    .map(({ path, does, changed }) =>
      [
        `  ${changed ? paint("green", words.changed) : paint("dim", words.unchanged)}  ${does}`,
        `  ${" ".repeat(words.changed.length)}  ${paint("dim", path)}`,
      ].join("\n")
    )
    .join("\n")
}

/** Why nothing was written, with the lines to add by hand. */
export function obstaclesOf(
  obstacles: readonly Obstacle[],
  paint: Paint
): string {
  return obstacles
    .map(({ path, reason, byHand }) =>
      [
        `  ${paint("bold", path)}`,
        `  ${reason}.`,
        ...(byHand
          ? ["", ...byHand.split("\n").map((line) => `    ${line}`)]
          : []),
      ].join("\n")
    )
    .join("\n\n")
}
