/* What the shop chose: options and environment first, then what was saved in the admin, then defaults. */

export { type CaptureOnShipment } from "../../../api-schemas/vocabulary"
export { Configuration } from "./configuration"
export { isDeployed } from "./deployment"
export { isLocalAddress } from "./local-address"
export {
  previewsOf,
  saveSettings,
  type SettingsParts,
  settingsView,
  tryPreview,
} from "./manage-settings"
export { complaintAbout, parseSettingInput } from "./setting-input"
export { SettingStore } from "./setting-store"
export { defaultSettings, type Settings } from "./settings"
