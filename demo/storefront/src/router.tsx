import {
  type AnchorHTMLAttributes,
  type MouseEvent,
  useSyncExternalStore,
} from "react"

const listeners = new Set<() => void>()

function notify() {
  for (const listener of listeners) {
    listener()
  }
}

window.addEventListener("popstate", notify)

export function navigate(to: string, { replace = false } = {}) {
  if (to === currentAddress()) {
    return
  }
  const samePage = to.split("?")[0] === location.pathname
  history[replace ? "replaceState" : "pushState"](null, "", to)
  notify()
  if (!samePage) {
    window.scrollTo(0, 0)
  }
}

/** The address below the origin, followed as it changes. */
export function useAddress(): { path: string[]; query: URLSearchParams } {
  const address = useSyncExternalStore(subscribe, currentAddress)
  const url = new URL(address, location.origin)
  return {
    path: url.pathname.split("/").filter(Boolean).map(decode),
    query: url.searchParams,
  }
}

export function Link({
  href,
  onClick,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const wantsAnotherTab =
      event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0
    if (!event.defaultPrevented && !wantsAnotherTab) {
      event.preventDefault()
      navigate(href)
    }
  }
  return <a href={href} onClick={follow} {...rest} />
}

function currentAddress(): string {
  return location.pathname + location.search
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
