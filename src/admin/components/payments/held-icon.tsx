import { CreditCard } from "@medusajs/icons"
import { useHeldCount } from "../../lib/payments"
import { useTexts } from "./use-texts"

/**
 * The menu item's icon. Medusa's menu shows a label and an icon and nothing else, so the number of held payments takes the
 * icon's place while there are any.
 */
export function HeldIcon() {
  const { t } = useTexts()
  const held = useHeldCount()
  if (held === 0) {
    return <CreditCard />
  }
  return (
    <span
      role="img"
      aria-label={t("menu.held", { number: held })}
      title={t("menu.held", { number: held })}
      className="bg-ui-tag-red-icon text-ui-fg-on-color flex size-full items-center justify-center font-medium leading-none tabular-nums"
      style={{ fontSize: "9px" }}
    >
      {held > 99 ? "99" : held}
    </span>
  )
}
