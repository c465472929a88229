import { ExclamationCircle } from "@medusajs/icons"
import { Button, Container, Heading, Skeleton, Text, clx } from "@medusajs/ui"
import { type ReactNode } from "react"
import { NAME_AND_VALUE } from "../layout"
import { useTexts } from "./use-texts"

export function Section({
  title,
  side,
  children,
}: {
  title: string
  side?: ReactNode
  children: ReactNode
}) {
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">{title}</Heading>
        {side}
      </div>
      {children}
    </Container>
  )
}

/** A line of a section: name on one side, value on the other. */
export function Row({
  name,
  strong,
  children,
}: {
  name: string
  strong?: boolean
  children: ReactNode
}) {
  return (
    <div
      style={NAME_AND_VALUE}
      className={clx(
        "txt-compact-small grid items-center gap-x-4 px-6 py-3",
        strong ? "text-ui-fg-base" : "text-ui-fg-subtle"
      )}
    >
      <Text size="small" weight="plus" leading="compact">
        {name}
      </Text>
      <div className="flex min-w-0 items-center gap-x-1 break-words">
        {children}
      </div>
    </div>
  )
}

/** Says why something could not be loaded and offers to try again. */
export function LoadProblem({
  title,
  problem,
  onRetry,
}: {
  title: string
  problem: string
  onRetry: () => void
}) {
  const { t } = useTexts()
  return (
    <div
      role="alert"
      className="flex flex-col items-center gap-y-4 px-6 py-12 text-center"
    >
      <ExclamationCircle className="text-ui-tag-red-icon" />
      <div className="flex flex-col gap-y-1">
        <Text size="small" weight="plus" leading="compact">
          {title}
        </Text>
        <Text size="small" className="text-ui-fg-muted">
          {problem}
        </Text>
      </div>
      <Button size="small" variant="secondary" onClick={onRetry}>
        {t("action.retry")}
      </Button>
    </div>
  )
}

export function Loading({ lines }: { lines: number }) {
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4" aria-busy="true">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className="h-6 w-full" />
      ))}
    </div>
  )
}
