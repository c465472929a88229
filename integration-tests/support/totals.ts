/** Prints a figure for docs/reliability.md, also under `jest --silent`. */
export function printTotal(line: string): void {
  process.stderr.write(`TOTAL ${line}\n`)
}
