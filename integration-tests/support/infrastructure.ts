/**
 * Medusa's infrastructure modules for several processes (docs/scaling.md): with REDIS_URL, events, workflows and caching are in
 * Redis and locks in Redis or, with LOCKING=postgres, in PostgreSQL. Without REDIS_URL everything is in memory, as Medusa has it by
 * default, but for locks: LOCKING=postgres, or LOCKING=redis with LOCKING_REDIS_URL.
 */
export function infrastructure({
  REDIS_URL: redisUrl,
  LOCKING: locking,
  LOCKING_REDIS_URL: locksAt,
}: Record<string, string | undefined>) {
  if (!redisUrl) {
    return locking ? [lockingModule(locking, locksAt)] : []
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
    lockingModule(locking, redisUrl),
  ]
}

function lockingModule(locking: string | undefined, redisUrl?: string) {
  return {
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
              // Medusa never closes this connection; it ends with its Redis.
              options: {
                redisUrl,
                redisOptions: { retryStrategy: () => null },
              },
            },
      ],
    },
  }
}
