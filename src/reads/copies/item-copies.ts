/** Copies of one item, and whether what is said of them is the whole of it. */
import type { ItemId } from "../../core/item/item.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { copyCase } from "./copy-case.ts";
import type { ItemCopies } from "./copy-rows.ts";
import { copyItems } from "./list-copy-groups.ts";
import { type ComparedVersions, progressOfItem } from "./missing-comparisons.ts";
import { pairRow } from "./pair-rows.ts";
import { openReopenings } from "./reopened-judgements.ts";

export async function itemCopies(reader: CaseReader, viewer: Viewer, versions: ComparedVersions, item: ItemId): Promise<ItemCopies> {
  demand(viewer, "read");
  const found = await copyCase(reader);
  const object = found.material.bytes.get(item);
  const own = found.groupsOf(item);
  const group = own.find(({ id }) => id === item) ?? own[0];
  const open = new Set((await openReopenings(reader)).map(({ line }) => line));
  const pairs = object === undefined ? [] : found.pairsOf(new Set([object]));
  const rows = pairs.map((pair) => {
    const isA = pair.comparison.a === object;
    const row = pairRow(found, pair, open);
    return { row: { ...row, ...(isA ? { a: item } : { b: item }) }, other: isA ? row.b : row.a };
  });
  const others = await copyItems(
    reader,
    rows.map(({ other }) => other),
  );
  return {
    group: group?.id ?? null,
    groups: own.map(({ id }) => id),
    copies: new Set(own.flatMap(({ items }) => items)).size,
    pairs: rows.flatMap(({ row, other }) => {
      const shown = others.get(other);
      return shown === undefined ? [] : [{ ...row, other: shown }];
    }),
    progress: await progressOfItem(reader, versions, Number(item.slice(1))),
  };
}
