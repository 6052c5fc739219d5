/** Items: what a case has collected, or knows of without holding it. */
import { z } from "zod";

export const ItemId = z.templateLiteral(["i", z.string().regex(/^[1-9][0-9]*$/)]);
/** `i` and the item's number in its case, counted from 1 and never used again: "i12" is item 12. */
export type ItemId = z.infer<typeof ItemId>;

/** How hard the material is to look at. Set before anybody opens it; "unassessed" is shielded like "severe". */
export const GraphicLevel = z.enum(["unassessed", "none", "mild", "strong", "severe"]);
export type GraphicLevel = z.infer<typeof GraphicLevel>;

/** Where triage stands. Grades belong to questions, never to items. */
export const TriageState = z.enum(["new", "to-do", "in-progress", "help-needed", "set-aside", "done"]);
export type TriageState = z.infer<typeof TriageState>;

/**
 * A file's name as its file system gave it. Names that are not UTF-8 are kept byte for byte.
 * Parts are joined by `/` whatever the system; the path is relative to what the person opened.
 */
export const ItemName = z.discriminatedUnion("encoding", [
  z.strictObject({ encoding: z.literal("utf-8"), path: z.string() }),
  z.strictObject({ encoding: z.literal("bytes"), base64: z.string(), shown: z.string() }),
]);
export type ItemName = z.infer<typeof ItemName>;

export function shownName(name: ItemName): string {
  return name.encoding === "utf-8" ? name.path : name.shown;
}
