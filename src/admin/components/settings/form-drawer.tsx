import { Alert, Button, Drawer } from "@medusajs/ui"
import { type FormEvent, type ReactNode, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"

type FormDrawerProps = {
  title: string
  description?: string
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Mounted only while the drawer is open, so that what was not saved is forgotten. */
  children: ReactNode
}

export function FormDrawer({
  title,
  description,
  open,
  onOpenChange,
  children,
}: FormDrawerProps) {
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content aria-describedby={description ? undefined : ""}>
        <Drawer.Header>
          <Drawer.Title>{title}</Drawer.Title>
          {description && (
            <Drawer.Description className="txt-small text-ui-fg-subtle">
              {description}
            </Drawer.Description>
          )}
        </Drawer.Header>
        {children}
      </Drawer.Content>
    </Drawer>
  )
}

/** What to bring into view and hand to the keyboard when saving failed. */
const WRONG = "[aria-invalid=true], [data-invalid=true]"

type DrawerFormProps = {
  saving: boolean
  /** A complaint that belongs to no field. */
  problem?: string
  /** A field that a saving failed at. */
  wrongField?: string
  save: () => void
  children: ReactNode
}

export function DrawerForm({
  saving,
  problem,
  wrongField,
  save,
  children,
}: DrawerFormProps) {
  const { t } = useTranslation("bpcSettings")
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (wrongField !== undefined || problem !== undefined) {
      form.current?.querySelector<HTMLElement>(WRONG)?.focus()
    }
  }, [wrongField, problem])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      className="flex min-h-0 flex-1 flex-col overflow-hidden"
    >
      <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
        {problem && (
          <Alert variant="error" role="alert" tabIndex={-1} data-invalid="true">
            {problem}
          </Alert>
        )}
        {children}
      </Drawer.Body>
      <Drawer.Footer>
        {/* One child: the footer spaces several ones from left to right only. */}
        <div className="flex items-center gap-x-2">
          <Drawer.Close asChild>
            <Button size="small" variant="secondary" type="button">
              {t("actions.cancel")}
            </Button>
          </Drawer.Close>
          <Button size="small" type="submit" isLoading={saving}>
            {t("actions.save")}
          </Button>
        </div>
      </Drawer.Footer>
    </form>
  )
}
