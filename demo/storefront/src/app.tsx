import { useEffect, useRef } from "react"
import { useBpcPayment } from "medusa-payment-bpc-storefront/react"
import { Notice } from "./components/notice"
import { PageFrame } from "./components/page-frame"
import { AccountPage } from "./pages/account"
import { BasketPage } from "./pages/basket"
import { CataloguePage } from "./pages/catalogue"
import { CheckoutPage } from "./pages/checkout"
import { ConfirmationPage } from "./pages/confirmation"
import { NotFoundPage } from "./pages/not-found"
import { ProductPage } from "./pages/product"
import { navigate, useAddress } from "./router"
import { type Market, homeMarket, marketOf } from "./shop/locale"
import { memory } from "./shop/memory"
import { shopConfig } from "./shop/sdk"
import { ShopProvider, useShop } from "./shop/shop-context"

export function App() {
  return (
    <ShopProvider
      waiting={
        <p className="waiting" role="status">
          Opening the shop …
        </p>
      }
      failed={(message, retry) => (
        <main className="alone">
          <h1>The shop is closed for a moment.</h1>
          <Notice tone="bad" action={{ label: "Try again", onClick: retry }}>
            {message}
          </Notice>
        </main>
      )}
    >
      <Shop />
    </ShopProvider>
  )
}

function Shop() {
  const { regions } = useShop()
  const { path, query } = useAddress()
  const [first = "", ...rest] = path
  const market = marketOf(regions, first)
  const home = market ? undefined : homeMarket(regions)

  useEffect(() => {
    if (home) {
      // Addresses may come without a country: the plugin leaves it out when the cart has none.
      const kept = /^[a-z]{2}$/.test(first) ? rest : path
      const search = query.size > 0 ? `?${query}` : ""
      navigate(`/${[home.country, ...kept].join("/")}${search}`, {
        replace: true,
      })
    }
  }, [home, first, path, rest, query])

  useEffect(() => {
    if (market) {
      memory.keepCountry(market.country)
    }
  }, [market?.country])

  useBasketInMarket(market, path[1])
  useOrderOfPayment(market)

  if (!market) {
    return (
      <p className="waiting" role="status">
        Opening the shop …
      </p>
    )
  }
  return (
    <PageFrame market={market} rest={rest}>
      <Page market={market} path={rest} query={query} />
    </PageFrame>
  )
}

/** Whoever closed the payment page, or comes back to another tab, is shown the order as soon as there is one. */
function useOrderOfPayment(market: Market | undefined) {
  const { cart, forgetCart } = useShop()
  useBpcPayment({
    ...shopConfig,
    onOrder: (orderId, cartId) => {
      // A late order of an earlier basket leads nobody away from the one in use.
      if (!cart || cart.id === cartId) {
        forgetCart()
        navigate(`/${market?.country ?? "de"}/order/${orderId}/confirmed`)
      }
    },
  })
}

/** An address of another country, typed or followed, takes the basket along; an order and a checkout keep their currency. */
function useBasketInMarket(
  market: Market | undefined,
  section: string | undefined
) {
  const { changeRegion } = useShop()
  const regionId = market?.region.id
  const keeps = section === "checkout" || section === "order"
  useEffect(() => {
    if (regionId && !keeps) {
      changeRegion(regionId).catch(() => undefined)
    }
  }, [regionId, keeps, changeRegion])
}

function Page({
  market,
  path,
  query,
}: {
  market: Market
  path: string[]
  query: URLSearchParams
}) {
  useFocusOnNewPage(path.join("/"))
  const [section, id = "", end] = path
  if (section === undefined) {
    return <CataloguePage market={market} />
  }
  if (section === "products" && path.length === 2) {
    return <ProductPage key={id} market={market} handle={id} />
  }
  if (section === "basket" && path.length === 1) {
    return <BasketPage market={market} />
  }
  if (section === "account" && path.length === 1) {
    return <AccountPage market={market} next={query.get("next")} />
  }
  if (section === "checkout" && path.length === 1) {
    return <CheckoutPage market={market} query={query} />
  }
  if (section === "order" && path.length === 3 && end === "confirmed") {
    return <ConfirmationPage key={id} market={market} orderId={id} />
  }
  return <NotFoundPage market={market} />
}

/** Readers of the page by ear or keyboard start at its top; not at the first page, where the browser does so itself. */
function useFocusOnNewPage(path: string) {
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current !== path) {
      shown.current = path
      document.getElementById("content")?.focus({ preventScroll: true })
    }
  }, [path])
}
