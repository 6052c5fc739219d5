/** Entries about imports of sheets, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";

export function describeSheetImportEntry(
  body: EntryBodyOf<"sheet.imported"> | EntryBodyOf<"sheet.import-undone">,
  said: (sealed: Sealed) => string,
): string {
  if (body.kind === "sheet.import-undone") return `Import ${body.data.import} was undone: ${said(body.data.reason)}`;
  const { import: id, sheet, counts } = body.data;
  const { rows, made, attached, duplicates, changed, removed, leftOut } = counts;
  const parts = [
    `${made} made items`,
    ...(attached === 0 ? [] : [`${attached} attached to items held`]),
    ...(duplicates === 0 ? [] : [`${duplicates} duplicates`]),
    ...(changed === 0 ? [] : [`${changed} changed`]),
    ...(removed === 0 ? [] : [`${removed} removed`]),
    ...(leftOut === 0 ? [] : [`${leftOut} left out`]),
  ];
  return `Import ${id} took ${rows} rows of ${sheet} in: ${parts.join(", ")}.`;
}
