/** Exhibits: pictures or clips shown with an article or a post. One bears on nothing until somebody says what it shows. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { EventId } from "../event/event.ts";
import { ItemId } from "../item/item.ts";

export const ExhibitId = recordId("x");
export type ExhibitId = z.infer<typeof ExhibitId>;

/** What is shown: a picture that the item's reading lists (counted from 0), or an item of its own. */
export const ExhibitShown = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("picture"), picture: z.number().int().min(0).max(100_000) }),
  z.strictObject({ is: z.literal("item"), item: ItemId }),
]);
export type ExhibitShown = z.infer<typeof ExhibitShown>;

/** `something-else`: not the event it stands beside: an illustration, an agency's file picture, another place, an earlier time. */
export const SomethingElse = z.enum(["file-picture", "illustration", "elsewhere", "earlier", "other"]);
export type SomethingElse = z.infer<typeof SomethingElse>;

/** What it shows. A clip may show a killing and be its filming: more than one event, each said by a person. */
export const ExhibitShows = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("event"), events: z.array(EventId).min(1).max(20) }),
  z.strictObject({ is: z.literal("something-else"), sort: SomethingElse }),
  z.strictObject({ is: z.literal("unknown") }),
]);
export type ExhibitShows = z.infer<typeof ExhibitShows>;

/** Name of a mismatch, made of what it rests on: what changes is another mismatch, which nobody has answered yet. */
export const MismatchKey = z.string().min(1).max(400);

/** What a person says to a mismatch: why it does not stand against what they say is shown. */
export const MismatchAnswers = z.array(z.strictObject({ mismatch: MismatchKey, reason: z.string().min(1).max(5000) })).max(50);
export type MismatchAnswers = z.infer<typeof MismatchAnswers>;
