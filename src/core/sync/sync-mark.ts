/** A moment that a person finds in several recordings: a flash, a gesture, a bang. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { Digest } from "../hash/digest.ts";
import { ItemId } from "../item/item.ts";

export const SyncMarkId = recordId("j");
export type SyncMarkId = z.infer<typeof SyncMarkId>;

/** `aligned`: lanes were drawn against each other until they agreed. */
export const SyncMarkSort = z.enum(["flash", "gesture", "sound", "aligned", "other"]);
export type SyncMarkSort = z.infer<typeof SyncMarkSort>;

/** Seen and heard apart: sound arrives later the farther away it was made. */
export const SyncMarkPoint = z.strictObject({
  item: ItemId,
  /** The original that was looked at. */
  object: Digest,
  channel: z.enum(["picture", "sound"]),
  /** Item time, seconds, written as a decimal so that it is the same in every program. */
  atS: z.string().regex(/^-?\d{1,9}(?:\.\d{1,6})?$/),
  /** How far off it may be, 95 %, seconds. */
  plusMinusS: z.string().regex(/^\d{1,6}(?:\.\d{1,6})?$/),
});
export type SyncMarkPoint = z.infer<typeof SyncMarkPoint>;

/** Recordings that one mark joins at most. */
export const mostMarked = 9;
