/** Element sheets: facts mapped to the elements of a crime. They say what is shown, never who is guilty. */
import { z } from "zod";
import { recordId } from "../entry/record-id.ts";

export const ElementSheetId = recordId("es");
export type ElementSheetId = z.infer<typeof ElementSheetId>;

export const ElementCoverage = z.enum(["shown", "partly", "not-shown", "not-showable"]);
export type ElementCoverage = z.infer<typeof ElementCoverage>;
