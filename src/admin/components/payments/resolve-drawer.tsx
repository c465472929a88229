import { Hint, Label, RadioGroup, toast, usePrompt } from "@medusajs/ui"
import { useId, useState } from "react"
import type { PaymentDetail } from "../../../api-schemas/payments"
import { useResolve } from "../../lib/payments"
import type { ResolveAction } from "../../../api-schemas/vocabulary"
import { ActionDrawer } from "./action-drawer"
import { goesBack } from "./meaning"
import { NoteField } from "./note-field"
import { MeaningNote } from "./meaning-note"
import { useTexts } from "./use-texts"

type Choice = { action: ResolveAction; text: string }

const ABOUT_HELD_MONEY: Choice[] = [
  { action: "refund", text: "refund" },
  { action: "keep", text: "keep" },
  { action: "place_order", text: "placeOrder" },
]

/** An order has the money and stands. What it shows as given back can be sent again; the rest is settled on the order. */
function aboutDifference({ reason }: PaymentDetail): Choice[] {
  const leave: Choice = { action: "keep", text: "leave" }
  switch (reason) {
    case "refund_failed":
      return [{ action: "refund", text: "refundAgain" }, leave]
    case "order_canceled":
      return [{ action: "refund", text: "refund" }, leave]
    default:
      return [leave]
  }
}

/** A person decides about held money, or about books that differ: what happens, and why. */
export function ResolveDrawer({
  session,
  onClose,
}: {
  session: PaymentDetail
  onClose: () => void
}) {
  const { t, direction, money, side } = useTexts()
  const prompt = usePrompt()
  const resolve = useResolve(session.id)
  const choiceId = useId()
  const isHeld = session.state === "held"
  const choices = isHeld ? ABOUT_HELD_MONEY : aboutDifference(session)
  const [choice, setChoice] = useState(
    choices.length === 1 ? choices[0]?.action : undefined
  )
  const [note, setNote] = useState("")
  const [tried, setTried] = useState(false)
  const noteMissing = tried && note.trim() === ""
  const impossible = whyNoOrder(session)

  const nameOf = ({ action, text }: Choice) => {
    const name = t(`resolve.${text}`)
    const back = action === "refund" ? goesBack(session) : undefined
    return !back
      ? name
      : "found" in back
        ? `${name} (${t("fact.found")}: ${side(back.found)})`
        : `${name}: ${money(back.minor, session)}`
  }

  const send = async () => {
    setTried(true)
    const chosen = choices.find(({ action }) => action === choice)
    if (!chosen || note.trim() === "") {
      return
    }
    const sure = await prompt({
      title: nameOf(chosen),
      description: t(`resolve.${chosen.text}Text`),
      confirmText: t("resolve.submit"),
      cancelText: t("action.cancel"),
      variant: chosen.action === "refund" ? "danger" : "confirmation",
    })
    if (sure) {
      resolve.mutate(
        { action: chosen.action, note: note.trim() },
        {
          onSuccess: () => {
            toast.success(t("resolve.done"))
            onClose()
          },
        }
      )
    }
  }

  return (
    <ActionDrawer
      title={t(isHeld ? "resolve.title" : "resolve.titleDiffers")}
      submit={t("resolve.submit")}
      call={resolve}
      send={() => void send()}
      wrongField={noteMissing ? "note" : undefined}
      onClose={onClose}
    >
      <MeaningNote session={session} />
      <div className="flex flex-col gap-y-2">
        <Label size="small" weight="plus" id={choiceId}>
          {t("resolve.choice")}
        </Label>
        <RadioGroup
          dir={direction}
          aria-labelledby={choiceId}
          value={choice ?? ""}
          onValueChange={(value) =>
            setChoice(choices.find(({ action }) => action === value)?.action)
          }
        >
          {choices.map(({ action, text }) => (
            <RadioGroup.ChoiceBox
              key={action}
              value={action}
              label={nameOf({ action, text })}
              description={
                action === "place_order" && impossible
                  ? t(impossible)
                  : t(`resolve.${text}Text`)
              }
              disabled={action === "place_order" && impossible !== undefined}
            />
          ))}
        </RadioGroup>
        {tried && !choice && (
          <Hint variant="error" role="alert">
            {t("resolve.choiceRequired")}
          </Hint>
        )}
      </div>
      <NoteField
        required
        label={t("resolve.note")}
        hint={t("resolve.noteHint")}
        complaint={noteMissing ? t("resolve.noteRequired") : undefined}
        value={note}
        onChange={setNote}
      />
    </ActionDrawer>
  )
}

function whyNoOrder(session: PaymentDetail): string | undefined {
  if (session.order_id !== null) {
    return "resolve.placeOrderHasOrder"
  }
  return session.cart_id === null ? "resolve.placeOrderNoCart" : undefined
}
