import { useState } from "react"
import { useParkedEvents } from "../../lib/payments"
import { EventDrawer } from "./event-drawer"
import { EventList } from "./events"
import { Section } from "./page-parts"
import { useTexts } from "./use-texts"

/** Webhook events that nobody could handle, whether or not their payment is known; nothing while there are none. */
export function ParkedEvents() {
  const { t } = useTexts()
  const { data: events = [] } = useParkedEvents()
  const [eventId, setEventId] = useState<string>()
  return events.length === 0 ? null : (
    <Section title={t("event.parked")}>
      <EventList events={events} onOpen={setEventId} />
      {eventId !== undefined && (
        <EventDrawer eventId={eventId} onClose={() => setEventId(undefined)} />
      )}
    </Section>
  )
}
