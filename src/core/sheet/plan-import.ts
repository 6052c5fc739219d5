/**
 * What each row of a sheet becomes: a new item, words on an item that the case has, or a duplicate. Decided from the rows
 * and from what the case knows; nothing is written here.
 */
import type { Digest } from "../hash/digest.ts";
import type { ItemId } from "../item/item.ts";
import type { RowRead } from "./read-row.ts";

/** Items of the case by what a row may name. Items of undone imports are not among them. */
export interface KnownTargets {
  readonly byLink: ReadonlyMap<string, ItemId>;
  readonly byHash: ReadonlyMap<Digest, ItemId>;
  /** By whole path and by last name. */
  readonly byFile: ReadonlyMap<string, readonly ItemId[]>;
}

export type RowFlag =
  | { readonly flag: "duplicate-of-item"; readonly item: ItemId }
  | { readonly flag: "duplicate-of-row"; readonly row: number }
  | { readonly flag: "same-hash-as-row"; readonly row: number }
  | { readonly flag: "names-item"; readonly item: ItemId; readonly by: "hash" | "file" }
  | { readonly flag: "file-ambiguous"; readonly items: readonly ItemId[] }
  | { readonly flag: "unreadable"; readonly column: number }
  | { readonly flag: "both-orders"; readonly column: number }
  | { readonly flag: "to-check"; readonly column: number };

export interface PlannedRow {
  readonly read: RowRead;
  /** "left-out": an empty row. */
  readonly action: "made" | "attached" | "duplicate" | "left-out";
  /** The item that it speaks of, where the case has it. */
  readonly item: ItemId | undefined;
  /** The row above that makes its item. */
  readonly sameAs: number | undefined;
  readonly flags: readonly RowFlag[];
}

export function planImport(rows: readonly RowRead[], known: KnownTargets): PlannedRow[] {
  const rowOfLink = new Map<string, number>();
  const rowOfHash = new Map<Digest, number>();
  return rows.map((read) => {
    const flags: RowFlag[] = cellFlags(read);
    const planned = target(read, known, rowOfLink, rowOfHash, flags);
    if (!read.empty) {
      if (read.link !== undefined && !rowOfLink.has(read.link.normalised)) rowOfLink.set(read.link.normalised, planned.sameAs ?? read.row);
      for (const digest of read.digests) if (!rowOfHash.has(digest)) rowOfHash.set(digest, planned.sameAs ?? read.row);
    }
    return { read, flags, ...planned };
  });
}

function target(
  read: RowRead,
  known: KnownTargets,
  rowOfLink: ReadonlyMap<string, number>,
  rowOfHash: ReadonlyMap<Digest, number>,
  flags: RowFlag[],
): Pick<PlannedRow, "action" | "item" | "sameAs"> {
  const none = { item: undefined, sameAs: undefined };
  if (read.empty) return { action: "left-out", ...none };
  for (const digest of read.digests) {
    const item = known.byHash.get(digest);
    if (item !== undefined) {
      flags.push({ flag: "names-item", item, by: "hash" });
      return { action: "attached", item, sameAs: undefined };
    }
  }
  for (const name of read.means.files) {
    const items = known.byFile.get(name) ?? [];
    if (items.length > 1) flags.push({ flag: "file-ambiguous", items });
    const [item] = items;
    if (items.length === 1 && item !== undefined) {
      flags.push({ flag: "names-item", item, by: "file" });
      return { action: "attached", item, sameAs: undefined };
    }
  }
  const link = read.link?.normalised;
  const item = link === undefined ? undefined : known.byLink.get(link);
  if (item !== undefined) {
    flags.push({ flag: "duplicate-of-item", item });
    return { action: "duplicate", item, sameAs: undefined };
  }
  const row = link === undefined ? undefined : rowOfLink.get(link);
  if (row !== undefined) {
    flags.push({ flag: "duplicate-of-row", row });
    return { action: "duplicate", item: undefined, sameAs: row };
  }
  const twin = read.digests.map((digest) => rowOfHash.get(digest)).find((at) => at !== undefined);
  if (twin !== undefined) {
    flags.push({ flag: "same-hash-as-row", row: twin });
    return { action: "duplicate", item: undefined, sameAs: twin };
  }
  return { action: "made", ...none };
}

function cellFlags({ reads }: RowRead): RowFlag[] {
  return reads.flatMap((read, column): RowFlag[] => {
    if (read.as === "unreadable") return [{ flag: "unreadable", column }];
    if (read.as === "place" && read.remarks.length > 0) return [{ flag: "to-check", column }];
    if (read.as !== "time" || read.read.remarks.length === 0) return [];
    return [{ flag: read.read.remarks.includes("both-orders") ? "both-orders" : "to-check", column }];
  });
}
