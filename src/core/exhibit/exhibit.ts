/** Exhibits: pictures or clips shown with an article or a post. One bears on nothing until somebody says what it shows. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { EventId } from "../event/event.ts";
import { ItemId } from "../item/item.ts";

export const ExhibitId = recordId("x");
export type ExhibitId = z.infer<typeof ExhibitId>;

/** What is shown: a picture that the item's reading lists (counted from 0), or an item of its own. */
export const ExhibitShown = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("picture"), picture: z.number().int().min(0) }),
  z.strictObject({ is: z.literal("item"), item: ItemId }),
]);
export type ExhibitShown = z.infer<typeof ExhibitShown>;

/** What it shows. `something-else`: not the event it stands beside: an illustration, an agency's file picture, another place. */
export const ExhibitShows = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("event"), event: EventId }),
  z.strictObject({ is: z.literal("something-else"), sort: z.enum(["file-picture", "illustration", "elsewhere", "earlier", "other"]) }),
  z.strictObject({ is: z.literal("unknown") }),
]);
export type ExhibitShows = z.infer<typeof ExhibitShows>;
