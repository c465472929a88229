import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { type PaymentLink } from "../../lib/types"
import { useTexts } from "../payments/use-texts"
import { LinkBadge } from "./link-badge"

/** Links that have had their day; one alone is shown at once. */
export function EarlierLinks({ links }: { links: PaymentLink[] }) {
  const { t } = useTexts()
  const [whole, setWhole] = useState(links.length === 1)
  if (links.length === 0) {
    return null
  }
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      {whole && links.map((link) => <Earlier key={link.id} link={link} />)}
      {links.length > 1 && (
        <Button
          size="small"
          variant="transparent"
          className="text-ui-fg-muted self-start"
          onClick={() => setWhole(!whole)}
        >
          {whole
            ? t("links.fewer")
            : t("links.earlier", { number: links.length })}
        </Button>
      )}
    </div>
  )
}

function Earlier({ link }: { link: PaymentLink }) {
  const { t } = useTexts()
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <div className="min-w-0">
        <Text size="small" leading="compact">
          <What link={link} />
        </Text>
        <Text size="xsmall" leading="compact" className="text-ui-fg-muted">
          {t("links.madeBy", { by: link.created_by })}
        </Text>
      </div>
      <div className="flex items-center gap-x-2">
        {link.paid_session_id && (
          <Link
            to={`/bpc-payments/${link.paid_session_id}`}
            className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus rounded-sm outline-none"
          >
            <Text size="small" leading="compact" as="span">
              {t("links.payment")}
            </Text>
          </Link>
        )}
        <LinkBadge state={link.state} />
      </div>
    </div>
  )
}

function What({ link }: { link: PaymentLink }) {
  const { t, shortly } = useTexts()
  if (link.paid_at) {
    return <>{t("links.paidAt", { when: shortly(link.paid_at) })}</>
  }
  return link.revoked_at ? (
    <>
      {t("links.revokedAt", {
        when: shortly(link.revoked_at),
        by: link.revoked_by ?? "",
      })}
    </>
  ) : (
    <>{t("links.expiredAt", { when: shortly(link.expires_at) })}</>
  )
}
