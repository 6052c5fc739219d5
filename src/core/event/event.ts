/**
 * Events: things that happened. An ambush, a killing, its filming and a posting are four, and nothing here joins them: items only
 * bear on them, and links only say how they stand to each other.
 */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";

export const EventId = recordId("e");
export type EventId = z.infer<typeof EventId>;

export const EventSort = z.enum(["ambush", "killing", "filming", "posting", "movement", "statement", "other"]);
export type EventSort = z.infer<typeof EventSort>;
