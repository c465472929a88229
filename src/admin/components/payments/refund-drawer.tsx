import {
  Button,
  Drawer,
  Hint,
  Input,
  Label,
  Text,
  toast,
  usePrompt,
} from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { type PaymentDetail, useRefund } from "../../lib/payments"
import { refundable } from "./meaning"
import { parseAmount, toField } from "./money"
import { useTexts } from "./use-texts"

export function RefundDrawer({
  session,
  onClose,
}: {
  session: PaymentDetail
  onClose: () => void
}) {
  const { t, locale, money, problem } = useTexts()
  const prompt = usePrompt()
  const refund = useRefund(session.id)
  const fieldId = useId()
  const { exponent, currency_code: currency } = session
  const most = refundable(session)
  // Money that no order has goes back as a whole, or the rest of it would belong to nothing.
  const wholeOnly = session.order_id === null
  const [text, setText] = useState(toField({ minor: most, exponent }, locale))
  const [tried, setTried] = useState(false)
  const amount = parseAmount(text, { exponent, most, locale })
  const wrong =
    "problem" in amount && (tried || amount.problem !== "required")
      ? t(
          `refund.${amount.problem === "tooPrecise" && exponent === 0 ? "noDecimals" : amount.problem}`,
          {
            amount: money(most, session),
            example: toField({ minor: most, exponent }, locale),
            currency,
            digits: exponent,
          }
        )
      : undefined

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if ("problem" in amount) {
      return
    }
    const words = { amount: money(amount.minor, session) }
    const sure = await prompt({
      title: t("refund.confirmTitle", words),
      description: t("refund.confirmText", words),
      confirmText: t("action.refund"),
      cancelText: t("action.cancel"),
    })
    if (sure) {
      refund.mutate(amount.minor, {
        onSuccess: () => {
          toast.success(t("refund.done", words))
          onClose()
        },
      })
    }
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{t("refund.title")}</Drawer.Title>
        </Drawer.Header>
        <form
          className="flex flex-1 flex-col overflow-hidden"
          onSubmit={(event) => void submit(event)}
          noValidate
        >
          <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
            <Text size="small" className="text-ui-fg-subtle">
              {t("refund.text")}{" "}
              {session.order_id !== null && t("refund.throughOrder")}
            </Text>
            <div className="flex flex-col gap-y-2">
              <Label htmlFor={fieldId} size="small" weight="plus">
                {t("refund.amount")} ({currency})
              </Label>
              <Input
                id={fieldId}
                dir="ltr"
                inputMode="decimal"
                autoComplete="off"
                autoFocus
                readOnly={wholeOnly}
                value={text}
                aria-invalid={wrong !== undefined}
                aria-describedby={`${fieldId}-hint`}
                onChange={(event) => setText(event.target.value)}
              />
              <Hint
                id={`${fieldId}-hint`}
                variant={wrong ? "error" : "info"}
                role={wrong ? "alert" : undefined}
              >
                {wrong ??
                  t(wholeOnly ? "refund.wholeOnly" : "refund.most", {
                    amount: money(most, session),
                  })}
              </Hint>
            </div>
            {refund.error && (
              <Hint variant="error" role="alert">
                {problem(refund.error)}
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
              <Button size="small" type="submit" isLoading={refund.isPending}>
                {"minor" in amount
                  ? t("refund.submit", { amount: money(amount.minor, session) })
                  : t("action.refund")}
              </Button>
            </div>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
