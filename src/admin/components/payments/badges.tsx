import { ExclamationCircleSolid } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import type { Payment } from "../../../api-schemas/payments"
import type { BpcEvent } from "../../../api-schemas/events"
import type { Mode } from "../../../api-schemas/vocabulary"
import { Status } from "../status"
import { needsDecision } from "./meaning"
import { useTexts } from "./use-texts"

const COLORS = {
  creating: "grey",
  open: "blue",
  authorized: "purple",
  paid: "green",
  refunded: "grey",
  canceled: "grey",
  expired: "grey",
  failed: "orange",
  held: "grey",
} as const

/** A payment that waits for a decision is the one that a person must look at, hence the only filled badge. */
export function StateBadge({ session }: { session: Payment }) {
  const { t } = useTexts()
  if (needsDecision(session)) {
    return (
      <Badge
        color="red"
        size="2xsmall"
        className="inline-flex items-center gap-x-1 text-nowrap"
      >
        <ExclamationCircleSolid />
        {t(session.state === "held" ? "state.held" : "state.differs")}
      </Badge>
    )
  }
  return (
    <Status color={COLORS[session.state]}>
      {t(session.state === "held" ? "state.kept" : `state.${session.state}`)}
    </Status>
  )
}

/** Beside the state, which stays what the order says; red until somebody has written down what was done. */
export function ChargebackBadge({ session }: { session: Payment }) {
  const { t } = useTexts()
  return session.charged_back_at ? (
    <Badge
      color={session.chargeback_noted_at ? "grey" : "red"}
      size="2xsmall"
      className="inline-flex items-center gap-x-1 text-nowrap"
    >
      {t("chargeback.badge")}
    </Badge>
  ) : null
}

export function ModeBadge({ mode }: { mode: Mode }) {
  const { t } = useTexts()
  return (
    <Badge
      color={mode === "test" ? "orange" : "grey"}
      size="2xsmall"
      className="text-nowrap"
    >
      {t(`mode.${mode}`)}
    </Badge>
  )
}

const EVENT_COLORS = { received: "blue", done: "green", parked: "red" } as const

export function EventBadge({ state }: { state: BpcEvent["state"] }) {
  const { t } = useTexts()
  return (
    <Status color={EVENT_COLORS[state]}>{t(`event.states.${state}`)}</Status>
  )
}
