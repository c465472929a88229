import { type Prices } from "./markets"

export type CatalogueVariant = {
  value: string
  sku: string
  prices: Prices
  stock: number
}

export type CatalogueProduct = {
  handle: string
  title: string
  subtitle: string
  description: string
  material: string
  option: string
  variants: CatalogueVariant[]
}

const same = (
  prices: Prices,
  variants: Omit<CatalogueVariant, "prices">[]
): CatalogueVariant[] => variants.map((variant) => ({ ...variant, prices }))

export const CATALOGUE: CatalogueProduct[] = [
  {
    handle: "moss-teapot",
    title: "Moss Teapot",
    subtitle: "For four cups and a long conversation",
    description:
      "Thrown by hand in a deep green glaze that pools darker at the shoulder. The spout was redrawn eleven times until it stopped dripping. A strainer is cut into the body, so that the leaves may swim.",
    material: "Stoneware, lead-free glaze",
    option: "Holds",
    variants: [
      {
        value: "900 ml",
        sku: "TEAPOT-900",
        stock: 40,
        prices: { eur: 64, usd: 72, jpy: 9800, kwd: 21.75 },
      },
      {
        value: "1.4 l",
        sku: "TEAPOT-1400",
        stock: 25,
        prices: { eur: 82, usd: 92, jpy: 12600, kwd: 27.625 },
      },
    ],
  },
  {
    handle: "morning-mug",
    title: "Morning Mug",
    subtitle: "Made for the first ten minutes of the day",
    description:
      "A round belly that keeps the warmth, a handle that takes three fingers, and a thin lip. The unglazed foot leaves no ring on the table. 320 ml, safe in the dishwasher.",
    material: "Stoneware",
    option: "Glaze",
    variants: same({ eur: 22, usd: 24, jpy: 3400, kwd: 7.25 }, [
      { value: "Ember", sku: "MUG-EMBER", stock: 120 },
      { value: "Chalk", sku: "MUG-CHALK", stock: 90 },
    ]),
  },
  {
    handle: "mountain-oolong",
    title: "Mountain Oolong",
    subtitle: "Rolled by hand at 1,200 metres",
    description:
      "A half-oxidised tea that opens slowly: orchid first, then warm stone fruit, then something like buttered toast. Good for six infusions. The tin keeps it fresh for a year.",
    material: "Whole-leaf tea in a steel tin",
    option: "Weight",
    variants: [
      {
        value: "50 g",
        sku: "OOLONG-50",
        stock: 200,
        prices: { eur: 14.9, usd: 16.5, jpy: 2300, kwd: 4.875 },
      },
      {
        value: "125 g",
        sku: "OOLONG-125",
        stock: 80,
        prices: { eur: 31.5, usd: 34.9, jpy: 4900, kwd: 10.375 },
      },
    ],
  },
  {
    handle: "linen-cloth",
    title: "Linen Cloth",
    subtitle: "Better after every wash",
    description:
      "Heavy washed linen with a woven stripe, hemmed on all four sides and finished with a loop. Dries glasses without a trace, wraps a loaf, and covers a table for two.",
    material: "Washed linen",
    option: "Size",
    variants: [
      {
        value: "50 × 70 cm",
        sku: "CLOTH-50",
        stock: 75,
        prices: { eur: 18.5, usd: 19.9, jpy: 2800, kwd: 6.125 },
      },
      {
        value: "70 × 100 cm",
        sku: "CLOTH-70",
        stock: 75,
        prices: { eur: 27, usd: 29.5, jpy: 4100, kwd: 8.95 },
      },
    ],
  },
  {
    handle: "olive-scoop",
    title: "Olive Scoop",
    subtitle: "One level scoop is one good pot",
    description:
      "Turned from the prunings of old olive trees, so that no two show the same grain. Oiled three times with walnut oil. Measures eight grams of leaf, or one generous spoon of coffee.",
    material: "Olive wood, walnut oil",
    option: "Size",
    variants: same({ eur: 12.75, usd: 14, jpy: 1950, kwd: 4.205 }, [
      { value: "One size", sku: "SCOOP", stock: 150 },
    ]),
  },
  {
    handle: "beeswax-candle",
    title: "Beeswax Candle",
    subtitle: "Smells of the field it came from",
    description:
      "Poured slowly from raw beeswax, with a cotton wick and nothing else. Burns with a tall, quiet flame and leaves a trace of honey in the room.",
    material: "Pure beeswax, cotton wick",
    option: "Burns for",
    variants: [
      {
        value: "20 hours",
        sku: "CANDLE-20",
        stock: 100,
        prices: { eur: 16, usd: 17.5, jpy: 2400, kwd: 5.125 },
      },
      {
        value: "45 hours",
        sku: "CANDLE-45",
        stock: 60,
        prices: { eur: 28, usd: 31, jpy: 4300, kwd: 9.375 },
      },
    ],
  },
]
