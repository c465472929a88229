import { useTexts } from "./use-texts"

/** The pages' name in the dashboard's breadcrumbs. */
export function PageTitle() {
  const { t } = useTexts()
  return <>{t("menu.label")}</>
}
