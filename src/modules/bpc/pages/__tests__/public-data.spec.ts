import { type GatewaySession } from "../../../../gateway"
import { type LedgerRow, type SessionState } from "../../ledger"
import { publicData } from "../public-data"
import {
  GATEWAY_SESSION_ID,
  PAYMENT_SESSION_ID,
  RETURN_SECRET,
  aClaimedRow,
  aLedgerRow,
  aSettledRow,
  anAnswer,
} from "../../__tests__/builders"

const BACKEND = "https://api.shop.example"

const shown = (row: LedgerRow, answer?: GatewaySession) =>
  publicData(row, { backendUrl: BACKEND, ...(answer && { answer }) })

it("shows exactly this of an open page", () => {
  expect(shown(aLedgerRow())).toEqual({
    id: GATEWAY_SESSION_ID,
    session_id: PAYMENT_SESSION_ID,
    paymentUrl: "https://gateway.example/payment.html?mdOrder=1",
    expiresAt: "2026-11-20T12:20:00.000Z",
    mode: "test",
    status: "open",
    paymentStatus: "unpaid",
  })
})

it("shows exactly this of a page that the gateway has not opened yet", () => {
  const row = aLedgerRow({
    state: "creating",
    gatewaySessionId: null,
    paymentUrl: null,
    expiresAt: null,
    mode: "live",
  })
  expect(shown(row)).toEqual({
    id: "",
    session_id: PAYMENT_SESSION_ID,
    paymentUrl: null,
    expiresAt: null,
    mode: "live",
    status: "open",
    paymentStatus: "unpaid",
  })
})

describe("the words for each state", () => {
  it.each<{ state: SessionState; status: string; paymentStatus: string }>([
    { state: "creating", status: "open", paymentStatus: "unpaid" },
    { state: "open", status: "open", paymentStatus: "unpaid" },
    { state: "authorized", status: "completed", paymentStatus: "authorized" },
    { state: "paid", status: "completed", paymentStatus: "paid" },
    { state: "refunded", status: "completed", paymentStatus: "paid" },
    { state: "canceled", status: "expired", paymentStatus: "unpaid" },
    { state: "expired", status: "expired", paymentStatus: "unpaid" },
    { state: "failed", status: "expired", paymentStatus: "unpaid" },
    { state: "held", status: "completed", paymentStatus: "held" },
  ])("$state: $status, $paymentStatus", ({ state, ...words }) => {
    expect(shown(aLedgerRow({ state }))).toMatchObject(words)
  })

  // prettier-ignore
  const cases: { name: string; answer: Pick<GatewaySession, "status" | "paymentStatus">; status: string; paymentStatus: string }[] = [
    { name: "the gateway's own word wins", answer: { status: "completed", paymentStatus: "paid" }, status: "completed", paymentStatus: "paid" },
    { name: "a word that nobody knows does not", answer: { status: "unknown", paymentStatus: "unknown" }, status: "open", paymentStatus: "unpaid" },
  ]
  it.each(cases)("$name", ({ answer, status, paymentStatus }) => {
    expect(
      shown(aLedgerRow(), { ...anAnswer("open"), ...answer })
    ).toMatchObject({
      status,
      paymentStatus,
    })
  })
})

describe("what pays already", () => {
  it.each<{ name: string; row: LedgerRow }>([
    { name: "paid", row: aClaimedRow() },
    { name: "authorised", row: aClaimedRow({ state: "authorized" }) },
    { name: "with its order", row: aSettledRow() },
  ])(
    "leads back to the order instead of to a second payment: $name",
    ({ row }) => {
      expect(shown(row).paymentUrl).toBe(
        `${BACKEND}/bpc/return/${row.id}.${RETURN_SECRET}`
      )
    }
  )
})

describe("nothing secret", () => {
  const secret = {
    accountId: "bpcacc_secret",
    paymentCollectionId: "pay_col_secret",
    cartId: "cart_secret",
    mdOrder: "md-order-secret",
    countryCode: "xx",
    locale: "xx-SECRET",
  }
  it.each([false, true])(
    "leaves the server (claimed: %s)",
    (claimsCollection) => {
      const row = aLedgerRow({ ...secret, claimsCollection })
      const data = shown(row, anAnswer("paid"))
      expect(Object.keys(data).sort()).toEqual([
        "expiresAt",
        "id",
        "mode",
        "paymentStatus",
        "paymentUrl",
        "session_id",
        "status",
      ])
      expect(JSON.stringify(data)).not.toMatch(/secret/i)
    }
  )

  it("carries the return secret in the paid page's own return URL and nowhere else", () => {
    const open = JSON.stringify(shown(aLedgerRow()))
    const { paymentUrl, ...rest } = shown(aClaimedRow())
    expect(open).not.toContain(RETURN_SECRET)
    expect(JSON.stringify(rest)).not.toContain(RETURN_SECRET)
    expect(paymentUrl).toContain(RETURN_SECRET)
  })
})
