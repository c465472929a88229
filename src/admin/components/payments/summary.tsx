import { Container, Heading } from "@medusajs/ui"
import type { PaymentDetail } from "../../../api-schemas/payments"
import { Actions } from "./actions"
import { ChargebackNote } from "./chargeback-note"
import { ModeBadge, StateBadge } from "./badges"
import { needsDecision } from "./meaning"
import { MeaningNote } from "./meaning-note"
import { useTexts } from "./use-texts"

/** The payment's head: amount, state, what that means for the money, and what can be done. */
export function Summary({ session }: { session: PaymentDetail }) {
  const { money } = useTexts()
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Heading level="h1" className="tabular-nums">
            <bdi>{money(session.amount, session)}</bdi>
          </Heading>
          <StateBadge session={session} />
          <ModeBadge mode={session.mode} />
        </div>
        <Actions session={session} />
      </div>
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <ChargebackNote session={session} />
        {(!session.charged_back_at || needsDecision(session)) && (
          <MeaningNote session={session} />
        )}
      </div>
    </Container>
  )
}
