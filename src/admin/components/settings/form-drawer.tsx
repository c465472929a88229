import { type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { DrawerForm as Form } from "../form-drawer"

export { FormDrawer } from "../form-drawer"

type DrawerFormProps = {
  saving: boolean
  /** A complaint that belongs to no field. */
  problem?: string
  /** A field that a saving failed at. */
  wrongField?: string
  save: () => void
  children: ReactNode
}

/** A form of the settings page, which saves. */
export function DrawerForm({ saving, save, ...form }: DrawerFormProps) {
  const { t } = useTranslation("bpcSettings")
  return (
    <Form
      sending={saving}
      send={save}
      texts={{ submit: t("actions.save"), cancel: t("actions.cancel") }}
      {...form}
    />
  )
}
