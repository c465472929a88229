import { type HttpTypes } from "@medusajs/types"
import {
  type ReactNode,
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react"
import { type Cart, changeCart, createCart, recallCart } from "./cart"
import { type Customer, recallCustomer } from "./customer"
import { errorText } from "./error-text"
import { memory } from "./memory"
import { sdk } from "./sdk"

export type Region = HttpTypes.StoreRegion

type Shop = {
  regions: Region[]
  /** Undefined for a guest. */
  customer: Customer | undefined
  setCustomer: (customer: Customer | undefined) => void
  cart: Cart | undefined
  setCart: (cart: Cart) => void
  /** The present cart, or a new one in the region. */
  ensureCart: (regionId: string) => Promise<Cart>
  changeRegion: (regionId: string) => Promise<void>
  /** After the cart has become an order. */
  forgetCart: () => void
}

const ShopContext = createContext<Shop | undefined>(undefined)

export function ShopProvider({
  children,
  waiting,
  failed,
}: {
  children: ReactNode
  waiting: ReactNode
  failed: (message: string, retry: () => void) => ReactNode
}) {
  const [regions, setRegions] = useState<Region[]>()
  const [customer, setCustomer] = useState<Customer>()
  const [cart, setCart] = useState<Cart>()
  const [failure, setFailure] = useState<string>()

  const load = useCallback(() => {
    setFailure(undefined)
    Promise.all([
      sdk.store.region.list({ order: "name" }),
      recallCart(),
      recallCustomer(),
    ])
      .then(([{ regions }, recalled, known]) => {
        setCart(recalled)
        setCustomer(known)
        setRegions(regions)
      })
      .catch((error) => setFailure(errorText(error)))
  }, [])
  useEffect(load, [load])
  useEffect(() => {
    // Another tab may have changed the basket meanwhile, or bought it.
    const look = () => {
      if (document.visibilityState === "visible") {
        recallCart().then(setCart, () => undefined)
      }
    }
    document.addEventListener("visibilitychange", look)
    return () => document.removeEventListener("visibilitychange", look)
  }, [])

  const shop = useMemo<Shop | undefined>(
    () =>
      regions && {
        regions,
        customer,
        setCustomer,
        cart,
        setCart,
        async ensureCart(regionId) {
          const present = cart ?? (await createCart(regionId))
          setCart(present)
          return present
        },
        async changeRegion(regionId) {
          if (cart && cart.region_id !== regionId) {
            setCart(await changeCart(cart.id, { region_id: regionId }))
          }
        },
        forgetCart() {
          memory.keepCartId(undefined)
          setCart(undefined)
        },
      },
    [regions, customer, cart]
  )

  if (failure) {
    return failed(failure, load)
  }
  return shop ? (
    <ShopContext.Provider value={shop}>{children}</ShopContext.Provider>
  ) : (
    waiting
  )
}

export function useShop(): Shop {
  const shop = useContext(ShopContext)
  if (!shop) {
    throw new Error("useShop needs a ShopProvider around it.")
  }
  return shop
}
