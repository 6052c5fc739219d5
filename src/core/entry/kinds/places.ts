/** Entries by which people state where and when records are. Stating again under the same id changes claim or standing. */
import { z } from "zod";
import { PlaceId, StatedOf, StatementOrigin, StatementStanding, TimeId } from "../../place/place-statement.ts";
import { Sealed } from "../sealed.ts";

const statement = {
  about: StatedOf,
  standing: StatementStanding,
  /** Where a candidate came from; null when a person typed it. */
  from: StatementOrigin.or(z.null()),
  reason: Sealed,
};

export const placeKinds = {
  /** `claim`: sealed PlaceClaim. */
  "place.stated": z.strictObject({ place: PlaceId, claim: Sealed, ...statement }),
  /** `claim`: sealed TimeClaim. */
  "time.stated": z.strictObject({ time: TimeId, claim: Sealed, ...statement }),
} as const;
