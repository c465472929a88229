import { toast } from "@medusajs/ui"
import { useState } from "react"
import type { PaymentDetail } from "../../../api-schemas/payments"
import { useResolve } from "../../lib/payments"
import { ActionDrawer } from "./action-drawer"
import { ChargebackNote } from "./chargeback-note"
import { NoteField } from "./note-field"
import { useTexts } from "./use-texts"

/** A person writes down what was done about a chargeback: no money moves and no book changes. */
export function ChargebackDrawer({
  session,
  onClose,
}: {
  session: PaymentDetail
  onClose: () => void
}) {
  const { t } = useTexts()
  const resolve = useResolve(session.id)
  const [note, setNote] = useState("")
  const [tried, setTried] = useState(false)
  const noteMissing = tried && note.trim() === ""
  const send = () => {
    setTried(true)
    if (note.trim() === "") {
      return
    }
    resolve.mutate(
      { action: "note", note: note.trim() },
      {
        onSuccess: () => {
          toast.success(t("chargeback.noted"))
          onClose()
        },
      }
    )
  }
  return (
    <ActionDrawer
      title={t("chargeback.title")}
      submit={t("chargeback.action")}
      call={resolve}
      send={send}
      wrongField={noteMissing ? "note" : undefined}
      onClose={onClose}
    >
      <ChargebackNote session={session} />
      <NoteField
        required
        label={t("chargeback.decision")}
        hint={t("chargeback.decisionText")}
        complaint={noteMissing ? t("resolve.noteRequired") : undefined}
        value={note}
        onChange={setNote}
      />
    </ActionDrawer>
  )
}
