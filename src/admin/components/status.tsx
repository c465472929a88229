import { StatusBadge, clx } from "@medusajs/ui"
import { type ComponentProps } from "react"

/** Medusa's badge; its own padding is made for pages that read from left to right only. */
export function Status({
  className,
  ...props
}: ComponentProps<typeof StatusBadge>) {
  return (
    <StatusBadge
      {...props}
      className={clx("text-nowrap", className)}
      style={{ paddingInline: "0 0.25rem" }}
    />
  )
}
