import { defineConfig } from "@medusajs/framework/utils"
import { plainStore } from "../store/plain"

/** The same store without the plugin, to see what the plugin adds. */
module.exports = defineConfig(plainStore())
