/*
 * What may import what, types included. `npm run lint` runs it; docs/architecture.md draws it.
 */

/** The wings of src/modules/bpc in the order of their arrows: each knows only those before it. */
const WINGS = [
  "database",
  "amount-due",
  "refusals",
  "changes",
  "ledger",
  "core-tables",
  "locks",
  "return-address",
  "watch",
  "accounts",
  "settings",
  "money",
  "pages",
  "inbox",
  "payment-links",
  "reports",
  "health",
  "diagnosis",
]
const HOUSE = "^src/modules/bpc"

/** A test may use what the tested code must not know; a wing it enters by its door, too. */
const notTests = { pathNot: "/__tests__/" }

const arrow = (name, from, to, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: from, ...notTests },
  to: { path: to },
})

export default {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      comment: "No circles of imports, of types neither.",
      from: {},
      to: { circular: true },
    },
    ...WINGS.map((wing) => ({
      name: `door-${wing}`,
      severity: "error",
      comment: "A wing is entered through its index.",
      from: { pathNot: `${HOUSE}/${wing}/` },
      to: {
        path: `${HOUSE}/${wing}/`,
        pathNot: `${HOUSE}/${wing}/index\\.ts$`,
      },
    })),
    ...WINGS.map((wing, floor) =>
      arrow(
        `wing-${wing}`,
        `${HOUSE}/${wing}/`,
        [
          `${HOUSE}/(index|service|queries)\\.ts$`,
          ...WINGS.slice(floor + 1).map((later) => `${HOUSE}/${later}/`),
        ],
        `Arrows between wings run one way: ${wing} knows only what stands before it in .dependency-cruiser.mjs.`
      )
    ),
    arrow(
      "gateway-knows-nobody",
      "^src/gateway/",
      "^(src/(?!gateway/)|packages/)",
      "The gateway core could be published alone."
    ),
    arrow(
      "module-knows-no-workflow",
      `${HOUSE}/`,
      "^src/(?!modules/|gateway/|config/|shopper-pages/|api-schemas/)",
      "api, subscribers, jobs -> workflows -> modules/bpc -> gateway."
    ),
    arrow(
      "api-schemas-know-nobody",
      "^src/api-schemas/",
      "^src/(?!api-schemas/|gateway/(signature-variant|decline-classes)|shopper-pages/languages)",
      "The shapes of the API are what module, routes and admin have in common: they know none of them."
    ),
    {
      ...arrow(
        "admin-takes-types-of-schemas",
        "^src/admin/",
        "^src/api-schemas/(?!vocabulary)",
        "The admin's bundle has no zod: only the vocabulary is imported as values."
      ),
      to: {
        path: "^src/api-schemas/(?!vocabulary)",
        dependencyTypesNot: ["type-only"],
      },
    },
    arrow(
      "provider-knows-no-workflow",
      "^src/providers/",
      "^src/(api|subscribers|jobs|workflows|admin|cli)/",
      "Medusa isolates a provider from workflows."
    ),
    arrow(
      "workflows-know-no-door",
      "^src/workflows/",
      "^src/(api|subscribers|jobs|providers|admin|cli)/",
      "api, subscribers, jobs -> workflows."
    ),
    arrow(
      "sandbox-is-a-second-reading",
      "^packages/bpc-sandbox/",
      "^(src|packages/(?!bpc-sandbox))/",
      "The sandbox shares nothing with the plugin but the documented wire format."
    ),
    arrow(
      "kit-stands-alone",
      "^packages/medusa-payment-bpc-storefront/",
      "^(src|packages/(?!medusa-payment-bpc-storefront))/",
      "A storefront installs the kit and nothing else."
    ),
    arrow(
      "plugin-needs-no-package-of-ours",
      "^src/",
      "^packages/",
      "No package depends on another at run time."
    ),
  ],
  options: {
    includeOnly: "^(src|packages|bench|demo|integration-tests|docs)/",
    exclude: "(node_modules|\\.medusa)/",
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".cjs"],
    },
  },
}
