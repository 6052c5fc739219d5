/** Sources: who gave, posted or said something. How far one can be relied on is a mark of its own, by date, never a verdict on an item. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";

export const SourceId = recordId("s");
export type SourceId = z.infer<typeof SourceId>;

export const SourceSort = z.enum(["person", "organisation", "outlet", "unknown"]);
export type SourceSort = z.infer<typeof SourceSort>;

/** Admiralty letter: A completely, B usually, C fairly, D not usually reliable, E unreliable, F cannot be judged. F until somebody says why not. */
export const Reliability = z.enum(["A", "B", "C", "D", "E", "F"]);
export type Reliability = z.infer<typeof Reliability>;

/** A day in UTC. */
export const UtcDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day such as 2022-03-30");

/** The longest text that a person writes about a source, an account or a basis. */
export const longestSourceText = 5000;
