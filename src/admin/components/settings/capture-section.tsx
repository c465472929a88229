import { Button, Input, RadioGroup } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/format"
import type { SettingsAnswer } from "../../../api-schemas/settings"
import {
  CAPTURE_METHODS,
  CAPTURE_ON_SHIPMENT,
  type CaptureMethod,
  type CaptureOnShipment,
} from "../../../api-schemas/vocabulary"
import { Status } from "../status"
import { Field } from "./field"
import { DrawerForm, FormDrawer } from "./form-drawer"
import { LockBadge } from "./lock-badge"
import { Row, Section } from "./section"
import { RestReleased } from "./rest-released"
import { useSettingsDraft } from "./use-settings-draft"

export function CaptureSection({ answer }: { answer: SettingsAnswer }) {
  const { t } = useTranslation("bpcSettings")
  const [open, setOpen] = useState(false)
  const { settings, locked, meta } = answer
  const manual = settings.capture_method === "manual"
  return (
    <Section
      anchor="capture"
      title={t("capture.title")}
      description={t("capture.description")}
      actions={
        <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
          {t("actions.edit")}
        </Button>
      }
    >
      <Row label={t("fields.capture_method")}>
        {t(`capture.${settings.capture_method}`)}
        {locked.capture_method && (
          <LockBadge name="capture_method" source={locked.capture_method} />
        )}
      </Row>
      {manual && (
        <>
          <Row label={t("fields.capture_on_shipment")}>
            <Status
              color={settings.capture_on_shipment === "off" ? "grey" : "green"}
            >
              {t(`capture.shipment.${settings.capture_on_shipment}`)}
            </Status>
          </Row>
          {settings.capture_on_shipment === "parcel" && (
            <div className="px-6 py-4">
              <RestReleased by={meta.rest_released_by} />
            </div>
          )}
          <Row label={t("fields.capture_warning_days")}>
            {t("capture.days", { n: settings.capture_warning_days })}
          </Row>
        </>
      )}
      <FormDrawer
        title={t("capture.title")}
        description={t("capture.description")}
        open={open}
        onOpenChange={setOpen}
      >
        <CaptureForm answer={answer} done={() => setOpen(false)} />
      </FormDrawer>
    </Section>
  )
}

function CaptureForm({
  answer,
  done,
}: {
  answer: SettingsAnswer
  done: () => void
}) {
  const { t } = useTranslation("bpcSettings")
  const { direction } = useFormat()
  const form = useSettingsDraft(
    ["capture_method", "capture_on_shipment", "capture_warning_days"],
    answer,
    done
  )
  const { values, set } = form
  return (
    <DrawerForm {...form}>
      <Field
        label={t("fields.capture_method")}
        {...form.field("capture_method")}
      >
        {(control) => (
          <RadioGroup
            dir={direction}
            {...control}
            aria-label={t("fields.capture_method")}
            value={values.capture_method}
            onValueChange={(value) =>
              set("capture_method", value as CaptureMethod)
            }
          >
            {CAPTURE_METHODS.map((method) => (
              <RadioGroup.ChoiceBox
                key={method}
                value={method}
                label={t(`capture.${method}`)}
                description={t(`capture.hint.${method}`)}
              />
            ))}
          </RadioGroup>
        )}
      </Field>
      {values.capture_method === "manual" && (
        <>
          <Field
            label={t("fields.capture_on_shipment")}
            {...form.field("capture_on_shipment")}
          >
            {(control) => (
              <RadioGroup
                dir={direction}
                {...control}
                aria-label={t("fields.capture_on_shipment")}
                value={values.capture_on_shipment}
                onValueChange={(value) =>
                  set("capture_on_shipment", value as CaptureOnShipment)
                }
              >
                {CAPTURE_ON_SHIPMENT.map((choice) => (
                  <RadioGroup.ChoiceBox
                    key={choice}
                    value={choice}
                    label={t(`capture.shipment.${choice}`)}
                    description={t(`capture.shipmentHint.${choice}`)}
                  />
                ))}
              </RadioGroup>
            )}
          </Field>
          {values.capture_on_shipment === "parcel" && (
            <RestReleased by={answer.meta.rest_released_by} />
          )}
          <Field
            label={t("fields.capture_warning_days")}
            hint={t("capture.daysHint")}
            {...form.field("capture_warning_days")}
          >
            {(control) => (
              <Input
                {...control}
                type="number"
                min={1}
                max={30}
                value={
                  Number.isNaN(values.capture_warning_days)
                    ? ""
                    : values.capture_warning_days
                }
                onChange={({ target }) =>
                  set("capture_warning_days", target.valueAsNumber)
                }
              />
            )}
          </Field>
        </>
      )}
    </DrawerForm>
  )
}
