import { Button, Input, RadioGroup, Select } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/format"
import type { Settings, SettingsAnswer } from "../../../api-schemas/settings"
import { LATE_PAYMENT } from "../../../api-schemas/vocabulary"
import { Field } from "./field"
import { DrawerForm, FormDrawer } from "./form-drawer"
import { LockBadge } from "./lock-badge"
import { Row, Section } from "./section"
import { useSettingsDraft } from "./use-settings-draft"

/** Radix knows no empty value of a select. */
const SHOPPERS = "shopper"

export function ShopperSection({ answer }: { answer: SettingsAnswer }) {
  const { t } = useTranslation("bpcSettings")
  const { language } = useFormat()
  const [open, setOpen] = useState(false)
  const { settings, locked } = answer
  return (
    <Section
      anchor="shopper"
      title={t("shopper.title")}
      description={t("shopper.description")}
      actions={
        <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
          {t("actions.edit")}
        </Button>
      }
    >
      <Row label={t("fields.locale")}>
        {settings.locale ? language(settings.locale) : t("shopper.ownLanguage")}
        {locked.locale && <LockBadge name="locale" source={locked.locale} />}
      </Row>
      <Row label={t("fields.contact")}>
        {settings.contact ? (
          <bdi className="min-w-0 break-words">{settings.contact}</bdi>
        ) : (
          t("shopper.noContact")
        )}
        {locked.contact && <LockBadge name="contact" source={locked.contact} />}
      </Row>
      <Row label={t("fields.late_payment")}>
        {t(`shopper.${settings.late_payment}`)}
        {locked.late_payment && (
          <LockBadge name="late_payment" source={locked.late_payment} />
        )}
      </Row>
      <FormDrawer
        title={t("shopper.title")}
        description={t("shopper.description")}
        open={open}
        onOpenChange={setOpen}
      >
        <ShopperForm answer={answer} done={() => setOpen(false)} />
      </FormDrawer>
    </Section>
  )
}

function ShopperForm({
  answer,
  done,
}: {
  answer: SettingsAnswer
  done: () => void
}) {
  const { t } = useTranslation("bpcSettings")
  const { language, direction } = useFormat()
  const form = useSettingsDraft(
    ["locale", "contact", "late_payment"],
    answer,
    done
  )
  const { values, set } = form
  return (
    <DrawerForm {...form}>
      <Field
        label={t("fields.locale")}
        hint={t("shopper.localeHint")}
        {...form.field("locale")}
      >
        {({ id, disabled, ...control }) => (
          <Select
            dir={direction}
            disabled={disabled}
            value={values.locale ?? SHOPPERS}
            onValueChange={(value) =>
              set("locale", value === SHOPPERS ? null : value)
            }
          >
            <Select.Trigger id={id} {...control}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              <Select.Item value={SHOPPERS}>
                {t("shopper.ownLanguage")}
              </Select.Item>
              {answer.meta.locales.map((code) => (
                <Select.Item key={code} value={code}>
                  {language(code)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        )}
      </Field>
      <Field
        label={t("fields.contact")}
        hint={t("shopper.contactHint")}
        optional
        {...form.field("contact")}
      >
        {(control) => (
          <Input
            {...control}
            dir="auto"
            maxLength={200}
            placeholder="help@shop.example"
            value={values.contact ?? ""}
            onChange={({ target }) => set("contact", target.value || null)}
          />
        )}
      </Field>
      <Field
        label={t("fields.late_payment")}
        hint={t("shopper.lateHint")}
        {...form.field("late_payment")}
      >
        {(control) => (
          <RadioGroup
            dir={direction}
            {...control}
            aria-label={t("fields.late_payment")}
            value={values.late_payment}
            onValueChange={(value) =>
              set("late_payment", value as Settings["late_payment"])
            }
          >
            {LATE_PAYMENT.map((choice) => (
              <RadioGroup.ChoiceBox
                key={choice}
                value={choice}
                label={t(`shopper.${choice}`)}
                description={t(`shopper.hint.${choice}`)}
              />
            ))}
          </RadioGroup>
        )}
      </Field>
    </DrawerForm>
  )
}
