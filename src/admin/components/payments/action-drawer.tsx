import { type ReactNode } from "react"
import { DrawerForm, FormDrawer } from "../form-drawer"
import { useTexts } from "./use-texts"

type ActionDrawerProps = {
  title: string
  /** On its button. */
  submit: string
  /** What is sent: whether it is under way, and what went wrong with it. */
  call: { isPending: boolean; error: Error | null }
  send: () => void
  disabled?: boolean
  /** Names the field that a sending failed at. */
  wrongField?: string
  onClose: () => void
  children: ReactNode
}

/** The drawer of everything that is done about a payment: it is there while it is open, and shows why the API refused. */
export function ActionDrawer({
  title,
  submit,
  call,
  onClose,
  children,
  ...form
}: ActionDrawerProps) {
  const { t, problem } = useTexts()
  return (
    <FormDrawer open onOpenChange={(open) => !open && onClose()} title={title}>
      <DrawerForm
        {...form}
        sending={call.isPending}
        problem={call.error ? problem(call.error) : undefined}
        texts={{ cancel: t("action.cancel"), submit }}
      >
        {children}
      </DrawerForm>
    </FormDrawer>
  )
}
