/** The operator pages' script: refreshes the parts that changed, posts what a button or a switch says, and copies texts. */
export const OPERATOR_SCRIPT = `
const live = document.body.querySelector("[data-live]").dataset.live
const toastBox = document.querySelector(".toast")
let toastTimer, refreshing
async function refresh() {
  if (document.hidden) return
  refreshing ??= fetch(live).then((answer) => answer.ok ? answer.json() : null).catch(() => null)
  const parts = await refreshing
  refreshing = undefined
  document.querySelector("[data-lost]").hidden = parts !== null
  for (const [id, markup] of Object.entries(parts ?? {})) put(document.getElementById(id), markup)
}
function put(place, markup) {
  if (!place || place.markup === markup) return
  const typing = place.contains(document.activeElement) && /INPUT|SELECT/.test(document.activeElement.tagName)
  if (typing) return
  place.markup = markup
  const opened = [...place.querySelectorAll("details[open][id]")].map((one) => one.id)
  const list = place.querySelector(".rows"), scroll = list ? list.scrollTop : 0
  place.innerHTML = markup
  for (const id of opened) { const one = document.getElementById(id); if (one) one.open = true }
  const again = place.querySelector(".rows"); if (again) again.scrollTop = scroll
}
function toast(text, bad) {
  toastBox.textContent = text
  toastBox.classList.toggle("bad", Boolean(bad))
  toastBox.hidden = false
  clearTimeout(toastTimer)
  toastTimer = setTimeout(() => { toastBox.hidden = true }, bad ? 6000 : 2500)
}
async function post(path, body) {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body ?? {}) }).catch(() => null)
  const result = answer && await answer.json().catch(() => null)
  if (!answer?.ok) { toast(result?.error?.message ?? "The sandbox does not answer.", true); return null }
  return result
}
function minor(text, digits) {
  const match = /^\\s*(\\d+)(?:[.,](\\d+))?\\s*$/.exec(text)
  if (!match || (match[2] ?? "").length > digits) return null
  return Number(match[1] + (match[2] ?? "").padEnd(digits, "0"))
}
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-post], [data-copy]")
  if (!button) return
  if (button.dataset.copy) {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim())
    return toast("Copied")
  }
  if (button.dataset.sure && !confirm(button.dataset.sure)) return
  button.disabled = true
  const result = await post(button.dataset.post, JSON.parse(button.dataset.body ?? "{}"))
  button.disabled = false
  if (result && button.dataset.done) toast(button.dataset.done)
  if (result && button.dataset.reload !== undefined) return location.reload()
  refresh()
})
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-form]")
  if (!form) return
  event.preventDefault()
  const body = FORMS[form.dataset.form](form)
  if (!body) return
  const result = await post(form.getAttribute("action"), body)
  if (!result) return
  if (form.dataset.done) toast(form.dataset.done)
  document.activeElement?.blur()
  refresh()
})
const FORMS = {
  webhook: (form) => ({ url: form.elements.url.value || null, ...(form.elements.secret.value && { secret: form.elements.secret.value }) }),
  amount: (form) => {
    const amount = minor(form.elements.amount.value, Number(form.dataset.digits))
    if (amount === null) { toast("Write the amount as a number with at most " + form.dataset.digits + " decimals.", true); return null }
    return { amount }
  },
  pay: (form) => ({ card: form.elements.card.value, ...(form.dataset.late !== undefined && { late: true }) }),
  fault: (form) => {
    const number = (name) => form.elements[name].value === "" ? undefined : Number(form.elements[name].value)
    const fault = { operation: form.elements.operation.value, kind: form.elements.kind.value, status: number("status"), delayMs: number("delayMs"), times: number("times"), retryAfter: number("retryAfter") }
    return { api: [...JSON.parse(document.getElementById("armed-list")?.dataset.api ?? "[]"), fault] }
  },
}
document.addEventListener("change", async (event) => {
  const input = event.target.closest("[data-switch]")
  if (!input) return
  const [group, name] = input.dataset.switch.split(".")
  const value = input.type === "checkbox" ? input.checked : input.dataset.number !== undefined ? Number(input.value || 0) : input.value
  const settled = name ? { ...await current(group), [name]: value } : value
  const result = await post("/control/faults", { [group]: settled })
  if (result) input.closest(".switch").classList.toggle("changed", String(value) !== input.dataset.default)
})
async function current(group) {
  const answer = await fetch("/control/faults")
  return (await answer.json()).faults[group]
}
setInterval(refresh, 1500)
document.addEventListener("visibilitychange", refresh)
refresh()
`
