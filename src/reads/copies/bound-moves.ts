/**
 * Where bounds moved: earliest known uploads that no line records yet, and copies that joined a group whose bound they had not
 * been held against; and what a person's judgement would move. With the judgements to look at again.
 */
import type { RecordedMatch, Reopening, ReopenedJudgement } from "../../core/copies/reopening.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { BoundMove } from "../../reason/copies/bound-move.ts";
import { arrangeCopies, type CopyGroup, type CopyMaterial } from "../../reason/copies/arrange-copies.ts";
import { type Bound, earliestUpload, keyOf } from "../../reason/copies/earliest-upload.ts";
import type { RecordedBound } from "../../reason/copies/recorded-bounds.ts";
import type { CaseReader } from "../case-reader.ts";
import { type CopyCase, copyCase } from "./copy-case.ts";
import { restingJudgements } from "./resting-judgements.ts";

/** Bounds that are to be recorded, group by group. Empty when every bound stands in a line. */
export async function boundMoves(reader: CaseReader): Promise<BoundMove[]> {
  const found = await copyCase(reader);
  const moves: BoundMove[] = [];
  for (const group of found.groups) {
    const move = await moveOf(reader, found, group);
    if (move !== undefined) moves.push(move);
  }
  return moves;
}

async function moveOf(reader: CaseReader, { material, groupsOf }: CopyCase, group: CopyGroup): Promise<BoundMove | undefined> {
  const { bound } = group.earliest;
  if (bound === null) return undefined;
  const key = keyOf(bound.upload);
  const same = material.recorded.filter(({ upload }) => keyOf(upload) === key);
  const told = new Set(same.flatMap(({ members }) => members));
  // A compilation that was told as one of another group tells nothing of this one.
  const ownItems = group.items.filter((item) => groupsOf(item).length === 1);
  const isNew = !(ownItems.length > 0 ? ownItems : group.items).some((item) => told.has(item));
  const untold = group.items.filter((item) => !told.has(item));
  const judgements = untold.length === 0 ? [] : await restingJudgements(reader, isNew ? group.items : untold, bound.atOrBefore);
  // A copy that joins, and on which nobody judged anything, moves nothing.
  if (!isNew && judgements.length === 0) return undefined;
  return {
    item: group.items[0] as ItemId,
    to: bound,
    from: earliestUpload(group.recorded.filter((upload) => keyOf(upload) !== key)).bound,
    reopening: reopeningOf(material, group, judgements, same),
  };
}

/** Matches kept beside those of the copy that was out earliest: a thousand copies of one clip have half a million. */
const mostMatches = 5000;

function reopeningOf(
  material: CopyMaterial,
  group: CopyGroup,
  judgements: ReopenedJudgement[],
  earlier: readonly RecordedBound[] = [],
): Reopening {
  const own = new Set(group.items);
  const itemsOf = Map.groupBy(
    material.items.filter(({ item }) => own.has(item)),
    ({ object }) => object as string,
  );
  const first = group.earliest.bound?.upload.item;
  const firstObject = first === undefined ? undefined : material.bytes.get(first);
  const matches = group.edges.flatMap(({ a, b, segments }): RecordedMatch[] => {
    const [ofA, ofB] = [itemsOf.get(a)?.[0]?.item, itemsOf.get(b)?.[0]?.item];
    return ofA === undefined || ofB === undefined ? [] : [{ a: ofA, b: ofB, segments: segments.map((segment) => ({ ...segment })) }];
  });
  const isOfFirst = ({ a, b }: RecordedMatch) => [material.bytes.get(a), material.bytes.get(b)].includes(firstObject);
  // What joined it before and went since joins it still.
  const before = earlier.flatMap((one) => one.matches).filter(({ a, b }) => !own.has(a) || !own.has(b));
  return {
    format: "witnessmark-reopening-v1",
    members: [...new Set([...group.items, ...earlier.flatMap(({ members }) => members)])].toSorted(
      (a, b) => Number(a.slice(1)) - Number(b.slice(1)),
    ),
    matches: [...matches.filter(isOfFirst), ...[...matches.filter((one) => !isOfFirst(one)), ...before].slice(0, mostMatches)],
    judgements,
  };
}

/** What a change of judgements would re-open: undefined when it moves no bound. `change` makes the material as it would then be. */
export async function reopenedBy(reader: CaseReader, change: (material: CopyMaterial) => CopyMaterial): Promise<Reopening | undefined> {
  const { material, groups } = await copyCase(reader);
  const after = change(material);
  const [was, becomes] = [boundsByItem(groups), boundsByItem(arrangeCopies(after))];
  const items = material.items.map(({ item }) => item).filter((item) => was.get(item) !== becomes.get(item));
  if (items.length === 0) return undefined;
  // Held against the earliest of the bounds that it becomes.
  const bounds = items.flatMap((item) => becomes.get(item) ?? []).toSorted();
  const judgements = await restingJudgements(reader, items, bounds[0] ?? null);
  const touched = groups.filter((group) => group.items.some((item) => items.includes(item)));
  const parts = touched.map((group) => reopeningOf(material, group, []));
  return {
    format: "witnessmark-reopening-v1",
    members: [...new Set(parts.flatMap(({ members }) => members))],
    matches: parts.flatMap(({ matches }) => matches),
    judgements,
  };
}

/** The bound of each item: of its groups, the earliest. Items without copies are bound by nothing here. */
function boundsByItem(groups: readonly CopyGroup[]): ReadonlyMap<ItemId, string> {
  const bounds = new Map<ItemId, Bound>();
  for (const { items, earliest } of groups) {
    for (const item of items) {
      const before = bounds.get(item);
      const [bound] = [before, earliest.bound]
        .flatMap((one) => (one === null || one === undefined ? [] : [one]))
        .toSorted((a, b) => Date.parse(a.atOrBefore) - Date.parse(b.atOrBefore));
      if (bound !== undefined) bounds.set(item, bound);
    }
  }
  return new Map([...bounds].map(([item, { atOrBefore }]) => [item, atOrBefore]));
}
