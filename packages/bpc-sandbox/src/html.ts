import { html, raw } from "hono/html"

/** `html` escapes every value that is not markup; `trusted` is for text that is markup already: styles and scripts of the sandbox's own. */
export { html, raw as trusted }
export type Html = ReturnType<typeof html>
