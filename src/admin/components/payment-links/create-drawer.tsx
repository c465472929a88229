import { DatePicker, Hint, Label, Text, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import { useCreateLink } from "../../lib/payment-links"
import type { PaymentLinks } from "../../../api-schemas/payment-links"
import { ActionDrawer } from "../payments/action-drawer"
import { useTexts } from "../payments/use-texts"
import { endOfDay, expiryDays } from "./expiry"

/** Asks for the link's last day and makes it. */
export function CreateDrawer({
  orderId,
  outstanding,
  onClose,
}: {
  orderId: string
  outstanding: NonNullable<PaymentLinks["outstanding"]>
  onClose: () => void
}) {
  const { t, locale, money } = useTexts()
  const create = useCreateLink(orderId)
  const labelId = useId()
  const [now] = useState(() => new Date())
  const { first, usual, last } = expiryDays(now)
  const [day, setDay] = useState<Date | null>(usual)
  const expiresAt = endOfDay(day, now)
  const lastDay = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(
    last
  )

  const send = () => {
    if (expiresAt) {
      create.mutate(expiresAt, {
        onSuccess: () => {
          toast.success(t("links.created"))
          onClose()
        },
      })
    }
  }

  return (
    <ActionDrawer
      title={t("links.createTitle")}
      submit={t("links.create")}
      call={create}
      send={send}
      disabled={!expiresAt}
      onClose={onClose}
    >
      <Text size="small" className="text-ui-fg-subtle">
        {t("links.createText", {
          amount: money(outstanding.amount, outstanding),
        })}
      </Text>
      <div className="flex flex-col gap-y-2">
        <Label id={labelId} size="small" weight="plus">
          {t("links.expires")}
        </Label>
        <DatePicker
          aria-labelledby={labelId}
          granularity="day"
          modal
          minValue={first}
          maxValue={last}
          value={day}
          onChange={setDay}
        />
        <Hint
          variant={expiresAt ? "info" : "error"}
          role={expiresAt ? undefined : "alert"}
        >
          {t(expiresAt ? "links.expiresHint" : "links.expiresWrong", {
            last: lastDay,
          })}
        </Hint>
      </div>
    </ActionDrawer>
  )
}
