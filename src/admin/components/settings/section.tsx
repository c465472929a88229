import { Container, Heading, Text } from "@medusajs/ui"
import { type ReactNode, useId } from "react"
import { basis, columns } from "../layout"

type SectionProps = {
  /** Target of links such as /settings/bpc#accounts. */
  anchor: string
  title: string
  description?: string
  actions?: ReactNode
  children?: ReactNode
}

/** A part of the page, as the dashboard's own settings pages have them. */
export function Section({
  anchor,
  title,
  description,
  actions,
  children,
}: SectionProps) {
  const heading = useId()
  return (
    <Container
      id={anchor}
      role="region"
      aria-labelledby={heading}
      style={{ scrollMarginTop: "1rem" }}
      className="divide-y p-0"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div className="min-w-0 max-w-2xl flex-1" style={basis(13)}>
          <Heading level="h2" id={heading}>
            {title}
          </Heading>
          {description && (
            <Text size="small" className="text-ui-fg-subtle mt-1 text-pretty">
              {description}
            </Text>
          )}
        </div>
        {actions}
      </div>
      {children}
    </Container>
  )
}

/** A label and its value, beside each other where there is room. */
export function Row({
  label,
  children,
}: {
  label: string
  children: ReactNode
}) {
  return (
    <div
      style={columns(16)}
      className="text-ui-fg-subtle grid gap-x-4 gap-y-1 px-6 py-4"
    >
      <Text size="small" leading="compact" weight="plus">
        {label}
      </Text>
      <div className="txt-compact-small flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
        {children}
      </div>
    </div>
  )
}

/** Addresses, keys and templates read from left to right in every language. */
export function Technical({ children }: { children: ReactNode }) {
  return (
    <bdi dir="ltr" className="min-w-0 break-all text-start">
      {children}
    </bdi>
  )
}
