import { type EventEmitter } from "node:events"
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  type IWorkflowEngineService,
  type MedusaContainer,
} from "@medusajs/framework/types"
import {
  Modules,
  PaymentActions,
  PaymentWebhookEvents,
} from "@medusajs/framework/utils"
import { processPaymentWorkflowId } from "@medusajs/medusa/core-flows"
import { WEBHOOK_RECEIVED } from "../../src/modules/bpc/inbox"
import { type CallOrder, callers, measureCalls, runCalls } from "./calls"
import { untilIdle } from "./idle"
import { pointStripeAt } from "./providers"
import { type Statement, StatementCounter } from "./statements"

/** Medusa's bus in memory, as far as a bench needs it. */
type EventBusInside = { eventEmitter_: EventEmitter }

export type Tick = {
  milliseconds: number
  /** Summed over statements; four payments are worked on at once. */
  databaseMs: number
  /** Of the statement that finds and takes what is due. */
  takeMs: number
  statements: number
}

/** What the bench asks of a running Medusa, from inside of it. */
export function storeJobs(container: MedusaContainer) {
  const statements = new StatementCounter(
    container.resolve<Knex>("__pg_connection__")
  )
  const engine = container.resolve<IWorkflowEngineService>(
    Modules.WORKFLOW_ENGINE
  )
  return {
    idle: async ({ windows }: { windows: number }): Promise<void> =>
      untilIdle(statements, windows),

    startCounting: async (): Promise<void> => statements.start(),
    stopCounting: async (): Promise<Statement[]> => statements.stop(),

    /** From now on nobody here works on stored webhooks: as if the events went to another process. */
    leaveWorkToOthers: async (): Promise<void> => {
      const { eventEmitter_ } = container.resolve<EventBusInside>(
        Modules.EVENT_BUS
      )
      eventEmitter_.removeAllListeners(WEBHOOK_RECEIVED)
      eventEmitter_.removeAllListeners(PaymentWebhookEvents.WebhookReceived)
    },

    /** After the garbage is gone. */
    memory: async (): Promise<NodeJS.MemoryUsage> => {
      for (let round = 0; round < 3; round++) {
        globalThis.gc?.()
        await new Promise((next) => setTimeout(next, 100))
      }
      return process.memoryUsage()
    },

    /** One tick of our job, as its schedule runs it. */
    tick: async (): Promise<Tick> => {
      statements.start()
      const start = performance.now()
      await engine.run("bpc-reconcile", { input: {} })
      const milliseconds = performance.now() - start
      const all = statements.stop()
      const take = all.find(({ sql }) =>
        /update bpc_session set next_check_at[^;]*skip locked/.test(sql)
      )
      return {
        milliseconds,
        databaseMs: all.reduce((sum, one) => sum + one.milliseconds, 0),
        takeMs: take?.milliseconds ?? 0,
        statements: all.length,
      }
    },

    /** What Medusa's webhook subscriber does once a provider has told it that a session was paid. */
    processPayment: async (data: {
      session_id: string
      amount: number
    }): Promise<void> => {
      await engine.run(processPaymentWorkflowId, {
        input: { action: PaymentActions.SUCCESSFUL, data },
      })
    },

    pointStripeAt: async ({ port }: { port: number }): Promise<void> =>
      pointStripeAt(container, port),

    measureCalls: async (order: CallOrder) =>
      measureCalls(
        callers(container, order.port)[order.who],
        order,
        statements
      ),
    runCalls: async (order: CallOrder & { atOnce: number }): Promise<void> =>
      runCalls(callers(container, order.port)[order.who], order),
  }
}

export type StoreJobs = ReturnType<typeof storeJobs>
