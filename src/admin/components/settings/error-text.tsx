/** The field's name and what the API says about it; the API speaks English, whatever the page does. */
export function ErrorText({ label, error }: { label: string; error: string }) {
  return (
    <span className="min-w-0 break-words">
      {label}: <bdi>{error}</bdi>
    </span>
  )
}
