/** How a shopper reaches the shop: what is shown, and where a touch of it leads; null where it is only to be read. */
export type ContactLink = { label: string; href: string | null }

const MAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/
const PHONE = /^\+?[\d\s()./-]+$/

/**
 * Whom a shopper can ask, from what the shop wrote: an e-mail address, a web address, a phone number, or any line of text. Nothing else
 * than these becomes a link, whatever it looks like.
 *
 * @param subject of an e-mail, such as the payment's reference
 */
export function contactLink(contact: string, subject?: string): ContactLink {
  if (MAIL.test(contact)) {
    const query = subject ? `?subject=${encodeURIComponent(subject)}` : ""
    const address = encodeURIComponent(contact).replaceAll("%40", "@")
    return { label: contact, href: `mailto:${address}${query}` }
  }
  if (/^https?:\/\//i.test(contact) && URL.canParse(contact)) {
    const label = contact.replace(/^https?:\/\//i, "").replace(/\/$/, "")
    return { label, href: new URL(contact).href }
  }
  const digits = contact.replace(/[^\d+]/g, "")
  return PHONE.test(contact) && digits.length > 4
    ? { label: contact, href: `tel:${digits}` }
    : { label: contact, href: null }
}
