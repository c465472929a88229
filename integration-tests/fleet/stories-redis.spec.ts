import { playOnFleet } from "./on-a-fleet"

describe("a fleet that locks with redis", () => {
  playOnFleet("redis", [101, 102, 103, 104, 105, 106, 107, 108, 109, 110])
})
