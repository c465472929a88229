import { type Sender, refusalOf } from "../foreign-request"

const ADMIN_CORS = ["https://admin.shop.example", /\.admins\.example$/]

const request = (change: Partial<Sender> = {}): Sender => ({
  method: "POST",
  contentType: "application/json",
  hasBody: true,
  authorization: undefined,
  origin: undefined,
  site: undefined,
  hosts: ["api.shop.example"],
  secure: true,
  ...change,
})
const statusOf = (change: Partial<Sender>) =>
  refusalOf(request(change), ADMIN_CORS)?.status

describe("whose page a change may come from", () => {
  // prettier-ignore
  it.each<[string, Partial<Sender>, number | undefined]>([
    ["nobody says: a server, a command line", {}, undefined],
    ["our own page", { origin: "https://api.shop.example" }, undefined],
    ["our own page, by the browser's word", { origin: "https://api.shop.example", site: "same-origin" }, undefined],
    ["our own page behind a proxy that changes the host", { origin: "https://other.example", site: "same-origin" }, undefined],
    ["our own page behind a proxy that tells the host", { origin: "https://shop.example", hosts: ["10.0.0.7:9000", "shop.example"] }, undefined],
    ["our own page, its port written out", { origin: "https://api.shop.example", hosts: ["api.shop.example:443"] }, undefined],
    ["our own page, in capitals", { origin: "https://api.shop.example", hosts: ["API.shop.example"] }, undefined],
    ["an admin elsewhere that is listed", { origin: "https://admin.shop.example", site: "same-site" }, undefined],
    ["an admin on another site that is listed", { origin: "https://admin.shop.example", site: "cross-site" }, undefined],
    ["an admin that fits a listed pattern", { origin: "https://one.admins.example", site: "cross-site" }, undefined],
    ["a person's own doing", { site: "none" }, undefined],
    ["a stranger", { origin: "https://evil.example" }, 403],
    ["a stranger, by the browser's word alone", { site: "cross-site" }, 403],
    ["a stranger, by both", { origin: "https://evil.example", site: "cross-site" }, 403],
    ["a stranger who calls it a person's doing", { origin: "https://evil.example", site: "none" }, 403],
    ["the shop's storefront", { origin: "https://shop.example", site: "same-site" }, 403],
    ["a neighbour, without an origin", { site: "same-site" }, 403],
    ["a page without an origin", { origin: "null" }, 403],
    ["a word of the browser that nobody knows", { site: "sideways" }, 403],
    ["our own host over http, where we are on https", { origin: "http://api.shop.example" }, 403],
    ["our own host at another port", { origin: "https://api.shop.example:8443" }, 403],
    ["a host that begins as ours", { origin: "https://api.shop.example.evil.example" }, 403],
    ["a host that ends as ours", { origin: "https://evilapi.shop.example" }, 403],
    ["a user name that looks as ours", { origin: "https://api.shop.example@evil.example" }, 403],
    ["a listed origin with more behind it", { origin: "https://admin.shop.example.evil.example" }, 403],
    ["something that is no URL", { origin: "api.shop.example" }, 403],
    ["another scheme", { origin: "capacitor://api.shop.example" }, 403],
  ])("%s", (_, change, status) => {
    expect(statusOf(change)).toBe(status)
  })

  it("is told in a sentence that names the origin and what to do", () => {
    expect(
      refusalOf(request({ origin: "https://evil.example" }), ADMIN_CORS)
    ).toMatchObject({
      message: expect.stringMatching(
        /\(https:\/\/evil\.example\).*ADMIN_CORS.*Nothing was changed\.$/
      ),
    })
  })

  it("lets our own page in over http where nothing is on https, as in development", () => {
    const local = { hosts: ["localhost:9000"], secure: false }
    expect(
      statusOf({ ...local, origin: "http://localhost:9000" })
    ).toBeUndefined()
    expect(statusOf({ ...local, origin: "http://localhost:8000" })).toBe(403)
  })
})

describe("the form that a change may have", () => {
  const empty = { contentType: undefined, hasBody: false }
  // prettier-ignore
  it.each<[string, Partial<Sender>, number | undefined]>([
    ["JSON with its letters named", { contentType: "application/json; charset=utf-8" }, undefined],
    ["JSON in capitals", { contentType: "Application/JSON" }, undefined],
    ["JSON without a body", { hasBody: false }, undefined],
    ["nothing at all, with a key", { ...empty, authorization: "Basic c2s6" }, undefined],
    ["nothing at all, for DELETE, which no page sends unasked", { ...empty, method: "DELETE" }, undefined],
    ["nothing at all, with a cookie only", empty, 415],
    ["nothing at all, for PUT", { ...empty, method: "PUT" }, 415],
    ["a body of no type", { contentType: undefined, authorization: "Basic c2s6" }, 415],
    ["a form", { contentType: "application/x-www-form-urlencoded" }, 415],
    ["a form without fields", { contentType: "application/x-www-form-urlencoded", hasBody: false }, 415],
    ["a form, for DELETE", { contentType: "application/x-www-form-urlencoded", method: "DELETE" }, 415],
    ["a form with files", { contentType: "multipart/form-data; boundary=x" }, 415],
    ["plain text", { contentType: "text/plain" }, 415],
    ["plain text that calls itself JSON", { contentType: "text/plain; application/json" }, 415],
    ["JSON of another kind", { contentType: "application/json-patch+json" }, 415],
    ["an empty type", { contentType: "" }, 415],
  ])("%s", (_, change, status) => {
    expect(statusOf(change)).toBe(status)
  })

  it("is told in a sentence", () => {
    expect(
      refusalOf(request({ contentType: "text/plain" }), ADMIN_CORS)
    ).toMatchObject({
      message: expect.stringMatching(
        /application\/json.*Nothing was changed\.$/
      ),
    })
  })
})

it.each(["GET", "HEAD", "OPTIONS"])(
  "%s changes nothing and passes",
  (method) => {
    expect(
      statusOf({
        method,
        origin: "https://evil.example",
        site: "cross-site",
        contentType: undefined,
      })
    ).toBeUndefined()
  }
)
