/** Two items held against each other: what they share, what one has and the other has not, and what was judged of it. */
import { CaseError } from "../../core/case/case-error.ts";
import type { PairComparison, Span } from "../../core/copies/segment-match.ts";
import { MatchPart } from "../../core/copies/match-judgement.ts";
import type { EntryBody } from "../../core/entry/entry.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { objectIs } from "../../reason/copies/arrange-copies.ts";
import { segmentJudged } from "../../reason/copies/judged-pairs.ts";
import { without } from "../../reason/copies/spans.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { peopleNames } from "../people-names.ts";
import { type ComparedPair, type CopyCase, copyCase } from "./copy-case.ts";
import { copyFacts } from "./copy-facts.ts";
import type { CopyItem, CopyPairDetail, Judgement } from "./copy-rows.ts";
import { copyItems } from "./list-copy-groups.ts";
import { pairsWithin, pairState } from "./pair-rows.ts";
import { openReopenings } from "./reopened-judgements.ts";

const leastAloneSec = 0.25;

/** Throws CaseError INPUT_INVALID where nothing was found between the two. */
export async function getCopyPair(
  reader: CaseReader,
  viewer: Viewer,
  { a, b }: { readonly a: ItemId; readonly b: ItemId },
): Promise<CopyPairDetail> {
  demand(viewer, "read");
  const found = await copyCase(reader);
  const [first, second] = [found.material.bytes.get(a), found.material.bytes.get(b)];
  const pair = first === undefined || second === undefined ? undefined : found.pair(first, second);
  if (pair === undefined)
    throw new CaseError("INPUT_INVALID", `pair of ${a} and ${b}: expected two items that share picture or sound; found none compared so`);
  const { comparison, result, line } = pair;
  // In the order of the comparison, by the items that were asked for.
  const [ofA, ofB] = comparison.a === first ? [a, b] : [b, a];
  const items = await copyItems(reader, [ofA, ofB]);
  const open = await openReopenings(reader);
  const lines = new Set(open.map((one) => one.line));
  const entry = await reader.views.db.selectFrom("entry").select(["at", "body"]).where("seq", "=", line).executeTakeFirst();
  const body = entry?.body == null ? undefined : (JSON.parse(entry.body) as EntryBody);
  return {
    a: items.get(ofA) as CopyItem,
    b: items.get(ofB) as CopyItem,
    group: found.groupsOf(ofA).find(({ items: own }) => own.includes(ofB))?.id ?? found.groupsOf(ofA)[0]?.id ?? ofA,
    comparison,
    result,
    matcher: body?.kind === "copies.compared" ? body.data.versions.matcher : "unknown",
    seq: line,
    at: entry?.at ?? "unknown",
    state: pairState(found, comparison, lines),
    judgements: await judgementsOf(reader, found, comparison, lines),
    ...beside(found, pair, lines),
    notInOther: await notInOther(reader, comparison),
  };
}

async function judgementsOf(
  reader: CaseReader,
  found: CopyCase,
  comparison: PairComparison,
  reopened: ReadonlySet<number>,
): Promise<Judgement[]> {
  const items = [...found.itemsOf(comparison.a), ...found.itemsOf(comparison.b)].map((item) => Number(item.slice(1)));
  const rows = await reader.views.db
    .selectFrom("match_judgement")
    .selectAll()
    .where("a", "in", items)
    .where("b", "in", items)
    .orderBy("seq", "desc")
    .execute();
  const nameOf = await peopleNames(reader);
  const firstIsA = objectIs(found.material.items, comparison.a);
  return rows.flatMap(({ seq, a, b, part_json, verdict, reason, result, at, by, withdrawn }): Judgement[] => {
    // Two items of equal bytes name no pair with the other.
    if (firstIsA(itemId(a)) === firstIsA(itemId(b))) return [];
    const part = MatchPart.parse(JSON.parse(part_json));
    return [
      {
        ...{ verdict, part, reason: reason ?? "withheld", result: result as Digest | null },
        ...(withdrawn === null ? {} : { withdrawn: withdrawn === "" ? "withheld" : withdrawn }),
        reopened: reopened.has(seq),
        attached: segmentJudged({ a: itemId(a), part }, comparison, firstIsA) !== "none",
        ...{ at, by, byName: nameOf(by), seq },
      },
    ];
  });
}

/** What waits before and after it, in the order in which the group is gone through. */
function beside(found: CopyCase, pair: ComparedPair, reopened: ReadonlySet<number>): Pick<CopyPairDetail, "previous" | "next"> {
  const group = found.groups.find((one) => pairsWithin(found, one).includes(pair));
  const all = group === undefined ? [pair] : pairsWithin(found, group);
  const at = all.indexOf(pair);
  const waits = ({ comparison }: ComparedPair) => ["waiting", "reopened"].includes(pairState(found, comparison, reopened));
  const named = (one: ComparedPair | undefined) => {
    const [a, b] = one === undefined ? [] : [found.itemsOf(one.comparison.a)[0], found.itemsOf(one.comparison.b)[0]];
    return a === undefined || b === undefined ? null : { a, b };
  };
  return { previous: named(all.slice(0, at).findLast(waits)), next: named(all.slice(at + 1).find(waits)) };
}

/** "18.0 s of X are not in Y": by picture, against each other alone. */
async function notInOther(reader: CaseReader, { a, b, picture }: PairComparison): Promise<CopyPairDetail["notInOther"]> {
  const segments = picture.state === "compared" ? picture.segments : [];
  const facts = new Map((await copyFacts(reader, [a, b])).map((one) => [one.copy, one]));
  const left = (object: string, held: readonly Span[]) => {
    const extent = facts.get(object)?.extent;
    return extent == null ? [] : without(extent, held, leastAloneSec);
  };
  return {
    ofA: left(
      a,
      segments.map((segment) => segment.a),
    ),
    ofB: left(
      b,
      segments.map((segment) => segment.b),
    ),
  };
}
