import { stopMachine } from "./global-setup"

export default stopMachine
