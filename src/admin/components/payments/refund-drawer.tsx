import { Alert, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import type { PaymentDetail } from "../../../api-schemas/payments"
import { useRefund } from "../../lib/payments"
import { ActionDrawer } from "./action-drawer"
import { AmountFields } from "./amount-fields"
import { refundable } from "./meaning"
import { NoteField } from "./note-field"
import { ReasonField } from "./reason-field"
import { useAmount } from "./use-amount"
import { useTexts } from "./use-texts"

export function RefundDrawer({
  session,
  onClose,
}: {
  session: PaymentDetail
  onClose: () => void
}) {
  const { t, money } = useTexts()
  const prompt = usePrompt()
  const refund = useRefund(session.id)
  const most = refundable(session)
  // Money that no order has goes back as a whole, or the rest of it would belong to nothing.
  const wholeOnly = session.order_id === null
  const [tried, setTried] = useState(false)
  const [reasonId, setReasonId] = useState<string>()
  const [note, setNote] = useState("")
  const draft = useAmount(session, { most, kind: "refund", tried })
  const { minor } = draft

  const send = async () => {
    setTried(true)
    if (minor === undefined) {
      return
    }
    const words = { amount: money(minor, session) }
    const sure = await prompt({
      title: t("drawers.refund.confirmTitle", words),
      description: t("drawers.refund.confirmText", words),
      confirmText: t("action.refund"),
      cancelText: t("action.cancel"),
    })
    if (sure) {
      refund.mutate(
        {
          amount: minor,
          refund_reason_id: reasonId,
          note: note.trim() || undefined,
        },
        {
          onSuccess: () => {
            toast.success(t("drawers.refund.done", words))
            onClose()
          },
        }
      )
    }
  }

  return (
    <ActionDrawer
      title={t("drawers.refund.title")}
      submit={
        minor === undefined
          ? t("action.refund")
          : t("drawers.refund.submit", { amount: money(minor, session) })
      }
      call={refund}
      send={() => void send()}
      wrongField={tried ? draft.complaint : undefined}
      onClose={onClose}
    >
      {session.charged_back_at && (
        <Alert variant="warning">{t("chargeback.refundWarning")}</Alert>
      )}
      <Text size="small" className="text-ui-fg-subtle">
        {t("drawers.refund.text")}{" "}
        {t(
          wholeOnly ? "drawers.refund.wholeOnly" : "drawers.refund.throughOrder"
        )}
      </Text>
      {!wholeOnly && (
        <AmountFields
          draft={draft}
          most={most}
          currency={session}
          partText={t("drawers.refund.partText")}
        />
      )}
      <ReasonField value={reasonId} onChange={setReasonId} />
      <NoteField
        label={t("drawers.note")}
        hint={t(
          wholeOnly ? "drawers.capture.noteHint" : "drawers.refund.noteHint"
        )}
        value={note}
        onChange={setNote}
      />
    </ActionDrawer>
  )
}
