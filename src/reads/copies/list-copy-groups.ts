/** Groups of copies, those with something to do first, and how far comparing has come. */
import type { ItemId } from "../../core/item/item.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CopyGroup } from "../../reason/copies/arrange-copies.ts";
import { type BestCopy, bestCopy } from "../../reason/copies/best-copy.ts";
import { readingsOf } from "../../reason/copies/earliest-upload.ts";
import type { JoinedPair } from "../../reason/copies/copy-facts.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemRows } from "../item-row.ts";
import { type CopyCase, copyCase } from "./copy-case.ts";
import { copyFacts } from "./copy-facts.ts";
import type { CopiesProgress, CopyGroupRow, CopyItem, CopyPairRow, EarliestKnown } from "./copy-rows.ts";
import { type ComparedVersions, copiesProgress } from "./missing-comparisons.ts";
import { pairRow, pairState, pairsWithin } from "./pair-rows.ts";
import { openReopenings } from "./reopened-judgements.ts";

export interface CopyGroupsWanted {
  readonly only?: "waiting" | "reopened" | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

export interface CopyGroupsPage {
  total: number;
  offset: number;
  groups: CopyGroupRow[];
  progress: CopiesProgress;
  waiting: number;
  reopened: number;
  /** Pairs that join no group: sound alone, the same still card, the same view at another time, or rejected. The first of them. */
  outside: CopyPairRow[];
}

/** Pairs outside groups that an answer carries at most. */
const mostOutside = 500;

/** `versions`: by which pairs count as compared now. */
export async function listCopyGroups(
  reader: CaseReader,
  viewer: Viewer,
  versions: ComparedVersions,
  { only, offset = 0, limit = 100 }: CopyGroupsWanted = {},
): Promise<CopyGroupsPage> {
  demand(viewer, "read");
  const found = await copyCase(reader);
  const counts = await groupCounts(reader, found);
  const all = found.groups
    .filter((group) => only === undefined || (counts.get(group)?.[only] ?? 0) > 0)
    // What waits for a person stands first; among equals, the order in which the items came.
    .toSorted((one, other) => Number(isOpen(counts.get(other))) - Number(isOpen(counts.get(one))));
  const page = all.slice(offset, offset + limit);
  return {
    total: all.length,
    offset,
    groups: await groupRows(reader, found, page, counts),
    progress: await copiesProgress(reader, versions),
    waiting: [...counts.values()].reduce((sum, { waiting }) => sum + waiting, 0),
    reopened: [...counts.values()].reduce((sum, { reopened }) => sum + reopened, 0),
    outside: await outsidePairs(reader, found),
  };
}

async function outsidePairs(reader: CaseReader, found: CopyCase): Promise<CopyPairRow[]> {
  const lines = new Set((await openReopenings(reader)).map(({ line }) => line));
  const within = new Set(found.groups.flatMap((group) => pairsWithin(found, group)));
  const all = found.pairsOf(new Set(found.material.items.map(({ object }) => object)));
  return all
    .filter((pair) => !within.has(pair))
    .slice(0, mostOutside)
    .map((pair) => pairRow(found, pair, lines));
}

interface Counts {
  readonly waiting: number;
  readonly reopened: number;
}

function isOpen(counts: Counts | undefined): boolean {
  return counts !== undefined && counts.waiting + counts.reopened > 0;
}

/** `waiting`: pairs that nobody judged. `reopened`: judgements to be looked at again whose way begins in the group. */
export async function groupCounts(reader: CaseReader, found: CopyCase): Promise<ReadonlyMap<CopyGroup, Counts>> {
  const open = await openReopenings(reader);
  const lines = new Set(open.map(({ line }) => line));
  const byItem = Map.groupBy(open, ({ path }) => path[0] as ItemId);
  return new Map(
    found.groups.map((group) => [
      group,
      {
        waiting: pairsWithin(found, group).filter(({ comparison }) => pairState(found, comparison, lines) === "waiting").length,
        reopened: group.items.reduce((sum, item) => sum + (byItem.get(item)?.length ?? 0), 0),
      },
    ]),
  );
}

export async function groupRows(
  reader: CaseReader,
  found: CopyCase,
  groups: readonly CopyGroup[],
  counts: ReadonlyMap<CopyGroup, Counts>,
): Promise<CopyGroupRow[]> {
  const best = await Promise.all(groups.map((group) => bestOfGroup(reader, found, group)));
  const shownItems = groups.map((group, at) => best[at]?.item ?? (group.items[0] as ItemId));
  const shown = await copyItems(reader, shownItems);
  return groups.map((group, at) => ({
    id: group.id,
    shown: shown.get(shownItems[at] as ItemId) as CopyItem,
    copies: group.items.length,
    earliest: earliestKnown(group),
    best: best[at]?.item ?? "unknown",
    signs: signsOf(found, group),
    waiting: counts.get(group)?.waiting ?? 0,
    reopened: counts.get(group)?.reopened ?? 0,
  }));
}

export function earliestKnown({ earliest: { bound } }: CopyGroup): EarliestKnown | "unknown" {
  if (bound === null) return "unknown";
  const { upload, atOrBefore, rests } = bound;
  const { item, by, time, seen } = upload;
  return { item, by, claim: time, atOrBefore, rests, seen, readings: rests === "posted" ? readingsOf(time) : [] };
}

function signsOf(found: CopyCase, group: CopyGroup): CopyGroupRow["signs"] {
  const signs = Map.groupBy(
    pairsWithin(found, group).flatMap(({ comparison }) => comparison.signs),
    (sign) => sign,
  );
  return [...signs].map(([sign, all]) => ({ sign, pairs: all.length }));
}

/** With the reasons for each copy; `item` is null where none leads. Copies of equal bytes are one. */
export async function bestOfGroup(
  reader: CaseReader,
  found: CopyCase,
  group: CopyGroup,
): Promise<BestCopy & { readonly item: ItemId | null }> {
  const facts = await factsOfGroup(reader, found, group);
  const weighed = bestCopy(facts, joinedPairs(found, group));
  const own = new Set(group.items);
  const item = weighed.best === null ? undefined : found.itemsOf(weighed.best as Digest).find((one) => own.has(one));
  return { ...weighed, item: item ?? null };
}

/** Of what a compilation holds, only what is of the group counts as its own. */
export async function factsOfGroup(reader: CaseReader, found: CopyCase, group: CopyGroup) {
  const objects = [...new Set(group.items.flatMap((item) => found.material.bytes.get(item) ?? []))];
  const facts = await copyFacts(reader, objects);
  return facts.map((one) => {
    const items = found.itemsOf(one.copy as Digest);
    const named = { ...one, name: items[0] ?? one.name };
    if (one.extent === null || !items.some((item) => found.groupsOf(item).length > 1)) return named;
    const spans = group.edges.flatMap(({ a, b, segments }) =>
      segments.flatMap((segment) => [...(a === one.copy ? [segment.a] : []), ...(b === one.copy ? [segment.b] : [])]),
    );
    const extent = {
      fromSec: Math.min(...spans.map(({ fromSec }) => fromSec)),
      toSec: Math.max(...spans.map(({ toSec }) => toSec)),
    };
    return spans.length === 0 ? named : { ...named, extent };
  });
}

/** Pairs with the picture segments by which they are of the group. */
export function joinedPairs(found: CopyCase, group: CopyGroup): JoinedPair[] {
  return group.edges.flatMap(({ a, b, segments }): JoinedPair[] => {
    const comparison = found.pair(a as Digest, b as Digest)?.comparison;
    if (comparison?.picture.state !== "compared") return [];
    const own = comparison.picture.segments.filter((segment) =>
      segments.some((one) => one.a.fromSec === segment.a.fromSec && one.b.fromSec === segment.b.fromSec && one.a.toSec === segment.a.toSec),
    );
    return [{ comparison, segments: own }];
  });
}

export async function copyItems(reader: CaseReader, items: readonly ItemId[]): Promise<ReadonlyMap<ItemId, CopyItem>> {
  const numbers = [...new Set(items)].map((item) => Number(item.slice(1)));
  const found = new Map<ItemId, CopyItem>();
  for (let at = 0; at < numbers.length; at += 500) {
    const rows = await reader.views.db
      .selectFrom("item")
      .selectAll()
      .where("number", "in", numbers.slice(at, at + 500))
      .execute();
    for (const { id, name, kind, poster, durationSec, dimensions } of await itemRows(reader, rows)) {
      found.set(id, { item: id, name, kind, poster, durationSec, dimensions });
    }
  }
  return found;
}
