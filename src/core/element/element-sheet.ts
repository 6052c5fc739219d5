/** Element sheets: facts mapped to the elements of a crime. They say what is shown, never who is guilty, and add nothing up. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";
import { Ground } from "../review/ground.ts";

export const ElementSheetId = recordId("es");
export type ElementSheetId = z.infer<typeof ElementSheetId>;

export const ElementCoverage = z.enum(["shown", "partly", "not-shown", "not-showable"]);
export type ElementCoverage = z.infer<typeof ElementCoverage>;

export const ElementGround = z.strictObject({
  ground: Ground,
  /** Key of a fact that matters, in the list of elements; null where it is none of them. */
  fact: z.string().max(60).or(z.null()),
});
export type ElementGround = z.infer<typeof ElementGround>;

export const ElementCell = z.strictObject({
  element: z.number().int().min(1).max(50),
  coverage: ElementCoverage,
  /** What the grounds show. */
  shown: z.string().max(5000),
  /** What is missing; of what cannot be shown, why. */
  missing: z.string().max(5000),
  grounds: z.array(ElementGround).max(100),
});
export type ElementCell = z.infer<typeof ElementCell>;

/** A version of a sheet, the object that its entry names: a cell for every element of its list, in their order. */
export const ElementSheetDocument = z.strictObject({
  format: z.literal("witnessmark-element-sheet-v1"),
  cells: z.array(ElementCell).min(1).max(50),
});
export type ElementSheetDocument = z.infer<typeof ElementSheetDocument>;
