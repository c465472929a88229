import {
  Button,
  DatePicker,
  Drawer,
  Hint,
  Label,
  Text,
  toast,
} from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { useCreateLink } from "../../lib/payment-links"
import { type PaymentLinks } from "../../lib/types"
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
  const { t, locale, money, problem } = useTexts()
  const create = useCreateLink(orderId)
  const labelId = useId()
  const [now] = useState(() => new Date())
  const { first, usual, last } = expiryDays(now)
  const [day, setDay] = useState<Date | null>(usual)
  const expiresAt = endOfDay(day, now)
  const lastDay = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(
    last
  )

  const submit = (event: FormEvent) => {
    event.preventDefault()
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
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{t("links.createTitle")}</Drawer.Title>
        </Drawer.Header>
        <form
          className="flex flex-1 flex-col overflow-hidden"
          onSubmit={submit}
          noValidate
        >
          <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
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
            {create.error && (
              <Hint variant="error" role="alert">
                {problem(create.error)}
              </Hint>
            )}
          </Drawer.Body>
          <Drawer.Footer>
            {/* One child: the footer spaces several ones from left to right only. */}
            <div className="flex items-center gap-x-2">
              <Drawer.Close asChild>
                <Button size="small" variant="secondary" type="button">
                  {t("action.cancel")}
                </Button>
              </Drawer.Close>
              <Button
                size="small"
                type="submit"
                disabled={!expiresAt}
                isLoading={create.isPending}
              >
                {t("links.create")}
              </Button>
            </div>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
