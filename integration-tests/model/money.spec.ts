import { type GameName, mustKeep } from "./games"
import { World } from "./world"

/* What Medusa shows and what the gateway holds are equal after every capture and refund, whoever made it. */

jest.setTimeout(180_000)

let world: World

beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world.store.close())

const currencies: { code: string; decimals: number; game: GameName }[] = [
  { code: "JPY", decimals: 0, game: "money0" },
  { code: "EUR", decimals: 2, game: "money2" },
  { code: "KWD", decimals: 3, game: "money3" },
]

describe.each(currencies)(
  "captures and refunds in $code, with $decimals decimals",
  ({ game }) => {
    it.each(Array.from({ length: 8 }, (_, i) => i + 1))(
      "leave both sides' books equal after every move, with a fault at every call and two clerks at once: scenario %i",
      (seed) => mustKeep(world, game, seed)
    )
  }
)
