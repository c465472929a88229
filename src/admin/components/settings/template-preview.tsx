import { Text, clx } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { bpc } from "../../lib/client"
import { readProblem } from "../../lib/errors"
import type { Settings, SettingsAnswer } from "../../../api-schemas/settings"
import { Technical } from "./section"

const PAUSE_MS = 300

type Templates = Pick<
  Settings,
  | "success_template"
  | "failure_template"
  | "storefront_url"
  | "allowed_return_origins"
>

/** Asks the API what the templates become, a moment after the typing stopped, and what it would say on saving them. */
export function useTemplatePreview(
  {
    success_template,
    failure_template,
    storefront_url,
    allowed_return_origins,
  }: Templates,
  { meta }: SettingsAnswer
) {
  const templates: Templates = {
    success_template,
    failure_template,
    storefront_url,
    allowed_return_origins,
  }
  const wanted = JSON.stringify(templates)
  const [settled, setSettled] = useState(wanted)
  useEffect(() => {
    const pause = setTimeout(() => setSettled(wanted), PAUSE_MS)
    return () => clearTimeout(pause)
  }, [wanted])

  const query = useQuery({
    queryKey: ["bpc", "preview", settled],
    queryFn: () => bpc.preview(JSON.parse(settled) as Templates),
    retry: false,
  })
  const [last, setLast] = useState(meta.previews)
  useEffect(() => {
    if (query.data) {
      setLast(query.data)
    }
  }, [query.data])
  const problem = query.error
    ? readProblem(query.error, Object.keys(templates))
    : undefined
  return {
    /** What the last templates without a mistake became. */
    data: last,
    stale: settled !== wanted || query.isFetching || query.isError,
    errorOf: (name: string) =>
      problem?.field === name && settled === wanted
        ? problem.sentence
        : undefined,
  }
}

export function TemplatePreview({
  url,
  stale,
}: {
  url: string
  stale: boolean
}) {
  const { t } = useTranslation("bpcSettings")
  return (
    <div className="bg-ui-bg-subtle rounded-lg border px-3 py-2">
      <Text size="xsmall" className="text-ui-fg-muted">
        {t("urls.preview")}
      </Text>
      <Text
        size="xsmall"
        aria-live="polite"
        className={clx("font-mono transition-opacity", stale && "opacity-50")}
      >
        <Technical>{url}</Technical>
      </Text>
    </div>
  )
}
