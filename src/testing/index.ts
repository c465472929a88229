export { startSandbox } from "../../sandbox"
