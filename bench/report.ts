/** A table of the document, and what a reader should know about it. */
export type Section = {
  title: string
  /** What was done, in one or two sentences. */
  method: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  notes?: readonly string[]
}

/** What we wanted, what came out, and, if it is not the same, why. */
export type Verdict = {
  measure: string
  target: string
  measured: string
  met: boolean
  /** Shown beside a target that was missed. */
  why?: string
}

export type ChapterReport = { section: Section; verdicts: readonly Verdict[] }

/** A Markdown table with columns of one width. */
export function table(
  columns: readonly string[],
  rows: readonly (readonly string[])[]
): string {
  const cells = [columns, ...rows].map((row) =>
    columns.map((_, index) => (row[index] ?? "").replaceAll("|", "\\|"))
  )
  const widths = columns.map((_, index) =>
    Math.max(3, ...cells.map((row) => (row[index] ?? "").length))
  )
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" | ")} |`
  const [head = [], ...body] = cells
  const rule = widths.map((width) => "-".repeat(width))
  return [head, rule, ...body].map(line).join("\n")
}

/** All targets first, then each chapter's table. */
export function reportText(
  heading: string,
  chapters: readonly ChapterReport[]
): string {
  return [
    heading,
    ...targetsText(chapters),
    ...chapters.map(({ section }) => sectionText(section)),
  ].join("\n\n")
}

/** What was wanted and what came out, in parts; none if nothing was wanted. */
export function targetsText(chapters: readonly ChapterReport[]): string[] {
  const verdicts = chapters.flatMap((chapter) => chapter.verdicts)
  if (verdicts.length === 0) {
    return []
  }
  const rows = verdicts.map(({ measure, target, measured, met }) => [
    measure,
    target,
    measured,
    met ? "met" : "**missed**",
  ])
  return [
    "## Targets",
    table(["measure", "target", "measured", ""], rows),
    ...missed(verdicts),
  ]
}

function missed(verdicts: readonly Verdict[]): string[] {
  const reasons = verdicts
    .filter(({ met, why }) => !met && why)
    .map(({ measure, why }) => `- ${measure}: ${why}`)
  return reasons.length > 0
    ? [`What was missed, and why:\n\n${reasons.join("\n")}`]
    : []
}

export function sectionText({
  title,
  method,
  columns,
  rows,
  notes = [],
}: Section) {
  return [
    `## ${title}`,
    method,
    table(columns, rows),
    ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join("\n")] : []),
  ].join("\n\n")
}
