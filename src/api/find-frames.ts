/** Where else a moment of an item occurs in the case, by hashes of all frames. A hit is a look-alike picture and proves nothing. */
import { z } from "zod";
import { FramesAsked, FramesIn, mostRadius, SearchedFrames, usualRadius } from "../core/copies/frame-search.port.ts";
import { ItemId } from "../core/item/item.ts";
import { CopyItem } from "./copies.ts";

const count = z.number().int().min(0);

export const FindFramesRequest = z.strictObject({
  item: ItemId,
  /** The frame shown at this second of the item. */
  atSec: z.number().min(-1e6).max(1e9),
  radius: z.number().int().min(0).max(mostRadius).default(usualRadius),
});
export type FindFramesRequest = z.input<typeof FindFramesRequest>;

export const FrameHits = FramesIn.omit({ object: true }).extend({
  item: CopyItem,
  alsoItems: z.array(ItemId),
  /** The item that was asked from: other stretches of it. */
  sameBytes: z.boolean(),
});
export type FrameHits = z.infer<typeof FrameHits>;

const Found = z.strictObject({
  asked: FramesAsked,
  radius: count,
  sameBytes: z.array(ItemId),
  found: z.array(FrameHits),
  searched: SearchedFrames.extend({ items: count, unreadable: z.array(ItemId), waiting: count, failed: count }),
});

/** "working": ask again. "stopped": somebody stopped it; asking again begins anew. */
export const FindFramesAnswer = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("working"),
    done: z.number().min(0).max(1),
    doing: z.enum(["reading", "indexing", "searching"]),
  }),
  z.strictObject({ state: z.literal("stopped") }),
  z.strictObject({ state: z.literal("done"), answer: Found }),
]);
export type FindFramesAnswer = z.infer<typeof FindFramesAnswer>;
