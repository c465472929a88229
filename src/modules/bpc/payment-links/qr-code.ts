import qrcode from "qrcode-generator"
import { type PaymentLink } from "../../../api-schemas/payment-links"

/** As one SVG path in a square of `size` units, without the quiet zone of four units that belongs around it. */
export function qrCode(text: string): NonNullable<PaymentLink["qr"]> {
  // The smallest version that fits; level M survives a crease or a fingerprint.
  const code = qrcode(0, "M")
  code.addData(text, "Byte")
  code.make()
  const size = code.getModuleCount()
  const places = Array.from({ length: size }, (_, place) => place)
  return {
    size,
    path: places
      .map((row) =>
        runsOf(
          places
            .map((column) => (code.isDark(row, column) ? "1" : "0"))
            .join("")
        )
          .map(({ from, length }) => `M${from} ${row}h${length}v1h-${length}z`)
          .join("")
      )
      .join(""),
  }
}

/** Neighbouring dark modules become one rectangle. */
function runsOf(row: string): { from: number; length: number }[] {
  return [...row.matchAll(/1+/g)].map((run) => ({
    from: run.index,
    length: run[0].length,
  }))
}
