import { createRequire } from "node:module"
import { join } from "node:path"
import type * as Framework from "@medusajs/framework"
import type * as Database from "@medusajs/framework/database"
import type * as Links from "@medusajs/framework/links"
import type * as Logging from "@medusajs/framework/logger"
import type * as Pg from "@medusajs/framework/pg"
import type * as Utils from "@medusajs/framework/utils"
import type * as Loaders from "@medusajs/medusa/loaders/index"

type Packages = {
  "@medusajs/framework": typeof Framework
  "@medusajs/framework/database": typeof Database
  "@medusajs/framework/links": typeof Links
  "@medusajs/framework/logger": typeof Logging
  "@medusajs/framework/pg": typeof Pg
  "@medusajs/framework/utils": typeof Utils
  "@medusajs/medusa/loaders/index": typeof Loaders
  "ts-node": { register: (options: object) => unknown }
  "tsconfig-paths": { register: (options: object) => unknown }
}

/** Loads a package as the store has it: there must be one copy of Medusa in a process. @throws if the store has it not */
export type FromStore = <Name extends keyof Packages>(
  name: Name
) => Packages[Name]

export function storePackages(directory: string): FromStore {
  const storeRequire = createRequire(join(directory, "package.json"))
  return <Name extends keyof Packages>(name: Name) =>
    storeRequire(name) as Packages[Name]
}
