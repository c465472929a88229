import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { PaymentLink } from "../../../api-schemas/payment-links"
import { isolated } from "../payments/locale"
import { useTexts } from "../payments/use-texts"
import { LinkBadge } from "./link-badge"

/** Links that have had their day, newest first; those before the newest are asked for. */
export function EarlierLinks({ links }: { links: PaymentLink[] }) {
  const { t } = useTexts()
  const [whole, setWhole] = useState(false)
  if (links.length === 0) {
    return null
  }
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      {links.slice(0, whole ? undefined : 1).map((link) => (
        <Earlier key={link.id} link={link} />
      ))}
      {links.length > 1 && (
        <Button
          size="small"
          variant="transparent"
          className="text-ui-fg-muted self-start"
          style={{ marginInlineStart: "-0.5rem" }}
          onClick={() => setWhole(!whole)}
        >
          {whole
            ? t("links.fewer")
            : t("links.earlier", { number: links.length - 1 })}
        </Button>
      )}
    </div>
  )
}

function Earlier({ link }: { link: PaymentLink }) {
  const { t } = useTexts()
  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" leading="compact" className="min-w-0">
          <Fate link={link} />
        </Text>
        <LinkBadge state={link.state} />
      </div>
      <Text size="xsmall" leading="compact" className="text-ui-fg-muted">
        {t("links.madeBy", { by: isolated(link.created_by) })}
      </Text>
      {link.paid_session_id && (
        <Link
          to={`/bpc-payments/${link.paid_session_id}`}
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus self-start rounded-sm outline-none"
        >
          <Text size="small" weight="plus" leading="compact" as="span">
            {t("links.payment")}
          </Text>
        </Link>
      )}
    </div>
  )
}

function Fate({ link }: { link: PaymentLink }) {
  const { t, shortly } = useTexts()
  if (link.paid_at) {
    return <>{t("links.paidAt", { when: isolated(shortly(link.paid_at)) })}</>
  }
  return link.revoked_at ? (
    <>
      {t("links.revokedAt", {
        when: isolated(shortly(link.revoked_at)),
        by: isolated(link.revoked_by ?? ""),
      })}
    </>
  ) : (
    <>{t("links.expiredAt", { when: isolated(shortly(link.expires_at)) })}</>
  )
}
