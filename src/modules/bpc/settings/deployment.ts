/** Whether this runs for shoppers, and not on a developer's machine. */
export function isDeployed(env: NodeJS.ProcessEnv = process.env): boolean {
  return ["production", "prod", "staging"].includes(env.NODE_ENV ?? "")
}
