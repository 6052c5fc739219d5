/** Pictures that stand beside texts, over HTTP: what people say that they show, and what stands against it. */
import { z } from "zod";
import { EventId } from "../core/event/event.ts";
import { ExhibitId, ExhibitShown, ExhibitShows, MismatchAnswers } from "../core/exhibit/exhibit.ts";
import { ItemId } from "../core/item/item.ts";
import { CopyItem } from "./copies.ts";

const WordsPlace = z.enum(["caption", "credit", "alt"]);

export const MismatchRow = z.strictObject({
  key: z.string(),
  sort: z.enum(["caption-place", "caption-at-odds", "caption-date", "file-picture", "seen-earlier"]),
  /** Of the material, with where they stand; null where it rests on no words. */
  words: z.strictObject({ at: WordsPlace, text: z.string(), start: z.number().int(), end: z.number().int() }).or(z.null()),
  /** Against which event; null where it holds whatever is shown. */
  event: z.string().or(z.null()),
  says: z.string(),
  notProven: z.string(),
  figures: z.array(z.strictObject({ what: z.string(), value: z.string() })),
  /** Why it does not stand against what is shown, by a person; null while nobody answered. */
  answer: z.string().or(z.null()),
});
export type MismatchRow = z.infer<typeof MismatchRow>;

export const ExhibitRow = z.strictObject({
  /** The text and the picture of it: "i1:0". */
  key: z.string(),
  /** Null while nobody described it, or where that was taken back. */
  id: ExhibitId.or(z.null()),
  beside: z.strictObject({ item: ItemId, name: z.string() }),
  shown: ExhibitShown,
  /** Null where the case does not hold the picture. */
  item: CopyItem.or(z.null()),
  /** What the page points at where the picture is not in the case. */
  pointsAt: z.string().or(z.null()),
  words: z.strictObject({ caption: z.string().or(z.null()), credit: z.string().or(z.null()), alt: z.string().or(z.null()) }),
  /** The caption is a person's reading of it. */
  captionTyped: z.boolean(),
  shows: ExhibitShows.or(z.literal("undescribed")),
  /** Events that it may bear on. Empty: none. */
  bearsOn: z.array(EventId),
  /** Against each event of the case, described or not: what would stand against its showing that. */
  mismatches: z.array(MismatchRow),
  /** What could not be held against anything, and why. */
  notCompared: z.array(z.string()),
  /** What was said last, also where it was taken back. */
  said: z
    .strictObject({ reason: z.string(), withdrawn: z.string().or(z.null()), at: z.string(), byName: z.string(), seq: z.number().int() })
    .or(z.null()),
});
export type ExhibitRow = z.infer<typeof ExhibitRow>;

export const ExhibitsQuery = z.strictObject({
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  beside: ItemId.optional(),
  only: z.enum(["described", "undescribed"]).optional(),
});

export const ExhibitsAnswer = z.strictObject({
  exhibits: z.array(ExhibitRow),
  /** Of those asked for. */
  total: z.number().int(),
  described: z.number().int(),
  undescribed: z.number().int(),
});
export type ExhibitsAnswer = z.infer<typeof ExhibitsAnswer>;

export const DescribeExhibitRequest = z.strictObject({
  beside: ItemId,
  shown: ExhibitShown,
  shows: ExhibitShows,
  caption: z.string().max(4000).or(z.null()).default(null),
  answers: MismatchAnswers.default([]),
  reason: z.string().max(5000),
});
export type DescribeExhibitRequest = z.input<typeof DescribeExhibitRequest>;
