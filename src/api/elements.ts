/** Element sheets over HTTP: lists of elements, sheets with what they cite, and writing a version. */
import { z } from "zod";
import { ElementSort } from "../core/element/element-list.ts";
import { ElementSheetDocument, ElementSheetId } from "../core/element/element-sheet.ts";
import { EventId } from "../core/event/event.ts";
import { Digest } from "../core/hash/digest.ts";
import { RecordCard } from "./records.ts";

const ListName = z.strictObject({ name: z.string().max(100), version: z.string().max(50) });

export const ElementListRow = z.strictObject({
  ...ListName.shape,
  article: z.string(),
  title: z.string(),
  source: z.strictObject({ title: z.string(), address: z.string() }),
  elements: z.array(
    z.strictObject({ number: z.number().int(), sort: ElementSort, words: z.string(), notShowable: z.string().or(z.null()) }),
  ),
  facts: z.array(z.strictObject({ key: z.string(), words: z.string(), shownBy: z.string(), elements: z.array(z.number().int()) })),
  alsoPleaded: z.array(z.strictObject({ article: z.string(), words: z.string() })),
});
export type ElementListRow = z.infer<typeof ElementListRow>;

export const ElementSheetRow = z.strictObject({
  id: ElementSheetId,
  version: z.number().int(),
  elements: ListName,
  event: EventId,
  eventTitle: z.string(),
  document: ElementSheetDocument.or(z.literal("withheld")),
  digest: Digest,
  reason: z.string().or(z.null()),
  /** Why it was taken back. */
  withdrawn: z.string().optional(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  seq: z.number().int(),
  /** Newest first. */
  history: z.array(
    z.strictObject({
      version: z.number().int(),
      reason: z.string().or(z.null()),
      at: z.string(),
      byName: z.string(),
      seq: z.number().int(),
    }),
  ),
});
export type ElementSheetRow = z.infer<typeof ElementSheetRow>;

export const ElementSheetsAnswer = z.strictObject({
  sheets: z.array(ElementSheetRow),
  /** Of what is cited, as it is now: a later line than the one cited means that something changed. */
  records: z.array(RecordCard),
  lists: z.array(ElementListRow),
});
export type ElementSheetsAnswer = z.infer<typeof ElementSheetsAnswer>;

export const WriteElementSheetRequest = z.strictObject({
  sheet: ElementSheetId.optional(),
  base: z.number().int().min(1).optional(),
  elements: ListName,
  event: EventId,
  document: ElementSheetDocument,
  reason: z.string().max(5000).default(""),
});
export type WriteElementSheetRequest = z.input<typeof WriteElementSheetRequest>;
