/** The look of a shopper's pages. */
export const HOSTED_STYLE = `
:root {
  --ground: #eef0f6; --sheet: #ffffff; --ink: #14162b; --soft: #5c6079; --line: #d9dce8; --field: #ffffff;
  --accent: #4338ca; --accent-strong: #3730a3; --accent-soft: #eef0ff; --on-accent: #ffffff;
  --bad: #b42318; --bad-soft: #fef1f0; --bad-line: #f7c8c4; --good: #067647; --good-soft: #e9f8f0;
  --note: #713f12; --note-soft: #fef6da; --shadow: 0 1px 2px rgb(20 22 43 / .05), 0 18px 48px -12px rgb(20 22 43 / .18);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0c0d16; --sheet: #151725; --ink: #eef0fb; --soft: #a0a5c0; --line: #2b2f47; --field: #0f111c;
    --accent: #7c7bf5; --accent-strong: #9190ff; --accent-soft: #1e2040; --on-accent: #0b0c18;
    --bad: #ff9d94; --bad-soft: #33191a; --bad-line: #5d2a2a; --good: #6fdca6; --good-soft: #12302a;
    --note: #f2d388; --note-soft: #2d2613; --shadow: 0 0 0 1px rgb(255 255 255 / .05), 0 24px 60px -16px rgb(0 0 0 / .7);
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Noto Sans Arabic", Arial, sans-serif;
}
a { color: var(--accent); text-underline-offset: 3px; }
h1, h2, p { margin: 0; }
:focus-visible { outline: 3px solid color-mix(in srgb, var(--accent) 55%, transparent); outline-offset: 2px; }
.ribbon {
  background: var(--note-soft); color: var(--note); font-size: 13px; font-weight: 550; padding: 8px 20px; text-align: center;
}
main { width: 100%; max-width: 980px; margin: auto; padding: 32px 20px; }
.sheet { display: grid; grid-template-columns: 340px 1fr; background: var(--sheet); border-radius: 20px; overflow: hidden; box-shadow: var(--shadow); }
.summary {
  position: relative; display: flex; flex-direction: column; gap: 28px; padding: 36px 32px; color: #fff;
  background: radial-gradient(120% 90% at 0% 0%, #5b4ff0 0%, transparent 60%), linear-gradient(160deg, #3a2fb4, #1d1a55 85%);
}
.merchant { display: flex; align-items: center; gap: 12px; }
.merchant .initial {
  flex: none; width: 44px; height: 44px; border-radius: 12px; display: grid; place-items: center;
  background: rgb(255 255 255 / .16); font-weight: 700; font-size: 20px;
}
.merchant small, .facts dt { display: block; font-size: 13px; color: rgb(255 255 255 / .78); }
.merchant strong { font-size: 17px; line-height: 1.25; overflow-wrap: anywhere; }
.amount { font-size: clamp(30px, 5vw, 40px); font-weight: 700; letter-spacing: -.02em; line-height: 1.1; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.facts { margin: auto 0 0; display: grid; gap: 16px; }
.facts dd { margin: 2px 0 0; font-size: 15px; font-weight: 550; overflow-wrap: anywhere; }
.facts .clock { font-size: 22px; font-variant-numeric: tabular-nums; letter-spacing: .01em; }
.facts .clock.soon { color: #ffd28a; }
.pane { padding: 36px 36px 28px; display: flex; flex-direction: column; gap: 20px; min-width: 0; }
.pane-head { display: flex; align-items: center; justify-content: space-between; gap: 16px; }
.pane h1 { font-size: 21px; letter-spacing: -.01em; }
.languages { position: relative; font-size: 14px; }
.languages summary { cursor: pointer; list-style: none; padding: 6px 12px; border: 1px solid var(--line); border-radius: 999px; color: var(--soft); white-space: nowrap; }
.languages summary::-webkit-details-marker { display: none; }
.languages summary::after { content: "▾"; margin-inline-start: 6px; }
.languages ul {
  position: absolute; inset-inline-end: 0; z-index: 2; margin: 6px 0 0; padding: 6px; list-style: none; width: 168px;
  background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow);
}
.languages a { display: block; padding: 6px 10px; border-radius: 8px; color: inherit; text-decoration: none; }
.languages a:hover { background: var(--accent-soft); }
.languages a[aria-current] { font-weight: 650; color: var(--accent); }
form { display: grid; gap: 16px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; align-items: start; }
.field { display: grid; gap: 6px; min-width: 0; }
.field label { font-size: 14px; font-weight: 550; }
.field input {
  width: 100%; min-width: 0; padding: 12px 14px; font: inherit; color: inherit; background: var(--field); border: 1px solid var(--line); border-radius: 10px;
  transition: border-color .15s, box-shadow .15s;
}
.field input.figures { direction: ltr; font-variant-numeric: tabular-nums; letter-spacing: .02em; }
[dir=rtl] .field input.figures { text-align: right; }
.field input:focus { outline: none; border-color: var(--accent); box-shadow: 0 0 0 3px color-mix(in srgb, var(--accent) 22%, transparent); }
.field input::placeholder { color: color-mix(in srgb, var(--soft) 70%, transparent); }
.field input[aria-invalid=true] { border-color: var(--bad); }
.field .error { font-size: 13px; color: var(--bad); }
button, .button { font: inherit; cursor: pointer; }
.primary {
  display: flex; align-items: center; justify-content: center; gap: 10px; width: 100%; padding: 14px 20px; border: 0; border-radius: 12px; text-decoration: none;
  background: var(--accent); color: var(--on-accent); font-size: 17px; font-weight: 650; transition: background .15s;
}
.primary:hover { background: var(--accent-strong); }
.primary[aria-busy=true] { opacity: .7; pointer-events: none; }
.primary[aria-busy=true]::before { content: ""; width: 16px; height: 16px; border: 2px solid currentColor; border-inline-end-color: transparent; border-radius: 50%; animation: turn .8s linear infinite; }
@keyframes turn { to { transform: rotate(360deg); } }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important; } }
.cancel { justify-self: center; align-self: center; font-size: 15px; color: var(--soft); text-align: center; }
.alert { padding: 14px 16px; border: 1px solid var(--bad-line); border-radius: 12px; background: var(--bad-soft); color: var(--bad); }
.alert strong { display: block; }
.alert p { font-size: 15px; }
.alert code { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; opacity: .85; }
.tests { margin-top: 20px; padding: 20px 24px 24px; background: var(--sheet); border-radius: 20px; box-shadow: var(--shadow); }
.tests header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 12px; margin-bottom: 12px; }
.tests h2 { font-size: 16px; }
.tests p { font-size: 14px; color: var(--soft); }
.tests ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(270px, 100%), 1fr)); gap: 10px; margin: 0; padding: 0; list-style: none; }
.tests button {
  width: 100%; height: 100%; text-align: start; padding: 12px 14px; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 12px; transition: border-color .15s, background .15s;
}
.tests button:hover { border-color: var(--accent); background: var(--accent-soft); }
.tests .number { display: block; direction: ltr; unicode-bidi: isolate; text-align: start; font: 600 15px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
[dir=rtl] .tests .number { text-align: right; }
.tests .path { display: flex; align-items: center; gap: 7px; margin-top: 4px; font-size: 13px; color: var(--soft); }
.tests .path::before { content: ""; flex: none; width: 8px; height: 8px; border-radius: 50%; background: var(--good); }
.tests .fails .path::before { background: var(--bad); }
.card { max-width: 480px; margin: auto; padding: 40px 36px; background: var(--sheet); border-radius: 20px; box-shadow: var(--shadow); text-align: center; display: grid; gap: 14px; justify-items: center; }
.card h1 { font-size: 23px; letter-spacing: -.01em; text-wrap: balance; }
.card p { color: var(--soft); text-wrap: pretty; }
.card > .primary, .card form { margin-top: 10px; width: 100%; }
.badge { width: 60px; height: 60px; border-radius: 50%; display: grid; place-items: center; background: var(--accent-soft); color: var(--accent); }
.badge.good { background: var(--good-soft); color: var(--good); }
.badge.bad { background: var(--bad-soft); color: var(--bad); }
.badge svg { width: 28px; height: 28px; fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
.choices { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
.secondary { padding: 14px 20px; border: 1px solid var(--line); border-radius: 12px; background: transparent; color: inherit; font-size: 17px; font-weight: 650; }
.secondary:hover { border-color: var(--bad); color: var(--bad); }
.hint { font-size: 14px; }
@media (max-width: 760px) {
  main { padding: 16px 12px 28px; margin-block: 0; }
  .sheet { grid-template-columns: 1fr; }
  .summary { padding: 22px 22px 24px; gap: 16px; }
  .facts { grid-template-columns: 1fr auto; margin: 0; gap: 16px; }
  .facts .clock { font-size: inherit; }
  .pane { padding: 24px 22px; }
  .tests { padding: 18px 18px 20px; }
  .card { padding: 32px 24px; margin-top: 24px; }
}
`
