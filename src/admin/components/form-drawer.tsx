import { Alert, Button, Drawer } from "@medusajs/ui"
import { type FormEvent, type ReactNode, useEffect, useRef } from "react"
import { useFocusBack } from "./use-focus-back"

type FormDrawerProps = {
  title: string
  description?: string
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Mounted only while the drawer is open, so that what was not saved is forgotten. */
  children: ReactNode
}

/** The one shell of every drawer of ours that asks for something. */
export function FormDrawer({
  title,
  description,
  open,
  onOpenChange,
  children,
}: FormDrawerProps) {
  const focusBack = useFocusBack(open)
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content
        aria-describedby={description ? undefined : ""}
        onCloseAutoFocus={focusBack}
      >
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

/** What to bring into view and hand to the keyboard when sending failed. */
const WRONG = "[aria-invalid=true], [data-invalid=true]"

type DrawerFormProps = {
  sending: boolean
  disabled?: boolean
  /** A complaint that belongs to no field. */
  problem?: string
  /** Names the field that a sending failed at; another value brings the next one into view. */
  wrongField?: string
  texts: { submit: string; cancel: string }
  send: () => void
  children: ReactNode
}

export function DrawerForm({
  sending,
  disabled,
  problem,
  wrongField,
  texts,
  send,
  children,
}: DrawerFormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (wrongField !== undefined || problem !== undefined) {
      form.current?.querySelector<HTMLElement>(WRONG)?.focus()
    }
  }, [wrongField, problem])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
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
              {texts.cancel}
            </Button>
          </Drawer.Close>
          <Button
            size="small"
            type="submit"
            disabled={disabled}
            isLoading={sending}
          >
            {texts.submit}
          </Button>
        </div>
      </Drawer.Footer>
    </form>
  )
}
