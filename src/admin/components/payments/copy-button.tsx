import { CheckCircleMiniSolid, SquareTwoStackMini } from "@medusajs/icons"
import { IconButton, Tooltip, toast } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTexts } from "./use-texts"

/** Copies a value; `what` names it for the tooltip and for screen readers. */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const { t } = useTexts()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) {
      return
    }
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    if (await copyText(value)) {
      setCopied(true)
    } else {
      toast.info(value)
    }
  }
  return (
    <Tooltip content={copied ? t("action.copied") : t("action.copy", { what })}>
      <IconButton
        size="2xsmall"
        variant="transparent"
        type="button"
        aria-label={t("action.copy", { what })}
        onClick={() => void copy()}
      >
        {copied ? (
          <CheckCircleMiniSolid className="text-ui-tag-green-icon" />
        ) : (
          <SquareTwoStackMini className="text-ui-fg-muted" />
        )}
      </IconButton>
    </Tooltip>
  )
}

/** An admin that is reached over plain http has no clipboard. */
export async function copyText(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value)
    return true
  } catch {
    return false
  }
}
