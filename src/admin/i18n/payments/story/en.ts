/** The sentences that say what happened to a payment, what that means for the money, and what to do. */
export default {
  reason: {
    amount_mismatch:
      "The amount at the gateway differs from the amount this store asked for.",
    currency_mismatch:
      "The currency at the gateway differs from the currency this store asked for.",
    reference_mismatch:
      "The payment at the gateway carries another reference than the one this store registered.",
    duplicate_payment: "The order was paid with another payment already.",
    cart_changed: "The cart's total changed after the payment page was opened.",
    cart_gone: "The cart of this payment no longer exists.",
    completed_elsewhere:
      "The store's own code completed this cart, and no order is linked with it.",
    order_changed:
      "The order no longer asked for this amount: it was changed, canceled, or paid in another way meanwhile.",
    order_impossible:
      "Medusa refused to place the order, for example because an item was sold out.",
    no_order_after_retries: "Placing the order failed several times.",
    refund_failed:
      "The money should have gone back to the shopper, but the refund failed several times.",
    capture_failed: "The order shows a capture that the gateway does not have.",
    shipped_uncaptured:
      "The order has left, and what is held for it could not be captured.",
    order_canceled: "The order was canceled, so this money should go back.",
    order_total_differs:
      "The order was placed for another total than was paid: the cart was changed, or completed by other code, in the same moment.",
    refund_requested: "A person refunded it before it had an order.",
    booking_failed:
      "What the gateway did could not be booked on the order after several tries. It is tried again every hour.",
    gateway_refused: "The gateway refused to open a payment page.",
    gateway_silent:
      "The gateway did not answer when the payment page was to be opened.",
    unknown_to_gateway: "The gateway does not know this payment page.",
    replaced: "A newer payment page of the same checkout took its place.",
    other: "Reason: {{reason}}",
  },
  meaning: {
    creating: {
      money: "No money has moved.",
      todo: "The gateway is being asked for a payment page. There is nothing to do.",
    },
    open: {
      money: "No money has moved yet. The shopper can still pay.",
      todo: "There is nothing to do: the gateway is asked by itself until the page is paid or expires.",
    },
    authorized: {
      money:
        "{{amount}} is reserved on the shopper's card. You do not have it yet.",
      todo: "Capture it here or in the order, or cancel the order to release it. A hold that nobody captures lapses after some days.",
    },
    authorized_part: {
      money: "You have {{captured}} of the {{amount}} that was reserved.",
      todo: "Capture the rest here or in the order. What is not captured is released to the shopper.",
    },
    authorized_no_order: {
      money:
        "{{amount}} is reserved on the shopper's card, and there is no order yet.",
      todo: "The order is placed by itself, with several tries if needed. If this does not change within some minutes, use “Check now”.",
    },
    paid: {
      money: "You have {{captured}}, and the order has its payment.",
      todo: "There is nothing to do.",
    },
    paid_part: {
      money:
        "You have {{captured}} of the {{amount}} that was reserved. The rest was released to the shopper.",
      todo: "There is nothing to do.",
    },
    paid_refunded_part: {
      money:
        "{{refunded}} of {{captured}} went back to the shopper. You keep {{kept}}.",
      todo: "There is nothing to do.",
    },
    paid_no_order: {
      money: "You have {{captured}}, and there is no order yet.",
      todo: "The order is placed by itself, with several tries if needed. If this does not change within some minutes, use “Check now”.",
    },
    books_differ: {
      money: "The order shows other amounts than the gateway has.",
      todo: "Compare the order with the gateway's portal, then resolve: send the refund again if it failed, or leave it as it is and say why.",
    },
    shipped_uncaptured: {
      money:
        "{{amount}} is reserved on the shopper's card, and the order has left. You have {{captured}} of it.",
      todo: "It is tried again by itself. Read in the timeline why it fails, and capture it in the order before the bank releases the hold. If the hold has lapsed, send the shopper a payment link.",
    },
    giving_back: {
      money:
        "No order can use this money, so it is on its way back to the shopper.",
      todo: "There is nothing to do. If the refund keeps failing, the payment is held and shows up here in red.",
    },
    kept: {
      money: "A person decided to keep this money. No order has it.",
      todo: "There is nothing to do. The note is in the timeline.",
    },
    refunded: {
      money: "All of the money went back to the shopper: {{refunded}}.",
      todo: "There is nothing to do. A bank may take some days to show a refund.",
    },
    canceled: {
      money:
        "The payment was canceled. Nothing was taken, and a hold on the card is released.",
      todo: "There is nothing to do.",
    },
    expired: {
      money: "The page ended without a payment. No money has moved.",
      todo: "There is nothing to do. Should money come in late after all, it is settled by itself.",
    },
    failed: {
      money:
        "There was no payment page that could be used. No money has moved.",
      todo: "The shopper can start the payment again. If it happens often, look at the problems on the BPC settings page.",
    },
  },
  held: {
    amount_mismatch: {
      money:
        "The gateway may have taken another amount than the order costs. No order was placed and nothing was given back.",
      todo: "Compare both amounts in the timeline and in the gateway's portal, then resolve: refund the shopper, or keep the money and settle the rest with them.",
    },
    currency_mismatch: {
      money:
        "The gateway took money in another currency. No order was placed and nothing was given back.",
      todo: "Check the merchant account's currency at the gateway, then resolve. Refunding the shopper is the usual choice.",
    },
    reference_mismatch: {
      money:
        "It is not certain that this money belongs to this cart. No order was placed and nothing was given back.",
      todo: "Compare both references in the timeline and in the gateway's portal, then resolve.",
    },
    duplicate_payment: {
      money: "The shopper paid twice. You have this money besides the order's.",
      todo: "Resolve with a refund, unless you agreed on something else with the shopper.",
    },
    cart_changed: {
      money:
        "The shopper paid the cart's old total. The money is with you and no order has it.",
      todo: "Agree with the shopper, then resolve: refund the money, or keep it and settle the difference.",
    },
    completed_elsewhere: {
      money:
        "The money is with you. The store's own code completed the cart, and this plugin cannot see which order it became.",
      todo: "Find the order and compare its amount. Keep the money if the order has it coming, else refund the shopper. A developer can name the store's own workflow (option completeCartWorkflow).",
    },
    cart_gone: {
      money:
        "The money is with you, and there is no cart left to make an order of.",
      todo: "Resolve with a refund, or keep the money if you have created the order by hand.",
    },
    order_canceled: {
      money:
        "The order is canceled, and its money is not all back with the shopper.",
      todo: "Resolve with a refund, which also releases a hold. Keep the money only if you agreed so with the shopper, and say so in the note.",
    },
    order_changed: {
      money:
        "The money is with you, and the order that asked for it does not need it any more.",
      todo: "Compare with the order, then resolve: refund the shopper, or keep the money if you agreed so.",
    },
    order_impossible: {
      money: "The money is with you, and Medusa cannot place the order.",
      todo: "Read Medusa's reason in the timeline. Remove it (for example by adding stock) and place the order, or refund the shopper.",
    },
    no_order_after_retries: {
      money: "The money is with you, and the order could not be placed.",
      todo: "Read the reason in the timeline, remove it, and place the order; or refund the shopper.",
    },
    refund_failed: {
      money:
        "The money is still with you, and the shopper should have it back.",
      todo: "Resolve with a refund to try once more. If you refund in the gateway's portal instead, the payment follows by itself.",
    },
    other: {
      money: "The money stays where it is until you decide.",
      todo: "Read the timeline, then resolve: refund the shopper, keep the money, or place the order.",
    },
  },
  timeline: {
    created: "A payment was registered in this store.",
    page_opened: "The gateway opened a payment page.",
    page_reused: "The shopper was sent to the same payment page again.",
    create_failed: "No payment page could be opened.",
    link_opened: "The shopper opened the payment page through a payment link.",
    link_revoked: "The payment link was revoked, so its page is being closed.",
    page_left:
      "The store left this page: the cart, the order or the payment method changed, or the payment was started anew. Unless it is used again at once, it is closed.",
    page_closed:
      "The page was closed at the gateway. It can no longer take money.",
    webhook: "A webhook of the gateway was received and handled.",
    returned: "The shopper came back from the payment page.",
    attempt_failed:
      "An attempt to pay failed. The shopper can try again on the same page.",
    charged_back: "The bank took the money back from you (chargeback).",
    verified: "The gateway was asked, and its answer was taken over.",
    mismatch: "The gateway's answer does not match this store's records.",
    order_placed: "The order has this payment.",
    order_failed: "The order could not be placed.",
    adopted:
      "The money came in late and was taken up by the cart's present checkout.",
    total_changed:
      "The cart was changed after this payment was started, so nothing was ordered with this money.",
    started_again:
      "The shopper started again while the order was being placed. What that first attempt had booked was discarded, so that the money counts once.",
    captured: "Money was captured.",
    refunded: "Money was refunded to the shopper.",
    refund_pending: "A refund was sent. The gateway has not completed it yet.",
    refund_failed: "A refund failed.",
    voided: "The hold on the card was released. Nothing was taken.",
    expired: "The payment page expired without a payment.",
    canceled: "The payment was canceled at the gateway.",
    held: "The payment is held until a person decides.",
    gateway_error:
      "The gateway gave no usable answer. It is asked again by itself.",
    in_doubt:
      "It is not known whether this reached the gateway. Its books are read again by themselves, and nothing is sent twice.",
    doubt_settled: "The gateway's books now show what became of it.",
    mirrored: "What was done in the gateway's portal was booked in Medusa.",
    books_differ: "The order's amounts and the gateway's differ.",
    shipped_uncaptured:
      "The order has left, and its money could not be captured.",
    released_unpaid:
      "The hold was released, and the order stands and still owes money. Nothing is held for it any more.",
    retrying:
      "What was to be done about this payment failed. It is tried again by itself.",
    recovered: "What had failed works again.",
    gave_up:
      "The gateway was asked for a long time in vain. It is not asked any more by itself; “Check now” asks once more.",
    checked: "A person had the gateway asked.",
    capture_requested: "A person asked for a capture on the payment's page.",
    refund_requested: "A person asked for a refund on the payment's page.",
    resolved: "A person resolved the held payment.",
    other: "{{kind}}",
  },
}
