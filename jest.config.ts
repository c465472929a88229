import type { Config } from "jest"
import { HAS_REDIS } from "./integration-tests/support/has-redis"

const common = {
  testEnvironment: "node",
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true, decorators: true },
          transform: {
            decoratorMetadata: true,
            legacyDecorator: true,
            react: { runtime: "automatic" },
          },
          target: "es2022",
        },
        module: { type: "commonjs" },
      },
    ],
  },
  modulePathIgnorePatterns: [
    "<rootDir>/.medusa/",
    "<rootDir>/.demo/",
    "<rootDir>/demo/store/.medusa/",
    "<rootDir>/packages/[^/]+/dist/",
  ],
} as const

const config: Config = {
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: [
        "<rootDir>/{src,packages,demo,docs,bench}/**/__tests__/**/*.spec.ts",
      ],
    },
    {
      ...common,
      displayName: "integration",
      testMatch: [
        "<rootDir>/integration-tests/{http,processes,fleet,scale,model,medusa}/**/*.spec.ts",
      ],
      testPathIgnorePatterns: [
        "/node_modules/",
        ...(HAS_REDIS ? [] : ["<rootDir>/integration-tests/fleet/"]),
      ],
      globalSetup: "<rootDir>/integration-tests/support/global-setup.ts",
      globalTeardown: "<rootDir>/integration-tests/support/global-teardown.ts",
    },
    {
      ...common,
      displayName: "browser",
      testMatch: ["<rootDir>/integration-tests/browser/**/*.spec.ts"],
    },
    {
      ...common,
      displayName: "package",
      testMatch: ["<rootDir>/integration-tests/package/**/*.spec.ts"],
      globalSetup: "<rootDir>/integration-tests/package/global-setup.ts",
      globalTeardown: "<rootDir>/integration-tests/package/global-teardown.ts",
    },
  ],
}

export default config
