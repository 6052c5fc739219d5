/** Entries about rows of sheets taken into the case, and about taking such an import back. */
import { z } from "zod";
import { Digest } from "../../hash/digest.ts";
import { ItemId } from "../../item/item.ts";
import { SheetImportId } from "../../sheet/sheet-records.ts";
import { Sealed } from "../sealed.ts";

const Count = z.number().int().min(0);

export const sheetImportKinds = {
  /** Comes last of the lines that one import appends: what stands before it of the same append made or raised its items. */
  "sheet.imported": z.strictObject({
    import: SheetImportId,
    /** The held item whose bytes were read. */
    sheet: ItemId,
    /** Object: SheetRecords, what every row states and what was done with it. */
    records: Digest,
    /** Object: the clipboard's own HTML, where links behind the cells were read from it. */
    clipboard: Digest.or(z.null()),
    counts: z.strictObject({
      rows: Count,
      made: Count,
      attached: Count,
      duplicates: Count,
      changed: Count,
      removed: Count,
      leftOut: Count,
    }),
  }),
  "sheet.import-undone": z.strictObject({ import: SheetImportId, reason: Sealed }),
} as const;
