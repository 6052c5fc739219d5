/** Rows of sheets on their way in and out. A preview writes nothing; what it says of a cell is what an import would keep. */
import { z } from "zod";
import { Digest } from "../core/hash/digest.ts";
import { GraphicLevel, ItemId } from "../core/item/item.ts";
import { PlaceClaim } from "../core/place/region.ts";
import { ColumnRole, DateOrder, RecordedRow, RowRef, SheetColumn, SheetImportId } from "../core/sheet/sheet-records.ts";
import { TimeClaim } from "../core/time/time-claim.ts";

const Count = z.number().int().min(0);

/** Longest paste in UTF-16 units; larger sheets are added as files. */
export const longestPaste = 16 * 1024 * 1024;
/** Longest HTML of the clipboard that is kept. */
export const longestClipboard = 16 * 1024 * 1024;

/** A link behind a cell of the clipboard's table; `record` counts all of its rows from 0, the header too. */
export const HiddenLink = z.strictObject({ record: Count, column: Count, href: z.string().max(8000) });

export const SheetSource = z.discriminatedUnion("of", [
  z.strictObject({
    of: z.literal("paste"),
    text: z.string().min(1).max(longestPaste),
    hidden: z.array(HiddenLink).max(200_000).default([]),
  }),
  /** A held item, such as a CSV file. */
  z.strictObject({ of: z.literal("item"), item: ItemId }),
]);
export type SheetSource = z.infer<typeof SheetSource>;

/** What the person chose; what is left out is found out. */
export const SheetChoices = z.strictObject({
  header: z.boolean().optional(),
  columns: z
    .array(z.strictObject({ role: ColumnRole, dateOrder: DateOrder }))
    .max(2000)
    .optional(),
});
export type SheetChoices = z.infer<typeof SheetChoices>;

const DateReading = z.strictObject({ as: z.enum(["only", "day-first", "month-first", "from-1900", "from-1904"]), claim: TimeClaim });

export const CellPreview = z.discriminatedUnion("as", [
  z.strictObject({ as: z.literal("words") }),
  z.strictObject({ as: z.literal("with"), column: Count }),
  z.strictObject({
    as: z.literal("links"),
    links: z.array(z.strictObject({ shown: z.string(), normalised: z.string(), changed: z.boolean() })),
  }),
  z.strictObject({ as: z.literal("place"), claim: PlaceClaim, remarks: z.array(z.string()) }),
  z.strictObject({ as: z.literal("time"), readings: z.array(DateReading), remarks: z.array(z.string()) }),
  /** `doubt`: the words leave it open, as a question mark does. */
  z.strictObject({ as: z.literal("level"), level: GraphicLevel, doubt: z.boolean() }),
  z.strictObject({ as: z.literal("hash"), digest: Digest }),
  z.strictObject({ as: z.literal("unreadable"), reason: z.string() }),
]);
export type CellPreview = z.infer<typeof CellPreview>;

export const RowFlag = z.discriminatedUnion("flag", [
  z.strictObject({ flag: z.literal("duplicate-of-item"), item: ItemId }),
  z.strictObject({ flag: z.literal("duplicate-of-row"), row: Count }),
  z.strictObject({ flag: z.literal("same-hash-as-row"), row: Count }),
  z.strictObject({ flag: z.literal("names-item"), item: ItemId, by: z.enum(["hash", "file"]) }),
  z.strictObject({ flag: z.literal("file-ambiguous"), items: z.array(ItemId) }),
  z.strictObject({ flag: z.literal("unreadable"), column: Count }),
  z.strictObject({ flag: z.literal("both-orders"), column: Count }),
  z.strictObject({ flag: z.literal("to-check"), column: Count }),
]);
export type RowFlag = z.infer<typeof RowFlag>;

export const RowPreview = z.strictObject({
  row: z.number().int().min(1),
  cells: z.array(z.string()),
  reads: z.array(CellPreview),
  action: z.enum(["made", "attached", "duplicate", "left-out"]),
  /** The item that it speaks of, where the case has it. */
  item: ItemId.or(z.null()),
  /** What its new item will be called. */
  name: z.string(),
  level: GraphicLevel.or(z.null()),
  flags: z.array(RowFlag),
  /** Quotes of the text do not close as they should. */
  flawed: z.boolean(),
});
export type RowPreview = z.infer<typeof RowPreview>;

