const KEYS = {
  cartId: "kettle.cart",
  country: "kettle.country",
}

/** What the browser keeps between visits. Where storage is refused (private windows), the shop works, but forgets. */
export const memory = {
  cartId: () => read(KEYS.cartId),
  keepCartId: (id: string | undefined) => write(KEYS.cartId, id),
  country: () => read(KEYS.country),
  keepCountry: (code: string) => write(KEYS.country, code),
}

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function write(key: string, value: string | undefined) {
  try {
    if (value === undefined) {
      localStorage.removeItem(key)
    } else {
      localStorage.setItem(key, value)
    }
  } catch {
    return
  }
}
