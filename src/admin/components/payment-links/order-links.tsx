import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useOrderLinks } from "../../lib/payment-links"
import { LoadProblem, Row, Section } from "../payments/page-parts"
import { useTexts } from "../payments/use-texts"
import { CreateDrawer } from "./create-drawer"
import { EarlierLinks } from "./earlier-links"
import { OpenLink } from "./open-link"

/** Obstacles that the rest of the order's page does not show, while it calls something outstanding. */
const SURPRISES = ["no_account", "unknown_currency", "sent_for_free"] as const

/** Links that ask for what an order owes; nothing for an order that owes nothing and never had one. */
export function OrderLinks({ orderId }: { orderId: string }) {
  const { t, money, problem } = useTexts()
  const { data, error, refetch } = useOrderLinks(orderId)
  const [creating, setCreating] = useState(false)
  if (!data) {
    return error ? (
      <Section title={t("links.title")}>
        <LoadProblem
          title={t("links.error")}
          problem={problem(error)}
          onRetry={() => void refetch()}
        />
      </Section>
    ) : null
  }
  const { payment_links: links, outstanding, obstacle } = data
  const open = links.filter(({ state }) => state === "open")
  const earlier = links.filter(({ state }) => state !== "open")
  const payable = obstacle === null && outstanding
  const surprise = SURPRISES.find((code) => code === data.obstacle_code)
  if (!payable && !surprise && links.length === 0) {
    return null
  }
  return (
    <Section
      title={t("links.title")}
      side={
        payable && (
          <Button
            size="small"
            variant="secondary"
            onClick={() => setCreating(true)}
          >
            {t("links.create")}
          </Button>
        )
      }
    >
      {payable && (
        <Row name={t("links.outstanding")} strong>
          <bdi className="tabular-nums">
            {money(outstanding.amount, outstanding)}
          </bdi>
        </Row>
      )}
      {surprise && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t(`links.obstacle.${surprise}`, {
            currency: outstanding?.currency_code,
          })}
        </Text>
      )}
      {payable && links.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("links.empty")}
        </Text>
      )}
      {open.map((link) => (
        <OpenLink key={link.id} link={link} />
      ))}
      <EarlierLinks links={earlier} />
      {payable && creating && (
        <CreateDrawer
          orderId={orderId}
          outstanding={outstanding}
          onClose={() => setCreating(false)}
        />
      )}
    </Section>
  )
}
