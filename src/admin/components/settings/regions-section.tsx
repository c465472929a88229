import { Badge, Switch, Text, toast } from "@medusajs/ui"
import { type HttpTypes } from "@medusajs/types"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { sdk } from "../../lib/client"
import { useFormat } from "../../lib/format"
import { useAccounts, useChange, useRegions } from "../../lib/queries"
import { hasProvider, servesCurrency } from "../../lib/readiness"
import type { SettingsAnswer } from "../../../api-schemas/settings"
import { Section } from "./section"
import { Empty, LoadError, Loading } from "./states"

type Region = HttpTypes.AdminRegion

export function RegionsSection({ answer }: { answer: SettingsAnswer }) {
  const { t } = useTranslation("bpcSettings")
  const regions = useRegions()
  return (
    <Section
      anchor="regions"
      title={t("regions.title")}
      description={t("regions.description")}
    >
      {regions.isPending && <Loading lines={3} />}
      {regions.isError && (
        <LoadError error={regions.error} retry={regions.refetch} />
      )}
      {regions.data?.length === 0 && <Empty>{t("regions.none")}</Empty>}
      {regions.data && regions.data.length > 0 && (
        <ul className="divide-y">
          {regions.data.map((region) => (
            <RegionRow key={region.id} region={region} answer={answer} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function RegionRow({
  region,
  answer: { settings, meta },
}: {
  region: Region
  answer: SettingsAnswer
}) {
  const { t } = useTranslation("bpcSettings")
  const { currency } = useFormat()
  const id = useId()
  const accounts = useAccounts()
  const on = hasProvider(region, meta.provider_id)
  const code = region.currency_code.toUpperCase()
  const served =
    !accounts.data || servesCurrency(accounts.data, settings.mode, code)

  const change = useChange(
    (next: boolean) => switchProvider(region.id, meta.provider_id, next),
    {
      onDone: (_, next) =>
        toast.success(
          t(next ? "regions.switchedOn" : "regions.switchedOff", {
            name: region.name,
          })
        ),
    }
  )
  return (
    <li className="flex items-start justify-between gap-x-4 px-6 py-4">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <label htmlFor={id} className="txt-compact-small-plus">
            {region.name}
          </label>
          <Badge size="2xsmall">{code}</Badge>
        </div>
        {!served && (
          <Text
            size="small"
            id={`${id}-note`}
            className={on ? "text-ui-fg-error mt-1" : "text-ui-fg-subtle mt-1"}
          >
            {t(on ? "regions.unserved" : "regions.wouldBeUnserved", {
              currency: `${code} (${currency(code)})`,
              mode: t(`mode.${settings.mode}`),
            })}
          </Text>
        )}
      </div>
      <Switch
        id={id}
        dir="ltr"
        className="mt-0.5 shrink-0 rtl:rotate-180"
        checked={change.isPending ? change.variables : on}
        disabled={change.isPending}
        aria-describedby={served ? undefined : `${id}-note`}
        onCheckedChange={(next) => change.mutate(next)}
      />
    </li>
  )
}

/** Reads the region's providers right before it writes them: the API replaces the whole list. */
async function switchProvider(
  regionId: string,
  providerId: string,
  on: boolean
): Promise<void> {
  const { region } = await sdk.admin.region.retrieve(regionId, {
    fields: "id,*payment_providers",
  })
  const others = (region.payment_providers ?? [])
    .map(({ id }) => id)
    .filter((id) => id !== providerId)
  await sdk.admin.region.update(regionId, {
    payment_providers: on ? [...others, providerId] : others,
  })
}
