/** Editions: what of a finding goes to whom, and in which shape each item goes. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { ElementSheetId } from "../element/element-sheet.ts";
import { FindingId } from "../finding/finding.ts";
import { ItemId } from "../item/item.ts";

export const EditionId = recordId("ed");
export type EditionId = z.infer<typeof EditionId>;

export const EditionSort = z.enum(["court", "public"]);
export type EditionSort = z.infer<typeof EditionSort>;

/** Stands in the draft of a correction where a person has to say it. */
export const toBeWorded = "(say it here)";

/** Item time, seconds. */
const Stretch = z.strictObject({ fromS: z.number(), toS: z.number() });

export const EditionItem = z.strictObject({
  item: ItemId,
  /** `redacted`: re-encoded with what is marked covered; `described`: words in place of the recording. A court edition has `full`. */
  as: z.enum(["full", "redacted", "described", "left-out"]),
  /** Excerpts beside or, in a public edition, in place of the whole; empty for the whole. */
  excerpts: z.array(Stretch).max(50),
  /** Frames of it for the report, by item time; 0 of a picture. Also a court edition may show one covered beside the full clip. */
  stills: z.array(z.strictObject({ atS: z.number(), redacted: z.boolean() })).max(200),
  why: z.string().max(2000),
});
export type EditionItem = z.infer<typeof EditionItem>;

/** What a person wants to hand over. */
export const EditionPlan = z.strictObject({
  v: z.literal(1),
  sort: EditionSort,
  title: z.string().min(1).max(300),
  language: z.literal("en"),
  findings: z.array(FindingId).min(1).max(50),
  /** Key points worded for this edition; a finding without one is its own statement. None says more than its finding. */
  keyPoints: z.array(z.strictObject({ finding: FindingId, text: z.string().min(1).max(2000) })).max(50),
  elementSheets: z.array(ElementSheetId).max(50),
  items: z.array(EditionItem).max(500),
  /** Metres to which every place of a public edition is rounded; null in a court edition. */
  gridM: z.number().min(100).max(100_000).or(z.null()),
  /** Covered tones that whoever makes the edition listened to: what is heard elsewhere is not the same. No voice is passed by this. */
  tonesApart: z
    .array(z.strictObject({ item: ItemId, why: z.string().min(1).max(2000) }))
    .max(200)
    .optional(),
  /** Seconds to which a public edition tells when something was posted; absent: the day. */
  postingStepS: z.literal([3600, 21_600, 86_400]).optional(),
  /** Words whose seconds nothing tells: whoever makes the edition read them against what is covered, and why they may go out. */
  clearedWords: z
    .array(z.strictObject({ record: z.string().min(1).max(100), why: z.string().min(1).max(2000) }))
    .max(200)
    .optional(),
  /**
   * Whoever makes a public edition answers for it that nobody looked for identities which lie in `private.age` and could not be opened.
   * Counts for nothing where they could.
   */
  unreadIdentities: z.strictObject({ why: z.string().trim().min(1).max(2000) }).optional(),
  /** Set where it is kept, as in a finding's document: the line that names it goes into every later public pack. */
  salt: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type EditionPlan = z.infer<typeof EditionPlan>;
