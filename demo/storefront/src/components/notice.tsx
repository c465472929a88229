import { type ReactNode } from "react"

export function Notice({
  tone,
  title,
  children,
  action,
}: {
  tone: "good" | "bad" | "plain"
  title?: string
  children: ReactNode
  action?: { label: string; onClick: () => void }
}) {
  return (
    <div
      className={`notice ${tone}`}
      role={tone === "bad" ? "alert" : "status"}
    >
      {title && <strong>{title}</strong>}
      <p>{children}</p>
      {action && (
        <button type="button" className="quiet" onClick={action.onClick}>
          {action.label}
        </button>
      )}
    </div>
  )
}
