/** The look of the operator's pages. */
export const OPERATOR_STYLE = `
:root {
  --ground: #f3f4f9; --sheet: #ffffff; --ink: #14162b; --soft: #5f637c; --faint: #8a8fa8; --line: #e1e4ee; --field: #ffffff; --hover: #f6f7fc;
  --accent: #4338ca; --accent-strong: #3730a3; --accent-soft: #ecebff; --on-accent: #ffffff; --code: #f4f5fa;
  --blue: #1d4ed8; --blue-soft: #e6eefe; --green: #067647; --green-soft: #dff6ea; --violet: #6d28d9; --violet-soft: #f0e9fe;
  --amber: #92580a; --amber-soft: #fdf0d3; --red: #b42318; --red-soft: #fee8e6; --grey: #4b5065; --grey-soft: #eceef4;
  --shadow: 0 1px 2px rgb(20 22 43 / .05), 0 6px 24px -10px rgb(20 22 43 / .14);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0c0d16; --sheet: #151725; --ink: #eceef9; --soft: #a3a8c2; --faint: #7c819c; --line: #282c42; --field: #0f111c; --hover: #1a1d2e;
    --accent: #8281f7; --accent-strong: #9b9aff; --accent-soft: #22244a; --on-accent: #0b0c18; --code: #0f111c;
    --blue: #93b8ff; --blue-soft: #17264a; --green: #6fdca6; --green-soft: #11312a; --violet: #c3a6ff; --violet-soft: #2a1f4d;
    --amber: #f2c879; --amber-soft: #352811; --red: #ff9d94; --red-soft: #3a1c1d; --grey: #b3b8cf; --grey-soft: #23263a;
    --shadow: 0 0 0 1px rgb(255 255 255 / .04), 0 12px 32px -16px rgb(0 0 0 / .8);
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif; }
h1, h2, h3, p, dl, dd { margin: 0; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 3px; }
code, pre, .mono { font: 13px/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
:focus-visible { outline: 3px solid color-mix(in srgb, var(--accent) 55%, transparent); outline-offset: 2px; }
.top { background: var(--sheet); border-bottom: 1px solid var(--line); }
.top > div { max-width: 1360px; margin: auto; padding: 12px 24px; display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; }
.brand { display: flex; align-items: center; gap: 12px; color: inherit; text-decoration: none; font-weight: 650; font-size: 16px; }
.brand svg { width: 30px; height: 30px; display: block; }
.brand small { display: block; font-weight: 400; font-size: 13px; color: var(--soft); line-height: 1.2; }
.top nav { margin-inline-start: auto; display: flex; align-items: center; gap: 18px; font-size: 14px; }
.clock { font-variant-numeric: tabular-nums; color: var(--soft); }
main { max-width: 1360px; margin: auto; padding: 24px; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 384px; gap: 20px; align-items: start; }
.columns > div { display: grid; gap: 20px; min-width: 0; }
.panel { background: var(--sheet); border-radius: 16px; box-shadow: var(--shadow); overflow: hidden; min-width: 0; }
.panel > header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; padding: 16px 20px 12px; }
.panel > header p { color: var(--soft); font-size: 14px; }
.panel > header .end { margin-inline-start: auto; }
.panel .inner { padding: 0 20px 20px; }
h2 { font-size: 16px; letter-spacing: -.005em; }
h3 { font-size: 14px; margin: 20px 0 8px; }
.fields > h3 { margin: 8px 0 -4px; } .fields > h3:first-child { margin-top: 0; }
.count { color: var(--faint); font-weight: 400; margin-inline-start: 4px; }
.rows { list-style: none; margin: 0; padding: 0; max-height: 560px; overflow: auto; }
.rows > li { position: relative; display: grid; align-items: center; gap: 4px 16px; padding: 11px 20px; border-top: 1px solid var(--line); font-size: 14px; }
.rows > li:hover { background: var(--hover); }
.session-row { grid-template-columns: 108px 130px minmax(0, 1fr) auto auto; }
.delivery-row { grid-template-columns: 92px minmax(0, 1.2fr) minmax(0, 1fr) auto auto; }
.call-row { grid-template-columns: 92px minmax(0, 1fr) auto auto; }
.cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.money { font-weight: 650; font-variant-numeric: tabular-nums; white-space: nowrap; }
.when { color: var(--faint); font-size: 13px; font-variant-numeric: tabular-nums; white-space: nowrap; }
.whole::after { content: ""; position: absolute; inset: 0; }
.rows a:not(.whole), .rows button { position: relative; z-index: 1; }
.plain { color: inherit; text-decoration: none; }
.plain:hover { text-decoration: underline; }
.empty { padding: 32px 24px 36px; text-align: center; color: var(--soft); border-top: 1px solid var(--line); }
.empty strong { display: block; color: var(--ink); }
.pill { justify-self: start; display: inline-block; padding: 2px 10px; border-radius: 999px; font-size: 12.5px; font-weight: 600; white-space: nowrap; background: var(--grey-soft); color: var(--grey); }
.pill.blue { background: var(--blue-soft); color: var(--blue); } .pill.green { background: var(--green-soft); color: var(--green); }
.pill.violet { background: var(--violet-soft); color: var(--violet); } .pill.amber { background: var(--amber-soft); color: var(--amber); }
.pill.red { background: var(--red-soft); color: var(--red); }
button, .button { font: inherit; font-size: 14px; font-weight: 550; text-align: center; cursor: pointer; padding: 7px 14px; border-radius: 9px; border: 1px solid var(--line); background: var(--sheet); color: inherit; text-decoration: none; white-space: nowrap; }
button:hover, .button:hover { border-color: var(--accent); color: var(--accent); }
button:disabled { opacity: .5; cursor: default; }
.main-action { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.main-action:hover { background: var(--accent-strong); border-color: var(--accent-strong); color: var(--on-accent); }
.danger:hover { border-color: var(--red); color: var(--red); }
.small { padding: 3px 10px; font-size: 13px; border-radius: 7px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
label { font-size: 13px; font-weight: 550; color: var(--soft); }
input, select { width: 100%; min-width: 0; padding: 8px 11px; font: inherit; font-size: 14px; color: var(--ink); background: var(--field); border: 1px solid var(--line); border-radius: 9px; }
select { appearance: none; padding-inline-end: 28px; background-image: linear-gradient(45deg, transparent 50%, var(--faint) 50%), linear-gradient(-45deg, transparent 50%, var(--faint) 50%); background-size: 5px 5px; background-position: right 16px center, right 11px center; background-repeat: no-repeat; text-overflow: ellipsis; }
input:focus, select:focus { outline: none; border-color: var(--accent); box-shadow: 0 0 0 3px color-mix(in srgb, var(--accent) 22%, transparent); }
form button[type=submit] { justify-self: start; }
input[type=checkbox] { width: 18px; height: 18px; accent-color: var(--accent); margin: 0; flex: none; }
.fields { display: grid; gap: 12px; }
.fields > div:not(.actions), .pair > div { display: grid; gap: 4px; min-width: 0; }
.pair { display: grid !important; grid-template-columns: 1fr 1fr; gap: 10px !important; }
.switches { display: grid; gap: 2px; margin-inline: -8px; }
.switch { display: grid; grid-template-columns: minmax(0, 1fr) 158px; align-items: center; gap: 12px; padding: 5px 8px; border-radius: 9px; }
.switch.tick { grid-template-columns: minmax(0, 1fr) auto; }
.switch label { color: var(--ink); font-weight: 400; font-size: 14px; }
.switch.changed { background: var(--amber-soft); }
.switch.changed label { font-weight: 600; color: var(--amber); }
details.group { border-top: 1px solid var(--line); }
details.group > summary { cursor: pointer; padding: 12px 20px; font-weight: 600; font-size: 14px; list-style: none; display: flex; align-items: center; gap: 8px; }
details.group > summary::-webkit-details-marker { display: none; }
details.group > summary::after { content: "+"; margin-inline-start: auto; color: var(--faint); font-size: 18px; line-height: 1; }
details.group[open] > summary::after { content: "–"; }
details.group > div { padding: 0 20px 16px; }
.armed { list-style: none; margin: 12px 0 0; padding: 0; display: grid; gap: 6px; }
.armed li { display: flex; align-items: center; gap: 10px; padding: 7px 8px 7px 12px; border-radius: 9px; background: var(--amber-soft); color: var(--amber); font-size: 13.5px; }
.armed li span { flex: 1; min-width: 0; overflow-wrap: anywhere; }
pre { margin: 0; padding: 14px 16px; background: var(--code); border: 1px solid var(--line); border-radius: 11px; overflow: auto; tab-size: 2; }
p + pre { margin-top: 14px; }
pre.tall { max-height: 520px; }
.books { display: grid; gap: 14px; }
.books table { width: 100%; border-collapse: collapse; font-size: 14px; }
.books th { text-align: start; font-weight: 400; color: var(--soft); padding: 3px 0; }
.books td { text-align: end; font-variant-numeric: tabular-nums; font-weight: 600; }
.toast { position: fixed; inset-inline: 16px; bottom: 20px; margin-inline: auto; max-width: 560px; padding: 12px 18px; border-radius: 12px; background: var(--ink); color: var(--ground); font-size: 14px; box-shadow: var(--shadow); text-align: center; white-space: pre-line; z-index: 5; }
.toast.bad { background: #b42318; color: #fff; }
.crumbs { font-size: 14px; margin-bottom: 14px; color: var(--soft); }
.hero { margin-bottom: 20px; padding: 24px; display: flex; flex-wrap: wrap; gap: 16px 32px; align-items: center; }
.hero .figure { font-size: 34px; font-weight: 700; letter-spacing: -.02em; line-height: 1.15; font-variant-numeric: tabular-nums; }
.hero .line { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 12px; }
.hero .actions { margin-inline-start: auto; }
.bar { display: flex; height: 12px; border-radius: 6px; overflow: hidden; background: var(--grey-soft); }
.bar i { display: block; height: 100%; }
.bar rect.captured, .key.captured::before { background: #16a36a; fill: #16a36a; } .bar rect.held, .key.held::before { background: #8b5cf6; fill: #8b5cf6; }
.bar rect.refunded, .key.refunded::before { background: #f59e0b; fill: #f59e0b; } .bar rect.released, .key.released::before { background: var(--faint); fill: var(--faint); }
.bar rect.pending, .key.pending::before { background: #fcd34d; fill: #fcd34d; }
.bar svg { width: 100%; height: 100%; display: block; }
.keys { display: grid; grid-template-columns: repeat(auto-fill, minmax(130px, 1fr)); gap: 12px; margin-top: 14px; }
.key { font-size: 13px; color: var(--soft); }
.key::before { content: ""; display: inline-block; width: 9px; height: 9px; border-radius: 3px; margin-inline-end: 7px; }
.key strong { display: block; color: var(--ink); font-size: 15px; font-variant-numeric: tabular-nums; }
.timeline { list-style: none; margin: 0; padding: 0; display: grid; }
.timeline li { position: relative; display: grid; grid-template-columns: 18px minmax(0, 1fr) auto; gap: 12px; padding-bottom: 16px; font-size: 14px; }
.timeline li::before { content: ""; width: 10px; height: 10px; margin: 6px 0 0 4px; border-radius: 50%; background: var(--faint); box-shadow: 0 0 0 4px var(--grey-soft); }
.timeline li.good::before { background: #16a36a; box-shadow: 0 0 0 4px var(--green-soft); } .timeline li.bad::before { background: #dc2626; box-shadow: 0 0 0 4px var(--red-soft); }
.timeline li.money::before { background: #8b5cf6; box-shadow: 0 0 0 4px var(--violet-soft); }
.timeline li:not(:last-child)::after { content: ""; position: absolute; left: 8.5px; top: 24px; bottom: -4px; width: 1px; background: var(--line); }
.timeline li.money { font-weight: inherit; white-space: normal; }
.timeline small { display: block; color: var(--faint); font-size: 13px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
form.amount, form.pay { display: grid; grid-template-columns: minmax(0, 1fr) auto; position: relative; }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 7px 18px; font-size: 14px; }
.facts dt { color: var(--soft); }
.facts dd { overflow-wrap: anywhere; }
.tries { display: grid; gap: 12px; margin-top: 10px; grid-column: 1 / -1; }
.tries pre { white-space: pre-wrap; overflow-wrap: anywhere; }
.rows details { grid-column: 1 / -1; }
.rows details summary { cursor: pointer; color: var(--soft); font-size: 13px; width: fit-content; }
.doc { max-width: 980px; margin: auto; }
.doc .intro { margin: 4px 0 20px; color: var(--soft); max-width: 68ch; }
.doc .panel { margin-bottom: 20px; }
.endpoint { padding: 14px 20px; border-top: 1px solid var(--line); display: grid; gap: 6px; }
.endpoint .line { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: baseline; }
.method { font: 600 12px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; padding: 2px 8px; border-radius: 6px; background: var(--blue-soft); color: var(--blue); }
.method.post { background: var(--violet-soft); color: var(--violet); }
.endpoint code { overflow-wrap: anywhere; }
.endpoint p { color: var(--soft); font-size: 14px; }
.lone { min-height: 80vh; display: grid; place-content: center; text-align: center; gap: 8px; max-width: 560px; }
.lone h1 { font-size: 20px; } .lone .code { font-size: 56px; font-weight: 700; color: var(--accent); line-height: 1; }
@media (max-width: 1020px) { .columns { grid-template-columns: minmax(0, 1fr); } .columns.aside-first > :last-child { order: -1; } }
@media (max-width: 640px) {
  main { padding: 14px 12px 32px; } .top > div { padding: 10px 14px; } .top nav { gap: 14px; }
  .panel > header { padding: 14px 16px 10px; } .panel .inner, details.group > div { padding-inline: 16px; } details.group > summary { padding-inline: 16px; }
  .rows > li { padding: 11px 16px; gap: 5px 12px; }
  .session-row { grid-template-columns: minmax(0, 1fr) auto; } .session-row .money { grid-row: 1; grid-column: 2; justify-self: end; } .session-row .pill { grid-row: 1; grid-column: 1; }
  .session-row .reference { grid-area: 2 / 1; } .session-row .when { grid-area: 2 / 2; justify-self: end; } .session-row .open { grid-area: 3 / 1 / auto / -1; justify-self: start; }
  .delivery-row { grid-template-columns: minmax(0, 1fr) auto; } .delivery-row .pill { grid-column: 2; grid-row: 1; justify-self: end; } .delivery-row .type { grid-column: 1; grid-row: 1; }
  .delivery-row .reference { grid-column: 1; } .delivery-row .when { display: none; } .delivery-row button { grid-column: 2; justify-self: end; }
  .call-row { grid-template-columns: minmax(0, 1fr) auto; } .call-row .pill { grid-column: 2; grid-row: 1; justify-self: end; } .call-row .name { grid-column: 1; grid-row: 1; } .call-row .fault { grid-column: 1 / -1; } .call-row .fault:empty, .call-row .when { display: none; }
  .hero { padding: 18px 16px; } .hero .figure { font-size: 28px; } .hero .actions { margin-inline-start: 0; }
  .switch { grid-template-columns: minmax(0, 1fr) 140px; }
}
`