export const ColumnPreview = z.strictObject({
  ...SheetColumn.shape,
  filled: Count,
  unreadable: Count,
  /** Cells of bare figures with two readings, whatever was said of the column. */
  twoOrders: Count,
  /** Cells that can be read one way only. */
  onlyDayFirst: Count,
  onlyMonthFirst: Count,
});
export type ColumnPreview = z.infer<typeof ColumnPreview>;

export const SheetPreview = z.strictObject({
  kind: z.literal("rows"),
  delimiter: z.string(),
  header: z.boolean(),
  /** Roles are those of an earlier import of a sheet with these headers. */
  remembered: z.boolean(),
  columns: z.array(ColumnPreview),
  rows: z.array(RowPreview),
  counts: z.strictObject({ made: Count, attached: Count, duplicate: Count, leftOut: Count, unreadable: Count, bothOrders: Count }),
});
export type SheetPreview = z.infer<typeof SheetPreview>;

export const CellChangePreview = z.strictObject({
  column: z.string(),
  before: z.string(),
  after: z.string(),
  sort: z.enum(["change", "conflict", "refused"]),
  reason: z.string().optional(),
});

export const RowDiffPreview = z.strictObject({
  /** Null for a row that is in the case and not in the sheet. */
  row: z.number().int().min(1).or(z.null()),
  item: ItemId.or(z.null()),
  ref: RowRef.or(z.null()),
  /** Key by which a removed row is accepted. */
  key: z.string(),
  name: z.string(),
  state: z.enum(["same", "changed", "conflict", "new", "removed", "not-in-case", "doubled"]),
  cells: z.array(CellChangePreview),
});
export type RowDiffPreview = z.infer<typeof RowDiffPreview>;

/** Of an edited export of this case: what differs, and nothing of what does not. */
export const SheetDiff = z.strictObject({
  kind: z.literal("export"),
  same: Count,
  rows: z.array(RowDiffPreview),
  counts: z.strictObject({ changed: Count, conflict: Count, new: Count, removed: Count, notInCase: Count, doubled: Count, refused: Count }),
});
export type SheetDiff = z.infer<typeof SheetDiff>;

export const PreviewRequest = z.strictObject({ source: SheetSource, choices: SheetChoices.default({}) });
export type PreviewRequest = z.input<typeof PreviewRequest>;
export const PreviewAnswer = z.discriminatedUnion("kind", [SheetPreview, SheetDiff]);
export type PreviewAnswer = z.infer<typeof PreviewAnswer>;

export const ImportRequest = z.strictObject({
  source: SheetSource,
  choices: SheetChoices.default({}),
  /** The clipboard's HTML, kept as evidence of the links behind its cells. */
  clipboard: z.string().max(longestClipboard).optional(),
  /** Of an edited export: the rows to take in, by number, and the removed ones by key. */
  accepted: z.strictObject({ rows: z.array(z.number().int().min(1)), removed: z.array(z.string()) }).optional(),
});
export type ImportRequest = z.input<typeof ImportRequest>;

export const ImportCounts = z.strictObject({
  rows: Count,
  made: Count,
  attached: Count,
  duplicates: Count,
  changed: Count,
  removed: Count,
  leftOut: Count,
});
export const ImportAnswer = z.strictObject({ import: SheetImportId, sheet: ItemId, counts: ImportCounts, seq: Count });
export type ImportAnswer = z.infer<typeof ImportAnswer>;

export const UndoRequest = z.strictObject({ reason: z.string().min(1).max(1000) });
export const UndoAnswer = z.strictObject({ seq: Count, gone: Count, stay: z.array(ItemId) });
export type UndoAnswer = z.infer<typeof UndoAnswer>;

export const SheetImportLine = z.strictObject({
  id: SheetImportId,
  sheet: ItemId,
  sheetName: z.string(),
  at: z.string(),
  byName: z.string(),
  seq: Count,
  counts: ImportCounts,
  undone: z.string().optional(),
});
export type SheetImportLine = z.infer<typeof SheetImportLine>;
export const SheetImportsAnswer = z.strictObject({ imports: z.array(SheetImportLine) });

export const RowStatement = z.strictObject({
  import: SheetImportId,
  sheet: ItemId,
  sheetName: z.string(),
  at: z.string(),
  seq: Count,
  columns: z.array(SheetColumn),
  row: RecordedRow,
  replacedBy: SheetImportId.optional(),
  undone: z.string().optional(),
});
export type RowStatement = z.infer<typeof RowStatement>;
export const RowStatementsAnswer = z.strictObject({ statements: z.array(RowStatement) });

export const ExportQuery = z.strictObject({ columns: z.enum(["own", "atlos"]).default("own") });
