import { CopyButton } from "./copy-button"
import { Row } from "./page-parts"

/** Renders nothing for an id that does not exist (yet). */
export function IdRow({ name, value }: { name: string; value: string | null }) {
  return value === null ? null : (
    <Row name={name}>
      <bdi className="min-w-0 flex-1 truncate font-mono" title={value}>
        {value}
      </bdi>
      <CopyButton value={value} what={name} />
    </Row>
  )
}
