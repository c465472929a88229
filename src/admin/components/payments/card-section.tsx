import { SquareTwoStack } from "@medusajs/icons"
import { Button, Text, toast } from "@medusajs/ui"
import type { Card, PaymentDetail } from "../../../api-schemas/payments"
import { copyText } from "./copy-button"
import { IdRow } from "./id-row"
import { Row, Section } from "./page-parts"
import { type Texts, useTexts } from "./use-texts"

/** The card that paid, as the gateway tells it, and the text that a bank's hotline wants. Renders nothing before there is money. */
export function CardSection({ session }: { session: PaymentDetail }) {
  const texts = useTexts()
  const { t } = texts
  const { card } = session
  if (card === null) {
    return session.captured > 0 || session.state === "authorized" ? (
      <Section title={t("card.title")}>
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {t("card.nothing")}
        </Text>
      </Section>
    ) : null
  }
  return (
    <Section
      title={t("card.title")}
      side={<CopyForBank session={session} card={card} />}
    >
      <Row name={t("card.number")} strong>
        <bdi>{cardName(card) ?? t("card.untold")}</bdi>
      </Row>
      {card.wallet && (
        <Row name={t("card.wallet")}>{walletName(card.wallet, texts)}</Row>
      )}
      <Told name={t("card.rrn")} value={card.rrn} />
      <Told name={t("card.approval_code")} value={card.approval_code} />
      <Row name={t("card.three_d_secure")}>
        {card.three_d_secure
          ? t(`card.secure.${card.three_d_secure}`)
          : t("card.untold")}
      </Row>
      <Row name={t("card.issuer")}>
        <bdi>{issuerOf(card, texts.locale) ?? t("card.untold")}</bdi>
      </Row>
    </Section>
  )
}

/** A reference that a bank is given on the telephone. */
function Told({ name, value }: { name: string; value: string | null }) {
  const { t } = useTexts()
  return value === null ? (
    <Row name={name}>
      <span className="text-ui-fg-muted">{t("card.untold")}</span>
    </Row>
  ) : (
    <IdRow name={name} value={value} />
  )
}

function CopyForBank({
  session,
  card,
}: {
  session: PaymentDetail
  card: Card
}) {
  const texts = useTexts()
  const { t } = texts
  const copy = async () => {
    const text = bankText(session, card, texts)
    if (await copyText(text)) {
      toast.success(t("card.copied"))
    } else {
      toast.info(text)
    }
  }
  return (
    <Button size="small" variant="secondary" onClick={() => void copy()}>
      <SquareTwoStack />
      {t("card.copy")}
    </Button>
  )
}

/** As `Visa •••• 1111`; undefined where neither brand nor number is told. */
export function cardName({
  brand,
  last4,
}: Pick<Card, "brand" | "last4">): string | undefined {
  return (
    [brand, last4 && `•••• ${last4}`].filter(Boolean).join(" ") || undefined
  )
}

function walletName(wallet: string, { t }: Texts): string {
  return t(`card.wallets.${wallet}`)
}

function issuerOf(
  { issuer, issuer_country: country }: Card,
  locale: string
): string | undefined {
  const region =
    country && new Intl.DisplayNames(locale, { type: "region" }).of(country)
  return [issuer, region].filter(Boolean).join(", ") || undefined
}

/** What a bank's hotline asks for, a line each; what the gateway does not tell is left out. Amounts and times as the bank has them. */
export function bankText(
  session: PaymentDetail,
  card: Card,
  { t, money, locale }: Pick<Texts, "t" | "money" | "locale">
): string {
  const lines: [name: string, value: string | null | undefined][] = [
    [t("field.amount"), money(session.amount, session)],
    [t("field.created"), session.created_at],
    [t("card.number"), cardName(card)],
    [t("card.rrn"), card.rrn],
    [t("card.approval_code"), card.approval_code],
    [t("card.issuer"), issuerOf(card, locale)],
    [t("field.reference"), session.merchant_reference_id],
    [t("field.mdOrder"), session.md_order],
  ]
  return lines
    .flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
    .join("\n")
}
