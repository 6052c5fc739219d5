/**
 * When an item was seen to be out: a post that carries it, the number of such a post, a row that states it, or a person. Such a
 * time bounds filming from above and says nothing of who filmed. A file's name and a file's date are no upload.
 */
import { z } from "zod";
import { ItemId } from "../item/item.ts";
import { TimeId } from "../place/place-statement.ts";
import { SheetImportId } from "../sheet/sheet-records.ts";
import type { TimeClaim } from "../time/time-claim.ts";

/** What says so, by ids of the case alone: what a platform calls a post can lead to a person. */
export const UploadSource = z.discriminatedUnion("of", [
  /** A post in a kept export that carries the item. */
  z.strictObject({ of: z.literal("post"), export: ItemId }),
  /** The time in the number of such a post, whatever the export shows. */
  z.strictObject({ of: z.literal("post-number"), export: ItemId }),
  /** The time in the number of the post that a link names, of whose captures the item is one. */
  z.strictObject({ of: z.literal("link"), link: ItemId }),
  /** What a row of a sheet states of the item, or of the link that it was captured from. */
  z.strictObject({ of: z.literal("row"), import: SheetImportId, row: z.number().int().min(1) }),
  /** What a person states of the item as the time of posting. */
  z.strictObject({ of: z.literal("statement"), time: TimeId }),
]);
export type UploadSource = z.infer<typeof UploadSource>;

/** Accepted: what is carried was there from the beginning, so that a later edit does not loosen the bound. Rejected: no evidence of this content's time. */
export const UploadVerdict = z.enum(["accepted", "rejected"]);
export type UploadVerdict = z.infer<typeof UploadVerdict>;

/**
 * Equal for the same statement of the same item. The interval is part of it, so that a reader that counts posts differently
 * cannot put a person's judgement on another post of the export.
 */
export function uploadKey(item: ItemId, by: UploadSource, claim: Pick<TimeClaim, "earliest" | "latest">): string {
  return [item, by.of, recordOf(by), claim.earliest, claim.latest].join(" ");
}

function recordOf(by: UploadSource): string {
  switch (by.of) {
    case "post":
    case "post-number":
      return by.export;
    case "link":
      return by.link;
    case "row":
      return `${by.import} ${by.row}`;
    case "statement":
      return by.time;
  }
}
