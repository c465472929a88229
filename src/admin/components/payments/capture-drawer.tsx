import { Text, toast } from "@medusajs/ui"
import { useState } from "react"
import type { PaymentDetail } from "../../../api-schemas/payments"
import { useCapture } from "../../lib/payments"
import { ActionDrawer } from "./action-drawer"
import { AmountFields } from "./amount-fields"
import { capturable } from "./meaning"
import { NoteField } from "./note-field"
import { useAmount } from "./use-amount"
import { useTexts } from "./use-texts"

export function CaptureDrawer({
  session,
  onClose,
}: {
  session: PaymentDetail
  onClose: () => void
}) {
  const { t, money } = useTexts()
  const capture = useCapture(session.id)
  const most = capturable(session)
  const [tried, setTried] = useState(false)
  const [note, setNote] = useState("")
  const draft = useAmount(session, { most, kind: "capture", tried })
  const { minor } = draft

  const send = () => {
    setTried(true)
    if (minor !== undefined) {
      capture.mutate(
        { amount: minor, note: note.trim() || undefined },
        {
          onSuccess: () => {
            toast.success(
              t("drawers.capture.done", { amount: money(minor, session) })
            )
            onClose()
          },
        }
      )
    }
  }

  return (
    <ActionDrawer
      title={t("drawers.capture.title")}
      submit={
        minor === undefined
          ? t("action.capture")
          : t("drawers.capture.submit", { amount: money(minor, session) })
      }
      call={capture}
      send={send}
      wrongField={tried ? draft.complaint : undefined}
      onClose={onClose}
    >
      <Text size="small" className="text-ui-fg-subtle">
        {t("drawers.capture.text")}
      </Text>
      <AmountFields
        draft={draft}
        most={most}
        currency={session}
        partText={t("drawers.capture.partText")}
      />
      <NoteField
        label={t("drawers.note")}
        hint={t("drawers.capture.noteHint")}
        value={note}
        onChange={setNote}
      />
    </ActionDrawer>
  )
}
