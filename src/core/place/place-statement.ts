/** A place or a time as a person of the case states it of a record: apart from what material states, and never without a standing. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { EventId } from "../event/event.ts";
import { ItemId } from "../item/item.ts";

export const PlaceId = recordId("p");
export type PlaceId = z.infer<typeof PlaceId>;

export const TimeId = recordId("t");
export type TimeId = z.infer<typeof TimeId>;

/** What came back from another program is a candidate until a person states it. */
export const StatementStanding = z.enum(["stated", "candidate", "rejected"]);
export type StatementStanding = z.infer<typeof StatementStanding>;

/** What a place or a time is stated of. */
export const StatedOf = z.union([EventId, ItemId]);
export type StatedOf = z.infer<typeof StatedOf>;

/** The kept file that a candidate came from, and where in it. */
export const StatementOrigin = z.strictObject({ item: ItemId, where: z.string().max(500) });
export type StatementOrigin = z.infer<typeof StatementOrigin>;
