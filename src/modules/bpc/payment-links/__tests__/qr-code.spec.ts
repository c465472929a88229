import qrcode from "qrcode-generator"
import { qrCode } from "../qr-code"

/** The modules that a path covers, row by row. */
function covered({ size, path }: { size: number; path: string }): string[] {
  const rows = Array.from({ length: size }, () => "0".repeat(size))
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    const row = rows[Number(y)] ?? ""
    rows[Number(y)] =
      row.slice(0, Number(x)) +
      "1".repeat(Number(length)) +
      row.slice(Number(x) + Number(length))
  }
  return rows
}

describe("the code of a link", () => {
  const url =
    "https://api.shop.example/bpc/pay/bpclink_01JD3K4Q5R6S7T8V9W0X1Y2Z3B.qNchR2rMIy29dORE1ZZghgQKvHqZr0G8"

  it("is a path over exactly the dark modules", () => {
    const code = qrCode(url)
    const drawn = qrcode(0, "M")
    drawn.addData(url, "Byte")
    drawn.make()
    expect(code.size).toBe(drawn.getModuleCount())
    const places = Array.from({ length: code.size }, (_, place) => place)
    expect(covered(code)).toEqual(
      places.map((row) =>
        places.map((column) => (drawn.isDark(row, column) ? 1 : 0)).join("")
      )
    )
  })

  it("has its three corners", () => {
    const { size, path } = qrCode(url)
    for (const corner of ["M0 0h7", `M${size - 7} 0h7`, `M0 ${size - 7}h7`]) {
      expect(path).toContain(corner)
    }
  })

  it("holds nothing but numbers and path commands, whatever the text", () => {
    expect(qrCode('"><script>alert(1)</script>').path).toMatch(/^[Mhvz\d -]+$/)
  })
})
