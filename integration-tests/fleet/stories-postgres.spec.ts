import { playOnFleet } from "./on-a-fleet"

describe("a fleet that locks with postgres", () => {
  playOnFleet("postgres", [111, 112, 113, 114, 115])
})
