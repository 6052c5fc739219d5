/** Entries that say which items are pictures of the ground from above, whose and of when. */
import { z } from "zod";
import { ItemId } from "../../item/item.ts";
import { Sealed } from "../sealed.ts";

export const imageryKinds = {
  /** Of an item that was described before, it takes the place of what was said. */
  "imagery.described": z.strictObject({
    item: ItemId,
    /** Sealed text; empty while nobody knows. */
    provider: Sealed,
    licence: Sealed,
    /** Sealed TimeClaim: when it was taken, not when it was published or saved. */
    taken: Sealed.or(z.literal("unknown")),
    /** Sealed ImageryPlacement; null while it lies nowhere. */
    placement: Sealed.or(z.null()),
    /** Why it was changed; null only where it is new. */
    reason: Sealed.or(z.null()),
  }),
  /** The item is no imagery after all. */
  "imagery.withdrawn": z.strictObject({ item: ItemId, reason: Sealed }),
} as const;
