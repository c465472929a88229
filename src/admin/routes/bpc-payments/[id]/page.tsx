import { Button, Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link, type UIMatch, useParams } from "react-router-dom"
import { CardSection } from "../../../components/payments/card-section"
import { EventDrawer } from "../../../components/payments/event-drawer"
import { Events } from "../../../components/payments/events"
import {
  LoadProblem,
  Loading,
  Section,
} from "../../../components/payments/page-parts"
import { Amounts, Facts, Ids } from "../../../components/payments/sections"
import { Summary } from "../../../components/payments/summary"
import { Timeline } from "../../../components/payments/timeline"
import { useTexts } from "../../../components/payments/use-texts"
import type { PaymentDetail } from "../../../../api-schemas/payments"
import { statusOf, useSession } from "../../../lib/payments"

/** The order's number or the amount: an id of ours says nothing to a person. */
function Crumb({ id }: { id: string }) {
  const { money } = useTexts()
  const { data: session } = useSession(id)
  return (
    session &&
    (session.order_display_id === null
      ? money(session.amount, session)
      : `#${session.order_display_id}`)
  )
}

export default function PaymentPage() {
  const { id = "" } = useParams()
  const { t, problem } = useTexts()
  const { data: session, error, refetch } = useSession(id)
  if (session) {
    return <Payment session={session} />
  }
  return (
    <Container className="p-0">
      {statusOf(error) === 404 ? (
        <NotFound />
      ) : error ? (
        <LoadProblem
          title={t("detail.error")}
          problem={problem(error)}
          onRetry={() => void refetch()}
        />
      ) : (
        <Loading lines={10} />
      )}
    </Container>
  )
}

function NotFound() {
  const { t } = useTexts()
  return (
    <div className="flex flex-col items-center gap-y-4 px-6 py-12 text-center">
      <Text size="small" weight="plus" leading="compact">
        {t("detail.notFound")}
      </Text>
      <Button size="small" variant="secondary" asChild>
        <Link to="/bpc-payments">{t("detail.back")}</Link>
      </Button>
    </div>
  )
}

function Payment({ session }: { session: PaymentDetail }) {
  const { t } = useTexts()
  const [eventId, setEventId] = useState<string>()
  return (
    <div className="flex w-full flex-col gap-3">
      <Summary session={session} />
      <div className="flex flex-col items-start gap-3 xl:grid xl:grid-cols-[minmax(0,_1fr)_440px]">
        <div className="flex w-full min-w-0 flex-col gap-3">
          <Amounts session={session} />
          <Section title={t("detail.timeline")}>
            <Timeline session={session} onEvent={setEventId} />
          </Section>
          <Events events={session.events} onOpen={setEventId} />
        </div>
        <div className="flex w-full min-w-0 flex-col gap-3">
          <CardSection session={session} />
          <Facts session={session} />
          <Ids session={session} />
        </div>
      </div>
      {eventId !== undefined && (
        <EventDrawer eventId={eventId} onClose={() => setEventId(undefined)} />
      )}
    </div>
  )
}

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <Crumb id={params.id ?? ""} />,
}
