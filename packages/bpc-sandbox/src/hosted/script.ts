/** The payment page's script: groups the digits, counts down, fills in a test card, and lets one press of the button be one payment. */
export const PAYMENT_SCRIPT = `
const form = document.querySelector("form")
const pan = form.elements.pan, expiry = form.elements.expiry, cvc = form.elements.newCardCvc
pan.addEventListener("input", () => {
  const atEnd = pan.selectionStart === pan.value.length
  if (atEnd) pan.value = grouped(pan.value)
})
pan.addEventListener("change", () => { pan.value = grouped(pan.value) })
expiry.addEventListener("input", (event) => {
  const digits = expiry.value.replace(/\\D/g, "").slice(0, 4)
  const typed = event.inputType !== "deleteContentBackward"
  expiry.value = digits.length > 2 || (digits.length === 2 && typed) ? digits.slice(0, 2) + "/" + digits.slice(2) : digits
})
for (const input of [pan, expiry, cvc]) {
  input.addEventListener("input", () => {
    input.removeAttribute("aria-invalid")
    document.getElementById(input.id + "-error")?.remove()
  })
}
for (const button of document.querySelectorAll("[data-pan]")) {
  button.addEventListener("click", () => {
    pan.value = grouped(button.dataset.pan)
    expiry.value = button.dataset.expiry
    cvc.value = button.dataset.cvc
    if (!form.elements.cardholderName.value) form.elements.cardholderName.value = "TEST SHOPPER"
    for (const input of [pan, expiry, cvc]) input.dispatchEvent(new Event("change"))
    const submit = form.querySelector("[type=submit]")
    submit.scrollIntoView({ block: "center", behavior: "smooth" })
    submit.focus({ preventScroll: true })
  })
}
let sent = false
const submit = form.querySelector("[type=submit]")
form.addEventListener("submit", (event) => {
  if (sent) return event.preventDefault()
  sent = true
  submit.setAttribute("aria-busy", "true")
})
addEventListener("pageshow", () => { sent = false; submit.removeAttribute("aria-busy") })
const clock = document.querySelector("[data-remaining]")
const end = performance.now() + Number(clock.dataset.remaining)
function tick() {
  const left = Math.max(0, Math.ceil((end - performance.now()) / 1000))
  const minutes = Math.floor(left / 60)
  clock.textContent = minutes + ":" + String(left % 60).padStart(2, "0")
  clock.classList.toggle("soon", left <= 120)
  if (left > 0) return
  clearInterval(timer)
  location.replace(clock.dataset.url)
}
const timer = setInterval(tick, 500)
tick()
function grouped(text) {
  return text.replace(/\\D/g, "").slice(0, 19).replace(/(.{4})(?=.)/g, "$1 ")
}
`
