import js from "@eslint/js"
import tseslint from "typescript-eslint"

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/**",
      "**/.medusa/**",
      ".demo/**",
      "**/dist/**",
      "coverage/**",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports" },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
    },
  },
  {
    files: [
      "src/cli/**",
      "packages/bpc-sandbox/**",
      "packages/medusa-payment-bpc-storefront/command/**",
      "demo/**",
      "integration-tests/**",
      "bench/**",
    ],
    rules: { "no-console": "off" },
  },
  {
    // Loaded by `node --require` before anything else, hence CommonJS.
    files: ["**/*.cjs"],
    languageOptions: {
      sourceType: "commonjs",
      globals: { process: "readonly", require: "readonly", URL: "readonly" },
    },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    files: ["src/gateway/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["@medusajs/*"],
              message: "The gateway core knows nobody: nothing of Medusa here.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["src/api-schemas/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["@medusajs/*"],
              message:
                "The shapes of the API are read by the admin, too: nothing of Medusa here.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["packages/bpc-sandbox/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["**/src/gateway/**", "@medusajs/*"],
              message:
                "The sandbox is a second reading of the gateway's documents; it must not share the plugin's reading.",
            },
          ],
        },
      ],
    },
  }
)
