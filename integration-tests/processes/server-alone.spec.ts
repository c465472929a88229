import { Clerk } from "../support/clerk"
import {
  type ServerProcess,
  startServerProcess,
} from "../support/server-process"
import { eventually } from "../support/shopper"
import { type Surroundings, prepareSurroundings } from "../support/surroundings"

/* MEDUSA_WORKER_MODE=server and no worker beside it: the job never runs, and nothing that runs in the job can say so. */

jest.setTimeout(300_000)

let surroundings: Surroundings
let server: ServerProcess

beforeAll(async () => {
  surroundings = await prepareSurroundings()
  server = await startServerProcess({ MEDUSA_WORKER_MODE: "server" })
  surroundings.url = server.url
})
afterAll(async () => {
  await server?.stop()
  await surroundings?.close()
})

it("a server whose job has been silent for ten minutes says so in the log and by the bell, once an hour", async () => {
  await surroundings.sql(
    "update bpc_heartbeat set at = now() - interval '11 minutes'"
  )
  await fetch(`${server.url}/bpc/return/nobody`)
  const log = await eventually(
    () => server.output(),
    (output) => output.includes("has not run for ten minutes")
  )
  expect(log).toContain("MEDUSA_WORKER_MODE")
  const clerk = await Clerk.logIn(surroundings)
  const bell = async () => {
    const { body } = await clerk.call<{
      notifications: { data?: { title?: string } }[]
    }>("GET", "/admin/notifications?channel=feed")
    return body.notifications.filter(({ data }) =>
      data?.title?.includes("does not run")
    )
  }
  await eventually(bell, (rung) => rung.length === 1)
})
