/** Which bearings may stand together. "none" says that an item is not to be cited for a record, so it stands alone. */
import type { BearingId, BearingSort } from "./bearing.ts";

export interface StandingBearing {
  readonly bearing: BearingId;
  readonly sort: BearingSort;
}

/** Why `wanted` cannot be stated beside the bearings of the same item on the same record that stand, or undefined. */
export function faultOfBearing(standing: readonly StandingBearing[], wanted: BearingSort): string | undefined {
  const none = standing.find(({ sort }) => sort === "none");
  if (none !== undefined)
    return `expected an item that may be cited for this record; found ${none.bearing}, which says that it does not bear on it. Withdraw that first, with a reason.`;
  const other = standing[0];
  if (wanted === "none" && other !== undefined)
    return `expected no other bearing of this item on this record; found ${other.bearing} (${other.sort}). Withdraw that first, with a reason.`;
  return undefined;
}

/** Why an item cannot be cited for a record on which these bearings of it stand, or undefined. */
export function faultOfCiting(standing: readonly StandingBearing[]): string | undefined {
  const none = standing.find(({ sort }) => sort === "none");
  return none === undefined
    ? undefined
    : `expected an item that may be cited for this record; found ${none.bearing}, which says that it does not bear on it. Withdraw that first, with a reason, or leave the item out.`;
}
