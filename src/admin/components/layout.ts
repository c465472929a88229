import type { CSSProperties } from "react"

/*
 * Where a package manager does not put this package beside Medusa's admin bundler (pnpm, some workspaces), Tailwind cannot
 * see our files: only classes that the dashboard uses itself are sure to exist (a test keeps us to them). What those cannot
 * say is said here.
 */

/** As many columns of at least this width (in rem) as there is room for, one where there is not. */
export function columns(rem: number): CSSProperties {
  return {
    gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${rem}rem), 1fr))`,
  }
}

/** Of a growing item: wide enough (in rem) to be read, or it gets a line of its own. */
export function basis(rem: number): CSSProperties {
  return { flexBasis: `${rem}rem` }
}

/** Of a grid: name and value in columns of two and three parts, so that lines one under the other stand in line. */
export const NAME_AND_VALUE: CSSProperties = {
  gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr)",
}
