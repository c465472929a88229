import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { bpc } from "../../lib/client"
import { type ApiProblem, readProblem } from "../../lib/errors"
import { useChange } from "../../lib/queries"
import type { Settings, SettingsAnswer } from "../../../api-schemas/settings"

/**
 * Settings being edited. Sends only what was changed, so that two people who edit different fields at the same time do
 * not undo each other.
 */
export function useSettingsDraft<Name extends keyof Settings>(
  names: readonly Name[],
  { settings, locked }: SettingsAnswer,
  onSaved: () => void
) {
  const { t } = useTranslation("bpcSettings")
  const [changes, setChanges] = useState<Partial<Pick<Settings, Name>>>({})
  const [problem, setProblem] = useState<ApiProblem>()
  const change = useChange(bpc.saveSettings, {
    quiet: true,
    onDone: () => {
      toast.success(t("saved"))
      onSaved()
    },
  })

  const changed = names.filter(
    (name) =>
      name in changes &&
      JSON.stringify(changes[name]) !== JSON.stringify(settings[name])
  )
  return {
    values: { ...settings, ...changes },
    set: <Key extends Name>(name: Key, value: Settings[Key]) => {
      setProblem(undefined)
      setChanges((before) => ({ ...before, [name]: value }))
    },
    saving: change.isPending,
    wrongField: problem?.field,
    problem:
      problem && !problem.field
        ? (problem.sentence ?? t("errors.network"))
        : undefined,
    save: () => {
      if (changed.length === 0) {
        onSaved()
        return
      }
      change.mutate(
        Object.fromEntries(changed.map((name) => [name, changes[name]])),
        { onError: (error) => setProblem(readProblem(error, names)) }
      )
    },
    /** What a Field needs to know about a setting. */
    field: (name: Name) => ({
      error: problem?.field === name ? problem.sentence : undefined,
      lock: { name, source: locked[name] },
    }),
  }
}
