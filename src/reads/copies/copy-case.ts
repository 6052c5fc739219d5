/**
 * Everything that groups of copies are made of, read once for each head of the ledger: pairs, judgements that stand, uploads, and
 * bounds that lines recorded.
 */
import { MatchPart } from "../../core/copies/match-judgement.ts";
import type { PairComparison } from "../../core/copies/segment-match.ts";
import { UploadSource } from "../../core/copies/upload.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import { TimeClaim } from "../../core/time/time-claim.ts";
import { arrangeCopies, type CopyGroup, type CopyMaterial } from "../../reason/copies/arrange-copies.ts";
import { keyOf } from "../../reason/copies/earliest-upload.ts";
import type { MatchJudgement } from "../../reason/copies/judged-pairs.ts";
import type { RecordedBound } from "../../reason/copies/recorded-bounds.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { itemUploads, uploadVerdicts } from "./item-uploads.ts";

export interface CopyCase {
  readonly material: CopyMaterial;
  readonly groups: readonly CopyGroup[];
  /** A pair by its two objects, in either order; with the result that holds it and the line of that. */
  pair(a: Digest, b: Digest): ComparedPair | undefined;
  /** Pairs of which one at least is among the objects, in the order of their items. */
  pairsOf(objects: ReadonlySet<Digest>): readonly ComparedPair[];
  /** Items of an object that are held. */
  itemsOf(object: Digest): readonly ItemId[];
  groupsOf(item: ItemId): readonly CopyGroup[];
}

export interface ComparedPair {
  readonly comparison: PairComparison;
  readonly result: Digest;
  readonly line: number;
}

const read = new WeakMap<CaseReader["views"], { head: string; found: Promise<CopyCase> }>();

export function copyCase(reader: CaseReader): Promise<CopyCase> {
  const head = reader.views.head()?.head ?? "none";
  const before = read.get(reader.views);
  if (before?.head === head) return before.found;
  const found = readCopyCase(reader);
  read.set(reader.views, { head, found });
  // What failed is asked again.
  found.catch(() => read.delete(reader.views));
  return found;
}

async function readCopyCase(reader: CaseReader): Promise<CopyCase> {
  const { db } = reader.views;
  const rows = await db
    .selectFrom("item")
    .select(["number", "object", "kind"])
    .where("held", "=", 1)
    .where("undone", "is", null)
    .where("kind", "in", ["video", "picture", "sound"])
    .where("object", "is not", null)
    .orderBy("number")
    .execute();
  const items = rows.map(({ number, object, kind }) => ({ item: itemId(number), object: object as Digest, still: kind === "picture" }));
  const itemsOf = Map.groupBy(items, ({ object }) => object);
  const pairs = await comparedPairs(reader, (object) => itemsOf.has(object));
  const judgements = await standingJudgements(reader);
  const recorded = await recordedBounds(reader);
  const material: CopyMaterial = {
    items,
    bytes: await bytesOf(reader, items, [...judgements.flatMap(({ a, b }) => [a, b]), ...recorded.flatMap(({ members }) => members)]),
    pairs: [...pairs.values()].map(({ comparison }) => comparison),
    judgements,
    uploads: await itemUploads(reader, copied(itemsOf, [...pairs.values()])),
    recorded,
  };
  const groups = arrangeCopies(material);
  const { byObject, order } = inOrder([...pairs.values()], itemsOf);
  const groupsOf = new Map<ItemId, CopyGroup[]>();
  for (const group of groups) for (const item of group.items) groupsOf.set(item, [...(groupsOf.get(item) ?? []), group]);
  return {
    material,
    groups,
    pair: (a, b) => pairs.get(pairKey(a, b)),
    pairsOf(objects) {
      const own = new Set([...objects].flatMap((object) => byObject.get(object) ?? []));
      return [...own].toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
    },
    itemsOf: (object) => (itemsOf.get(object) ?? []).map(({ item }) => item),
    groupsOf: (item) => groupsOf.get(item) ?? [],
  };
}

/** Pairs by each of their objects, and the order in which lists show them. */
function inOrder(pairs: readonly ComparedPair[], itemsOf: ReadonlyMap<Digest, CopyMaterial["items"]>) {
  const numberOf = (object: Digest) => Number(itemsOf.get(object)?.[0]?.item.slice(1) ?? 0);
  const sorted = pairs.toSorted(
    ({ comparison: one }, { comparison: other }) => numberOf(one.a) - numberOf(other.a) || numberOf(one.b) - numberOf(other.b),
  );
  const byObject = new Map<Digest, ComparedPair[]>();
  for (const pair of sorted) {
    for (const object of [pair.comparison.a, pair.comparison.b]) {
      const own = byObject.get(object);
      if (own === undefined) byObject.set(object, [pair]);
      else own.push(pair);
    }
  }
  return { byObject, order: new Map(sorted.map((pair, at) => [pair, at])) };
}

