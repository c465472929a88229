import { Hint, Input, Label, RadioGroup } from "@medusajs/ui"
import { useId } from "react"
import { type AmountDraft } from "./use-amount"
import { useTexts } from "./use-texts"

/** Asks whether all of it or a part, and for the part. */
export function AmountFields({
  draft,
  most,
  currency,
  partText,
}: {
  draft: AmountDraft
  /** Minor units. */
  most: number
  currency: { currency_code: string; exponent: number }
  /** What choosing a part means for the rest. */
  partText: string
}) {
  const { t, direction, money } = useTexts()
  const id = useId()
  const { howMuch, complaint } = draft
  return (
    <div className="flex flex-col gap-y-4">
      <div className="flex flex-col gap-y-2">
        <Label size="small" weight="plus" id={`${id}-how-much`}>
          {t("drawers.howMuch")}
        </Label>
        <RadioGroup
          dir={direction}
          aria-labelledby={`${id}-how-much`}
          value={howMuch}
          onValueChange={(value) =>
            draft.setHowMuch(value === "part" ? "part" : "all")
          }
        >
          <RadioGroup.ChoiceBox
            value="all"
            label={t("drawers.all")}
            description={money(most, currency)}
          />
          <RadioGroup.ChoiceBox
            value="part"
            label={t("drawers.part")}
            description={partText}
          />
        </RadioGroup>
      </div>
      {howMuch === "part" && (
        <div className="flex flex-col gap-y-2">
          <Label htmlFor={id} size="small" weight="plus">
            {t("drawers.amount.label")} ({currency.currency_code})
          </Label>
          <Input
            id={id}
            dir="ltr"
            inputMode="decimal"
            autoComplete="off"
            autoFocus
            value={draft.text}
            aria-invalid={complaint !== undefined}
            aria-describedby={`${id}-hint`}
            onChange={(event) => draft.setText(event.target.value)}
          />
          <Hint
            id={`${id}-hint`}
            variant={complaint ? "error" : "info"}
            role={complaint ? "alert" : undefined}
          >
            {complaint ??
              t("drawers.amount.most", { amount: money(most, currency) })}
          </Hint>
        </div>
      )}
    </div>
  )
}
