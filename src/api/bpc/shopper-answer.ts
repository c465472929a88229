import {
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type About } from "../../shopper-pages/about"
import { type Language, chooseLanguage } from "../../shopper-pages/languages"
import { type ShopperPage, renderShopperPage } from "../../shopper-pages/page"

export const PAGE_HEADERS = {
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "Content-Type": "text/html; charset=utf-8",
}

/** The shopper's language: the browser's, else the checkout's. */
export function languageFor(
  req: MedusaRequest,
  locale: string | null
): Language {
  return chooseLanguage(req.headers["accept-language"], locale)
}

/** Answers with a page of our own. */
export function showPage(
  res: MedusaResponse,
  page: ShopperPage,
  input: {
    status: number
    language: Language
    shopUrl: string | undefined
    about?: About
  }
): void {
  res
    .status(input.status)
    .set(PAGE_HEADERS)
    .send(
      renderShopperPage(page, {
        language: input.language,
        shopUrl: input.shopUrl,
        about: input.about,
      })
    )
}

/** Leads the shopper on. */
export function leadTo(res: MedusaResponse, url: string): void {
  res.set(PAGE_HEADERS).redirect(303, url)
}
