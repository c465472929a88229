import { CheckCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { ApiSentence } from "./api-sentence"

type TestResultProps = {
  ok: boolean
  title: string
  /** The API's sentence. */
  message: string
  /** Key of its translation. */
  translation: string
}

export function TestResult({
  ok,
  title,
  message,
  translation,
}: TestResultProps) {
  return (
    <div className="bg-ui-bg-subtle flex items-start gap-x-2 rounded-lg border px-3 py-2">
      {ok ? (
        <CheckCircleSolid className="text-ui-tag-green-icon mt-0.5 shrink-0" />
      ) : (
        <XCircleSolid className="text-ui-tag-red-icon mt-0.5 shrink-0" />
      )}
      <div className="min-w-0">
        <Text size="small" weight="plus">
          {title}
        </Text>
        <ApiSentence subtle sentence={message} translation={translation} />
      </div>
    </div>
  )
}