/** Pairs as they were read last, by their objects: a comparison does not change, and there may be many. */
const readPairs = new WeakMap<CaseReader["views"], ReadonlyMap<string, ComparedPair>>();

/** Pairs of which both are held, by their objects. */
async function comparedPairs({ views }: CaseReader, isHeld: (object: Digest) => boolean): Promise<ReadonlyMap<string, ComparedPair>> {
  const before = readPairs.get(views);
  const rows = await views.db.selectFrom("copy_pair").select(["a", "b", "result", "seq"]).orderBy("a").orderBy("b").execute();
  const held = rows.filter(({ a, b }) => isHeld(a as Digest) && isHeld(b as Digest));
  const known = (key: string, line: number) => {
    const pair = before?.get(key);
    return pair?.line === line ? pair : undefined;
  };
  const fresh = new Map<string, PairComparison>();
  for (const result of new Set(held.flatMap(({ a, b, result: of, seq }) => (known(pairKey(a, b), seq) === undefined ? [of] : [])))) {
    for (const { a, b, json } of await views.db.selectFrom("copy_pair").select(["a", "b", "json"]).where("result", "=", result).execute())
      fresh.set(pairKey(a, b), JSON.parse(json) as PairComparison);
  }
  const pairs = new Map<string, ComparedPair>();
  for (const { a, b, result, seq } of held) {
    const key = pairKey(a, b);
    const comparison = known(key, seq)?.comparison ?? fresh.get(key);
    // Gone between the two questions: the next head says what there is.
    if (comparison !== undefined) pairs.set(key, { comparison, result: result as Digest, line: seq });
  }
  readPairs.set(views, pairs);
  return pairs;
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Numbers of items that are in some pair, or that have twins. */
function copied(itemsOf: ReadonlyMap<Digest, CopyMaterial["items"]>, pairs: readonly ComparedPair[]): number[] {
  const objects = new Set(pairs.flatMap(({ comparison: { a, b } }) => [a, b]));
  const found = [...itemsOf].filter(([object, twins]) => twins.length > 1 || objects.has(object)).flatMap(([, twins]) => twins);
  return found.map(({ item }) => Number(item.slice(1))).toSorted((a, b) => a - b);
}

async function standingJudgements({ views: { db } }: CaseReader): Promise<MatchJudgement[]> {
  const rows = await db
    .selectFrom("match_judgement")
    .select(["seq", "a", "b", "part_json", "verdict"])
    .where("withdrawn", "is", null)
    .orderBy("seq")
    .execute();
  return rows.map(({ seq, a, b, part_json, verdict }) => ({
    line: seq,
    a: itemId(a),
    b: itemId(b),
    part: MatchPart.parse(JSON.parse(part_json)),
    verdict,
  }));
}

/** Without those whose claim this copy withholds: they bound something, and nobody here can say what. */
async function recordedBounds(reader: CaseReader): Promise<RecordedBound[]> {
  const rows = await reader.views.db.selectFrom("first_upload").selectAll().orderBy("seq").execute();
  const verdictOf = await uploadVerdicts(reader);
  return rows.flatMap(({ seq, to_item, to_by_json, to_claim_json, to_edited_json, group_json }): RecordedBound[] => {
    const time = to_claim_json === null ? undefined : TimeClaim.safeParse(JSON.parse(to_claim_json)).data;
    if (time === undefined) return [];
    const one = { item: itemId(to_item), by: UploadSource.parse(JSON.parse(to_by_json)), time };
    const edited = to_edited_json === null ? null : TimeClaim.parse(JSON.parse(to_edited_json));
    const group = group_json === null ? undefined : (JSON.parse(group_json) as Pick<RecordedBound, "members" | "matches">);
    return [
      {
        line: seq,
        upload: { ...one, edited, judged: verdictOf(keyOf(one)), seen: "recorded" },
        members: group?.members ?? [],
        matches: group?.matches ?? [],
      },
    ];
  });
}

async function bytesOf(
  { views: { db } }: CaseReader,
  items: CopyMaterial["items"],
  others: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, Digest>> {
  const bytes = new Map(items.map(({ item, object }) => [item, object]));
  const missing = [...new Set(others)].filter((item) => !bytes.has(item)).map((item) => Number(item.slice(1)));
  for (let at = 0; at < missing.length; at += 500) {
    const rows = await db
      .selectFrom("item")
      .select(["number", "object"])
      .where("number", "in", missing.slice(at, at + 500))
      .where("object", "is not", null)
      .execute();
    for (const { number, object } of rows) bytes.set(itemId(number), object as Digest);
  }
  return bytes;
}
