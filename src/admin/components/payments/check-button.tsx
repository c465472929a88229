import { ArrowPath } from "@medusajs/icons"
import { Button, toast } from "@medusajs/ui"
import { useCheck } from "../../lib/payments"
import { useTexts } from "./use-texts"

/** Has the gateway asked at once, and what it says settled. */
export function CheckButton({ sessionId }: { sessionId: string }) {
  const { t, problem } = useTexts()
  const check = useCheck(sessionId)
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={check.isPending}
      onClick={() =>
        check.mutate(undefined, {
          onSuccess: () => toast.success(t("action.checked")),
          onError: (error) => toast.error(problem(error)),
        })
      }
    >
      <ArrowPath />
      {t("action.check")}
    </Button>
  )
}
