/**
 * Medusa's infrastructure modules for several processes (docs/scaling.md): with REDIS_URL, events, workflows and caching are in
 * Redis and locks in Redis or, with LOCKING=postgres, in PostgreSQL. Without it, Medusa's defaults, all in memory.
 */
export function infrastructure({
  REDIS_URL: redisUrl,
  LOCKING: locking = "redis",
}: Record<string, string | undefined>) {
  if (!redisUrl) {
    return []
  }
  return [
    {
      resolve: "@medusajs/medusa/event-bus-redis",
      options: { redisUrl },
    },
    {
      resolve: "@medusajs/medusa/workflow-engine-redis",
      options: { redis: { redisUrl } },
    },
    {
      resolve: "@medusajs/medusa/caching",
      options: {
        providers: [
          {
            resolve: "@medusajs/caching-redis",
            id: "caching-redis",
            is_default: true,
            options: { redisUrl },
          },
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/locking",
      options: {
        providers: [
          locking === "postgres"
            ? {
                resolve: "@medusajs/medusa/locking-postgres",
                id: "locking-postgres",
                is_default: true,
              }
            : {
                resolve: "@medusajs/medusa/locking-redis",
                id: "locking-redis",
                is_default: true,
                options: { redisUrl },
              },
        ],
      },
    },
  ]
}
