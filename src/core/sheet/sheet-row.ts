/** A row of a sheet as somebody keeps it: every cell verbatim, and what could be read out of them. */
import { z } from "zod";
import { PlaceClaim } from "../place/region.ts";
import { TimeClaim } from "../time/time-claim.ts";

export const rowsFileName = "rows.jsonl";

/** What a reader found in a row. Nothing here replaces the cells. */
const RowMeaning = z.strictObject({
  /** Addresses in the order of the cells, as written. */
  links: z.array(z.string()),
  /** Both readings of a date in bare figures stand in one claim; see TimeClaim.zone. */
  times: z.array(TimeClaim),
  places: z.array(PlaceClaim),
  title: z.string().optional(),
  text: z.string().optional(),
  status: z.string().optional(),
  /** Files that the row names, as written: names or addresses. */
  files: z.array(z.string()),
  /** Hashes that the row states, such as "sha256:..": a statement, checked only where we hold the file. */
  hashes: z.array(z.string()),
});
export type RowMeaning = z.infer<typeof RowMeaning>;

export const SheetRow = z.strictObject({
  /** Counted from 1 below the header, as the file has them. */
  row: z.number().int().min(1),
  /** The sheet's own id of the row, such as an Atlos slug. */
  id: z.string().optional(),
  cells: z.array(z.string()),
  means: RowMeaning,
});
export type SheetRow = z.infer<typeof SheetRow>;
