/** How two events stand to each other. What a link says of their order is in event-order.ts. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";

export const EventLinkId = recordId("l");
export type EventLinkId = z.infer<typeof EventLinkId>;

/**
 * Read from the first event to the second: `before` (over when the second begins), `led-to` (before, and why it came about),
 * `part-of` and `during` (inside its time), `filming-of` (their times touch), `posting-of` (begins after what was filmed is over),
 * `other` (says nothing of order).
 */
export const EventRelation = z.enum(["before", "led-to", "part-of", "during", "filming-of", "posting-of", "other"]);
export type EventRelation = z.infer<typeof EventRelation>;
