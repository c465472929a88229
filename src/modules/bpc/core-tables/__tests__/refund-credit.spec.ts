import { type ItemFacts } from "../../amount-due"
import { creditDue } from "../refund-credit"

const mug = (expectedBack: string): ItemFacts => ({
  id: "item_mug",
  quantity: "1",
  unitPrice: "22",
  expectedBack,
  goneBack: "0",
  taxInclusive: false,
  taxRates: [],
  adjustments: [],
})

describe("the credit line that Medusa writes beside a refund", () => {
  // prettier-ignore
  const cases: { when: string; amount: string; pending: string | null; items: ItemFacts[]; due: string }[] = [
    { when: "is all of it where nothing is owed", amount: "5", pending: "0", items: [], due: "5" },
    { when: "is all of it where Medusa stored nothing", amount: "5", pending: null, items: [], due: "5" },
    { when: "is all of it where the shopper owes", amount: "5", pending: "3", items: [], due: "5" },
    { when: "is what exceeds what the shopper is owed", amount: "5", pending: "-3", items: [], due: "2" },
    { when: "is none where the shopper is owed more", amount: "5", pending: "-8", items: [], due: "0" },
    { when: "is none for what is expected back", amount: "22", pending: "0", items: [mug("1")], due: "0" },
    { when: "is the rest beyond what is expected back", amount: "25", pending: "0", items: [mug("1")], due: "3" },
    { when: "counts what was refunded of it before", amount: "22", pending: "22", items: [mug("1")], due: "22" },
    { when: "has Medusa's digits", amount: "3.335", pending: "0", items: [], due: "3.335" },
  ]
  it.each(cases)(
    "$when: $due of $amount",
    ({ amount, pending, items, due }) => {
      expect(creditDue({ amount, pending, items })).toBe(due)
    }
  )
})
