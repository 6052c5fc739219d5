/** That the earliest known upload of a group became an earlier one, or that copies joined a group whose bound they had not been held against. */
import type { Reopening } from "../../core/copies/reopening.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { Bound } from "./earliest-upload.ts";

export interface BoundMove {
  /** Lowest-numbered item of the group. */
  readonly item: ItemId;
  readonly to: Bound;
  /** Null where none was recorded before. */
  readonly from: Bound | null;
  readonly reopening: Reopening;
}
