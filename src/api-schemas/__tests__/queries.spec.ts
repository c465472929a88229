import { firstComplaint } from "../../modules/bpc/changes"
import { sessionsQuery } from "../payments"

const read = (query: object) => sessionsQuery.safeParse(query)

const complaintAbout = (query: object) => {
  const { error } = read(query)
  return error && firstComplaint(error)
}

describe("the query of a list", () => {
  it("asks for the newest twenty where nothing is said, and what is blank or repeated says nothing", () => {
    const everything = { limit: 20 }
    expect(read({}).data).toEqual(everything)
    expect(
      read({ state: " ", q: "", from: "", mode: ["test", "live"], limit: "" })
        .data
    ).toEqual(everything)
  })

  it("reads each word as what it means, and leaves out what is not ours", () => {
    expect(
      read({
        limit: "5",
        state: "held",
        undecided: "false",
        from: "2026-11-20",
        q: " 1001 ",
        utm_source: "mail",
      }).data
    ).toEqual({
      limit: 5,
      state: "held",
      undecided: false,
      from: new Date("2026-11-20"),
      q: "1001",
    })
  })

  it.each<[object, string, string]>([
    [{ limit: "0" }, "limit", "must be a whole number from 1 to 100"],
    [{ limit: "1.5" }, "limit", "must be a whole number from 1 to 100"],
    [{ mode: "prod" }, "mode", "must be one of test, live"],
    [{ differs: "yes" }, "differs", "must be one of true, false"],
    [{ to: "soon" }, "to", "must be a date such as 2026-11-20"],
    [
      { to: "soon", limit: "many" },
      "limit",
      "must be a whole number from 1 to 100",
    ],
  ])("names what is wrong in %j", (query, field, complaint) => {
    expect(complaintAbout(query)).toEqual({ field, complaint })
  })
})
