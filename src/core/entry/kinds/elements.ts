/** Entries of element sheets: versions, whole. */
import { z } from "zod";
import { ElementSheetId } from "../../element/element-sheet.ts";
import { EventId } from "../../event/event.ts";
import { Digest } from "../../hash/digest.ts";
import { Sealed } from "../sealed.ts";

export const elementKinds = {
  "element-sheet.written": z.strictObject({
    sheet: ElementSheetId,
    version: z.number().int().min(1),
    /** Which list of elements, and its version, in the program's data. */
    elements: z.strictObject({ name: z.string().max(100), version: z.string().max(50) }),
    event: EventId,
    /** Object: ElementSheetDocument, canonical JSON. */
    document: Digest,
    /** Why it was changed; null only where it is new. */
    reason: Sealed.or(z.null()),
  }),
  "element-sheet.withdrawn": z.strictObject({ sheet: ElementSheetId, reason: Sealed }),
} as const;
