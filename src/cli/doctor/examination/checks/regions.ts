import { type OfferingRegion } from "../../../../modules/bpc/core-tables"
import { type Check, checkOf } from "../../report"

/** A store in which no region offers the provider cannot sell with it; the health check has no word for that. */
export function regionsCheck(regions: readonly OfferingRegion[]): Check[] {
  return regions.length > 0
    ? []
    : [
        checkOf("regions", "Regions").warning(
          "No region offers card payment yet.",
          "Switch it on under Settings → BPC Payments, or in a region's payment providers."
        ),
      ]
}
