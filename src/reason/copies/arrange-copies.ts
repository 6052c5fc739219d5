/** From compared pairs, judgements and uploads to groups with their bounds. Pure, so that what a judgement would move is known before it is made. */
import type { PairComparison } from "../../core/copies/segment-match.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import { groupCopies, type PictureEdge } from "./copy-groups.ts";
import { earliestUpload, type EarliestUpload, keyOf, type Upload } from "./earliest-upload.ts";
import { joiningSegments, type MatchJudgement } from "./judged-pairs.ts";
import { type RecordedBound, recordedUploads } from "./recorded-bounds.ts";

export interface CopyMaterial {
  /** Items with picture or sound that the case holds, in the order of their numbers. Equal objects are equal bytes. */
  readonly items: readonly { readonly item: ItemId; readonly object: Digest; readonly still: boolean }[];
  /** Bytes of items, also of those that are not held any more. */
  readonly bytes: ReadonlyMap<ItemId, Digest>;
  readonly pairs: readonly PairComparison[];
  /** Those that stand. */
  readonly judgements: readonly MatchJudgement[];
  /** As the case shows them now, and those that lines recorded, with what people decided of each. */
  readonly uploads: readonly Upload[];
  readonly recorded: readonly RecordedBound[];
}

export interface CopyGroup {
  /** The first item that is in no other group, so that no two are called the same. */
  readonly id: ItemId;
  /** By number. */
  readonly items: readonly ItemId[];
  /** Pairs of objects that share picture within the group, with what of it is the group's content. */
  readonly edges: readonly PictureEdge[];
  readonly earliest: EarliestUpload;
  /** Uploads that lines recorded and that bound its content. */
  readonly recorded: readonly Upload[];
}

const numberOf = (item: ItemId): number => Number(item.slice(1));

export function arrangeCopies(material: CopyMaterial): CopyGroup[] {
  const itemsOf = Map.groupBy(material.items, ({ object }) => object);
  const uploadsOf = Map.groupBy(material.uploads, ({ item }) => item);
  const edges = joiningEdges(material, itemsOf);
  const recorded = recordedIn(material, edges);
  const found = groupCopies(edges).map(({ members, edges: own }) => ({
    members,
    items: members.flatMap((object) => (itemsOf.get(object as Digest) ?? []).map(({ item }) => item)),
    edges: own,
  }));
  const grouped = new Set(found.flatMap(({ items }) => items));
  for (const [object, twins] of itemsOf) {
    const items = twins.map(({ item }) => item);
    if (items.length > 1 && !items.some((item) => grouped.has(item))) found.push({ members: [object], items, edges: [] });
  }
  const times = new Map<ItemId, number>();
  for (const { items } of found) for (const item of items) times.set(item, (times.get(item) ?? 0) + 1);
  const taken = new Set<ItemId>();
  return found
    .map((group) => ({ ...group, items: group.items.toSorted((a, b) => numberOf(a) - numberOf(b)) }))
    .toSorted((one, other) => compareLists(one.items, other.items))
    .map(({ members, items, edges: own }): CopyGroup => {
      const id = items.find((item) => times.get(item) === 1) ?? items.find((item) => !taken.has(item)) ?? (items[0] as ItemId);
      taken.add(id);
      const seen = recorded(members);
      return { id, items, edges: own, earliest: earliestOf(items, uploadsOf, seen), recorded: seen };
    });
}

function compareLists(one: readonly ItemId[], other: readonly ItemId[]): number {
  for (const [at, item] of one.entries()) {
    const beside = other[at];
    if (beside === undefined) return 1;
    if (beside !== item) return numberOf(item) - numberOf(beside);
  }
  return one.length - other.length;
}

/** Of a pair of objects: judgements name items, and any two items of the same bytes name the same pair. */
export function judgementsByPair({
  judgements,
  bytes,
}: Pick<CopyMaterial, "judgements" | "bytes">): (a: Digest, b: Digest) => readonly MatchJudgement[] {
  const byPair = Map.groupBy(judgements, ({ a, b }) => pairKey(bytes.get(a), bytes.get(b)));
  return (a, b) => byPair.get(pairKey(a, b)) ?? [];
}

function pairKey(a: string | undefined, b: string | undefined): string {
  return [a ?? "", b ?? ""].toSorted().join(" ");
}

export function objectIs(items: CopyMaterial["items"], object: Digest): (item: ItemId) => boolean {
  const own = new Set(items.flatMap((one) => (one.object === object ? [one.item] : [])));
  return (item) => own.has(item);
}

function joiningEdges(material: CopyMaterial, itemsOf: ReadonlyMap<Digest, CopyMaterial["items"]>): PictureEdge[] {
  const judged = judgementsByPair(material);
  return material.pairs.flatMap((pair): PictureEdge[] => {
    const [first, second] = [itemsOf.get(pair.a), itemsOf.get(pair.b)];
    if (first === undefined || second === undefined || pair.a === pair.b) return [];
    const still = [...first, ...second].some((one) => one.still);
    const firstIsA = (item: ItemId) => first.some((one) => one.item === item);
    const segments = joiningSegments(pair, judged(pair.a, pair.b), { firstIsA, still });
    if (segments.length === 0) return [];
    return [{ a: pair.a, b: pair.b, segments: segments.map(({ a, b, boundsErrorSec }) => ({ a, b, errorSec: boundsErrorSec })) }];
  });
}

function recordedIn(material: CopyMaterial, edges: readonly PictureEdge[]): (members: readonly string[]) => Upload[] {
  const pairs = new Set(material.pairs.map(({ a, b }) => pairKey(a, b)));
  const judged = judgementsByPair(material);
  return recordedUploads(
    material.recorded,
    { edges, isPair: (a, b) => pairs.has(pairKey(a, b)) },
    {
      bytesOf: (item) => material.bytes.get(item) ?? item,
      judgementsOf: (a, b) => judged(a as Digest, b as Digest),
    },
  );
}

function earliestOf(
  items: readonly ItemId[],
  uploadsOf: ReadonlyMap<ItemId, readonly Upload[]>,
  recorded: readonly Upload[],
): EarliestUpload {
  const uploads = new Map<string, Upload>();
  for (const upload of recorded) uploads.set(keyOf(upload), upload);
  // What the case shows now says more than what a line kept of it.
  for (const item of items) for (const upload of uploadsOf.get(item) ?? []) uploads.set(keyOf(upload), upload);
  return earliestUpload([...uploads.values()]);
}
