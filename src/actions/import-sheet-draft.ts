/** The lines of one import: items that rows make, shields that their words raise, and last the import itself with its records. */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import type { EntryData, EntryDraft } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { GraphicLevel, ItemId, ItemName, TriageState } from "../core/item/item.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import { raisedLevel } from "../core/sheet/graphic-words.ts";
import type { RowRead } from "../core/sheet/read-row.ts";
import type { RecordedRow, SheetRecords } from "../core/sheet/sheet-records.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { CaseWriter } from "./case-writer.ts";
import { linkNotedDraft } from "./note-links.ts";
import { once } from "./once.ts";

/** A line names at most so many items: it stays under 64 KiB. */
const itemsPerLine = 4000;

/** The item that a row makes: known by its link, or by its words. Held it is not. */
export function madeDraft(writer: CaseWriter, sheet: ItemId, item: ItemId, read: RowRead): EntryDraft {
  if (read.link !== undefined)
    return linkNotedDraft(writer, { item, link: read.link, riskOfRemoval: "unknown", from: { item: sheet, row: read.row } });
  const name = writer.seal({ encoding: "utf-8", path: read.name } satisfies ItemName);
  return {
    kind: "item.known",
    data: {
      item,
      name: name.sealed,
      statedBy: { item: sheet, where: `row ${read.row}` },
      reason: "a row of a sheet speaks of it; the row has no link",
    },
    opens: [name.opened],
  };
}

/** Levels that rows ask for, only where they raise what stands. */
export function raisedDrafts(rows: readonly RecordedRow[], levelOf: (item: ItemId) => GraphicLevel): EntryDraft[] {
  const asked = new Map<ItemId, GraphicLevel>();
  for (const { item, level } of rows) {
    if (level === undefined) continue;
    const raised = raisedLevel(asked.get(item) ?? levelOf(item), level);
    if (raised !== undefined) asked.set(item, raised);
  }
  return grouped(asked).flatMap(([graphicLevel, items]) =>
    chunks(items).map((some): EntryDraft => ({ kind: "item.triaged", data: { items: some, graphicLevel } })),
  );
}

export function triageDrafts(states: ReadonlyMap<ItemId, TriageState>): EntryDraft[] {
  return grouped(states).flatMap(([state, items]) =>
    chunks(items).map((some): EntryDraft => ({ kind: "item.triaged", data: { items: some, state } })),
  );
}

function grouped<Value>(byItem: ReadonlyMap<ItemId, Value>): [Value, ItemId[]][] {
  const groups = new Map<Value, ItemId[]>();
  for (const [item, value] of byItem) groups.set(value, [...(groups.get(value) ?? []), item]);
  return [...groups];
}

function chunks(items: readonly ItemId[]): ItemId[][] {
  const out: ItemId[][] = [];
  for (let at = 0; at < items.length; at += itemsPerLine) out.push(items.slice(at, at + itemsPerLine));
  return out;
}

/** Durable when this resolves. */
export async function keepRecords(vault: Vault, records: SheetRecords): Promise<Digest> {
  const staged = await vault.stage(once(encodeUtf8(`${canonicalJson(records as unknown as Json)}\n`)));
  await vault.commit([staged]);
  return staged.digest;
}

export function countsOf(rows: readonly RecordedRow[], leftOut: number): EntryData<"sheet.imported">["counts"] {
  const count = (action: RecordedRow["action"]) => rows.filter((row) => row.action === action).length;
  return {
    rows: rows.length + leftOut,
    made: count("made"),
    attached: count("attached"),
    duplicates: count("duplicate"),
    changed: count("changed"),
    removed: count("removed"),
    leftOut,
  };
}

/** What a row keeps, whichever way it came in. */
export function recordOf(read: RowRead, item: ItemId, action: RecordedRow["action"]): RecordedRow {
  return {
    row: read.row,
    ...(read.id === undefined ? {} : { id: read.id }),
    cells: [...read.cells],
    means: read.means,
    item,
    action,
    ...(read.level === undefined ? {} : { level: read.level }),
  };
}
