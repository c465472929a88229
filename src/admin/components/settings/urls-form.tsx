import { Input, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { SettingsAnswer } from "../../../api-schemas/settings"
import { Field } from "./field"
import { DrawerForm } from "./form-drawer"
import { TemplatePreview, useTemplatePreview } from "./template-preview"
import { useSettingsDraft } from "./use-settings-draft"

const FIELDS = [
  "backend_url",
  "storefront_url",
  "success_template",
  "failure_template",
  "allowed_return_origins",
] as const

const TEMPLATES = ["success", "failure"] as const

export function UrlsForm({
  answer,
  done,
}: {
  answer: SettingsAnswer
  done: () => void
}) {
  const { t } = useTranslation("bpcSettings")
  const form = useSettingsDraft(FIELDS, answer, done)
  const { values, set } = form
  const preview = useTemplatePreview(values, answer)
  const [origins, setOrigins] = useState(() =>
    values.allowed_return_origins.join("\n")
  )
  const field = (name: (typeof FIELDS)[number]) => {
    const known = form.field(name)
    return { ...known, error: known.error ?? preview.errorOf(name) }
  }

  return (
    <DrawerForm {...form}>
      {(["backend_url", "storefront_url"] as const).map((name) => (
        <Field
          key={name}
          label={t(`fields.${name}`)}
          hint={t(`urls.hint.${name}`)}
          {...field(name)}
        >
          {(control) => (
            <Input
              {...control}
              dir="ltr"
              type="url"
              value={values[name]}
              onChange={({ target }) => set(name, target.value)}
            />
          )}
        </Field>
      ))}
      {TEMPLATES.map((kind) => (
        <div key={kind} className="flex flex-col gap-y-2">
          <Field
            label={t(`fields.${kind}_template`)}
            hint={t(`urls.hint.${kind}_template`)}
            {...field(`${kind}_template`)}
          >
            {(control) => (
              <Textarea
                {...control}
                dir="ltr"
                rows={2}
                spellCheck={false}
                className="font-mono text-xs"
                value={values[`${kind}_template`]}
                onChange={({ target }) =>
                  set(`${kind}_template`, target.value.replace(/\s/g, ""))
                }
              />
            )}
          </Field>
          <TemplatePreview url={preview.data[kind]} stale={preview.stale} />
        </div>
      ))}
      <Field
        label={t("fields.allowed_return_origins")}
        hint={t("urls.hint.allowed_return_origins")}
        optional
        {...field("allowed_return_origins")}
      >
        {(control) => (
          <Textarea
            {...control}
            dir="ltr"
            rows={3}
            spellCheck={false}
            placeholder={"https://m.shop.example\nmyapp://"}
            value={origins}
            onChange={({ target }) => {
              setOrigins(target.value)
              set(
                "allowed_return_origins",
                target.value
                  .split("\n")
                  .map((line) => line.trim())
                  .filter(Boolean)
              )
            }}
          />
        )}
      </Field>
    </DrawerForm>
  )
}
