import { useEffect, useRef } from "react"

/**
 * Where the keyboard goes when a drawer closes: to what opened it. An entry of a menu is gone by then; the button of its menu is not.
 *
 * @returns for `onCloseAutoFocus` of the drawer's content
 */
export function useFocusBack(open: boolean): (event: Event) => void {
  const opener = useRef<HTMLElement | null>(null)
  const wasOpen = useRef(false)
  if (open && !wasOpen.current) {
    opener.current = openerNow()
  }
  wasOpen.current = open
  const latest = useRef(opener.current)
  latest.current = opener.current
  // A drawer that is taken away while it is open has no closing event that anybody hears.
  useEffect(
    () => () => {
      const back = latest.current
      setTimeout(() => {
        if (document.activeElement === document.body) {
          back?.focus()
        }
      })
    },
    []
  )
  return (event) => {
    event.preventDefault()
    opener.current?.focus()
  }
}

function openerNow(): HTMLElement | null {
  const active = document.activeElement
  if (!(active instanceof HTMLElement)) {
    return null
  }
  const menu = active.closest("[role=menu]")
  const button = menu?.getAttribute("aria-labelledby")
  return button ? document.getElementById(button) : active
}
