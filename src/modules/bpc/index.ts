import { Module } from "@medusajs/framework/utils"
import BpcModuleService from "./service"

export const BPC_MODULE = "bpc"

export default Module(BPC_MODULE, { service: BpcModuleService })
