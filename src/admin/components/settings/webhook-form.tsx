import { Input, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/format"
import type { SettingsAnswer } from "../../../api-schemas/settings"
import { Field } from "./field"
import { DrawerForm } from "./form-drawer"
import { useSettingsDraft } from "./use-settings-draft"

/** Radix knows no empty value of a select. */
const ANY = "any"

export function WebhookForm({
  answer,
  done,
}: {
  answer: SettingsAnswer
  done: () => void
}) {
  const { t } = useTranslation("bpcSettings")
  const { direction } = useFormat()
  const form = useSettingsDraft(
    ["webhook_tolerance_seconds", "webhook_signature_variant"],
    answer,
    done
  )
  const { values, set } = form
  const variants = answer.meta.signature_variants
  return (
    <DrawerForm {...form}>
      <Field
        label={t("fields.webhook_tolerance_seconds")}
        hint={t("webhooks.toleranceHint")}
        {...form.field("webhook_tolerance_seconds")}
      >
        {(control) => (
          <Input
            {...control}
            type="number"
            min={0}
            max={86400}
            value={
              Number.isNaN(values.webhook_tolerance_seconds)
                ? ""
                : values.webhook_tolerance_seconds
            }
            onChange={({ target }) =>
              set("webhook_tolerance_seconds", target.valueAsNumber)
            }
          />
        )}
      </Field>
      <Field
        label={t("fields.webhook_signature_variant")}
        hint={t("webhooks.variantHint")}
        {...form.field("webhook_signature_variant")}
      >
        {({ id, disabled, ...control }) => (
          <Select
            dir={direction}
            disabled={disabled}
            value={values.webhook_signature_variant ?? ANY}
            onValueChange={(value) =>
              set(
                "webhook_signature_variant",
                variants.find((variant) => variant === value) ?? null
              )
            }
          >
            <Select.Trigger id={id} {...control}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              <Select.Item value={ANY}>{t("webhooks.anyVariant")}</Select.Item>
              {variants.map((variant) => (
                <Select.Item key={variant} value={variant}>
                  {variant}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        )}
      </Field>
    </DrawerForm>
  )
}
