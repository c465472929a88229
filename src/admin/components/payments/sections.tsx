import { Text, clx } from "@medusajs/ui"
import { type ReactNode } from "react"
import { Link } from "react-router-dom"
import type { Payment, PaymentDetail } from "../../../api-schemas/payments"
import { IdRow } from "./id-row"
import { capturable, isUnbooked, needsDecision, refundable } from "./meaning"
import { Row, Section } from "./page-parts"
import { useTexts } from "./use-texts"

export function Amounts({ session }: { session: PaymentDetail }) {
  const { t } = useTexts()
  return (
    <Section title={t("detail.amounts")}>
      <AmountRows session={session} />
      {isUnbooked(session) && needsDecision(session) && (
        <Text size="small" className="text-ui-fg-muted px-6 py-3">
          {t("detail.amountsUnsure")}
        </Text>
      )}
    </Section>
  )
}

/** Where the ledger counts nothing, rows of zeros would say that nothing was taken: both sides of the difference instead. */
export function AmountRows({ session }: { session: Payment }) {
  return isUnbooked(session) ? (
    <Difference session={session} />
  ) : (
    <BookedAmounts session={session} />
  )
}

function Difference({ session }: { session: Payment }) {
  const { t, money, side } = useTexts()
  const { expected, found } = session
  return (
    <div className="divide-y">
      {session.reason === "reference_mismatch" && (
        <Row name={t("field.registered")}>
          <bdi className="tabular-nums">{money(session.amount, session)}</bdi>
        </Row>
      )}
      {expected !== null && (
        <Row name={t("fact.expected")}>
          <bdi className="min-w-0 break-all tabular-nums">{side(expected)}</bdi>
        </Row>
      )}
      {found !== null && (
        <Row name={t("fact.found")} strong>
          <bdi
            className={clx(
              "min-w-0 break-all tabular-nums",
              needsDecision(session) && "text-ui-fg-error"
            )}
          >
            {side(found)}
          </bdi>
        </Row>
      )}
    </div>
  )
}

function BookedAmounts({ session }: { session: Payment }) {
  const { t, money } = useTexts()
  const held = capturable(session)
  const rows = [
    { name: "registered", minor: session.amount },
    { name: "captured", minor: session.captured },
    ...(held > 0 ? [{ name: "capturable", minor: held }] : []),
    { name: "refunded", minor: session.refunded },
    { name: "refundable", minor: refundable(session) },
  ]
  return (
    <div className="divide-y">
      {rows.map(({ name, minor }) => (
        <Row key={name} name={t(`field.${name}`)} strong={name === "captured"}>
          <bdi className="tabular-nums">{money(minor, session)}</bdi>
        </Row>
      ))}
    </div>
  )
}

export function Facts({ session }: { session: PaymentDetail }) {
  const { t, when } = useTexts()
  const { order_id: orderId, email } = session
  return (
    <Section title={t("detail.details")}>
      <Row name={t("field.order")}>
        {orderId === null ? (
          t("field.none")
        ) : (
          <AdminLink to={`/orders/${orderId}`}>
            {session.order_display_id === null
              ? orderId
              : `#${session.order_display_id}`}
          </AdminLink>
        )}
      </Row>
      <Row name={t("field.customer")}>
        {email ? (
          <AdminLink to={`/customers?q=${encodeURIComponent(email)}`}>
            {email}
          </AdminLink>
        ) : (
          t("field.none")
        )}
      </Row>
      {session.country_code && (
        <Row name={t("field.country")}>
          <Country code={session.country_code} />
        </Row>
      )}
      <Row name={t("field.account")}>
        <bdi>
          {session.account_id.startsWith("config-")
            ? t("field.accountOfConfig")
            : (session.account_name ?? session.account_id)}
        </bdi>
      </Row>
      <Row name={t("field.captureMethod")}>
        {t(`capture.${session.capture_method}`)}
      </Row>
      <Row name={t("field.created")}>{when(session.created_at)}</Row>
      <Row name={t("field.updated")}>{when(session.updated_at)}</Row>
      {session.state === "open" && session.expires_at && (
        <Row name={t("field.expires")}>{when(session.expires_at)}</Row>
      )}
      {session.next_check_at && (
        <Row name={t("field.nextCheck")}>{when(session.next_check_at)}</Row>
      )}
    </Section>
  )
}

export function Ids({ session }: { session: PaymentDetail }) {
  const { t } = useTexts()
  const ids: [name: string, value: string | null][] = [
    ["sessionId", session.gateway_session_id],
    ["paymentId", session.gateway_payment_id],
    ["mdOrder", session.md_order],
    ["reference", session.merchant_reference_id],
    ["cart", session.cart_id],
    ["paymentSession", session.payment_session_id],
    ["ownId", session.id],
    ["paymentPage", session.state === "open" ? session.payment_url : null],
  ]
  return (
    <Section title={t("detail.ids")}>
      {ids.map(([name, value]) => (
        <IdRow key={name} name={t(`field.${name}`)} value={value} />
      ))}
    </Section>
  )
}

function AdminLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link
      to={to}
      className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus min-w-0 rounded-sm outline-none"
    >
      <bdi className="block truncate">{children}</bdi>
    </Link>
  )
}

function Country({ code }: { code: string }) {
  const { locale } = useTexts()
  const region = code.toUpperCase()
  const name = /^[A-Z]{2}$/.test(region)
    ? new Intl.DisplayNames(locale, { type: "region" }).of(region)
    : undefined
  return <>{name ?? region}</>
}
