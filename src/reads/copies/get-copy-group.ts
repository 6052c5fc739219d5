/** One group of copies: each on one clock, what each holds alone, when it was out, what may have been made from what, and what is to be looked at again. */
import { CaseError } from "../../core/case/case-error.ts";
import type { Span } from "../../core/copies/segment-match.ts";
import { UploadSource } from "../../core/copies/upload.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import { TimeClaim } from "../../core/time/time-claim.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CopyGroup } from "../../reason/copies/arrange-copies.ts";
import { onAxis, type SharedSpan, type Stretch } from "../../reason/copies/common-axis.ts";
import type { CopyFacts } from "../../reason/copies/copy-facts.ts";
import { derivations } from "../../reason/copies/derivations.ts";
import { totalOf, unionOf, without } from "../../reason/copies/spans.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { type CopyCase, copyCase } from "./copy-case.ts";
import type { CopyGroupDetail, CopyItem, CopyOfGroup } from "./copy-rows.ts";
import { bestOfGroup, copyItems, factsOfGroup, groupCounts, groupRows, joinedPairs } from "./list-copy-groups.ts";
import { pairRow, pairsWithin } from "./pair-rows.ts";
import { openReopenings, reopenedJudgements } from "./reopened-judgements.ts";
import { earliestReasons, type Unbounded } from "./upload-words.ts";

/** Shorter stretches that a copy has alone are the error of a cut, seconds. */
const leastAloneSec = 0.25;

/** Less is the error of two cuts, seconds. */
const leastUnboundedSec = 0.7;

/** `item`: any of the group; of several groups, the one that is called so, else the first. Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function getCopyGroup(reader: CaseReader, viewer: Viewer, item: ItemId): Promise<CopyGroupDetail> {
  demand(viewer, "read");
  const found = await copyCase(reader);
  const group = await demandGroup(reader, found, item);
  const counts = await groupCounts(reader, found);
  const [row] = await groupRows(reader, found, [group], counts);
  const facts = await factsOfGroup(reader, found, group);
  const best = await bestOfGroup(reader, found, group);
  const open = new Set((await openReopenings(reader)).map(({ line }) => line));
  const pairs = joinedPairs(found, group);
  const made = derivations(facts, pairs);
  const itemOf = firstItems(found, group);
  const axis = axisOf(facts, best.best);
  const copies = await copiesOf(reader, found, group, axis);
  const placed = new Set(copies.flatMap(({ copy, uploads }) => (uploads.length === 0 ? [] : [copy.item])));
  const unplaced = copies
    .filter(({ copy, sameBytes }) => ![copy.item, ...sameBytes].some((one) => placed.has(one)))
    .map(({ copy }) => copy.item);
  return {
    group: row as CopyGroupDetail["group"],
    axis: { item: itemOf(axis.copy), lengthSec: axis.extent === null ? 0 : axis.extent.toSec - axis.extent.fromSec },
    copies,
    earliestReasons: earliestReasons(group.earliest, unplaced, unboundedIn(found, group, facts)),
    bestReasons: bestReasons(best, itemOf),
    moves: await movesOf(reader, group),
    derivations: made.possible.map(({ from, to, edits, reasons, nearest }) => ({
      ...{ from: itemOf(from), to: itemOf(to), edits: [...edits], reasons: [...reasons], nearest },
    })),
    undecided: made.undecided.map(({ a, b, reasons }) => ({ a: itemOf(a), b: itemOf(b), reasons: [...reasons] })),
    pairs: pairsWithin(found, group).map((pair) => pairRow(found, pair, open)),
    soundOnly: soundOnly(found, group),
    reopened: await reopenedJudgements(reader, new Set(group.items)),
  };
}

/** A copy that was out bounds the seconds that it shows, and no others. */
function unboundedIn({ material }: CopyCase, group: CopyGroup, facts: readonly CopyFacts[]): Unbounded[] {
  const item = group.earliest.bound?.upload.item;
  const object = item === undefined ? undefined : material.bytes.get(item);
  if (object === undefined) return [];
  return facts.flatMap(({ copy, name, extent }): Unbounded[] => {
    if (copy === object) return [];
    const shared = group.edges.flatMap(({ a, b, segments }) => {
      if (a === copy && b === object) return segments.map((segment) => segment.a);
      return b === copy && a === object ? segments.map((segment) => segment.b) : [];
    });
    if (shared.length === 0) return [{ item: name, seconds: "cannot-be-told" }];
    const left = extent === null ? 0 : totalOf(without(extent, shared, leastAloneSec));
    return left > leastUnboundedSec ? [{ item: name, seconds: left }] : [];
  });
}

async function demandGroup(reader: CaseReader, found: CopyCase, item: ItemId): Promise<CopyGroup> {
  const own = found.groupsOf(item);
  const group = own.find(({ id }) => id === item) ?? own[0];
  if (group !== undefined) return group;
  const known = await reader.views.db
    .selectFrom("item")
    .select("number")
    .where("number", "=", Number(item.slice(1)))
    .executeTakeFirst();
  if (known === undefined) throw new CaseError("ITEM_UNKNOWN", `item ${item}: expected an item of this case; found none of that number`);
  throw new CaseError("INPUT_INVALID", `item ${item}: expected an item with copies; found none of it that were compared so far`);
}

/** By which item of the group its bytes are called. */
function firstItems(found: CopyCase, group: CopyGroup): (object: string) => ItemId {
  const own = new Map<string, ItemId>();
  for (const item of group.items.toReversed()) {
    const object = found.material.bytes.get(item);
    if (object !== undefined) own.set(object, item);
  }
  return (object) => own.get(object) ?? (found.itemsOf(object as Digest)[0] as ItemId);
}

/** The best copy where one leads, else the longest. */
function axisOf(facts: readonly CopyFacts[], best: string | null): CopyFacts {
  const length = ({ extent }: CopyFacts) => (extent === null ? 0 : extent.toSec - extent.fromSec);
  const [longest] = facts.toSorted((one, other) => length(other) - length(one) || (one.copy < other.copy ? -1 : 1));
  return (facts.find(({ copy }) => copy === best) ?? longest) as CopyFacts;
}

async function copiesOf(reader: CaseReader, found: CopyCase, group: CopyGroup, axis: CopyFacts): Promise<CopyOfGroup[]> {
  const extent = axis.extent ?? { fromSec: 0, toSec: 0 };
  const picture = onAxis(axis.copy, extent, pictureSpans(group));
  const sound = onAxis(axis.copy, extent, soundSpans(found, group));
  const items = await copyItems(reader, group.items);
  const facts = new Map((await factsOfGroup(reader, found, group)).map((one) => [one.copy, one]));
  const stretches = (of: ReadonlyMap<string, readonly Stretch[]>, object: string) => (of.get(object) ?? []).map((one) => ({ ...one }));
  return group.items.map((item) => {
    const object = found.material.bytes.get(item) as Digest;
    const own = facts.get(object);
    const twins = found.itemsOf(object).filter((other) => other !== item);
    return {
      copy: items.get(item) as CopyItem,
      picture: stretches(picture, object),
      sound: own?.hasSound === true ? stretches(sound, object) : [],
      // With equal bytes beside it nothing is its alone.
      alone: own?.extent == null || twins.length > 0 ? [] : without(own.extent, heldElsewhere(found, object), leastAloneSec),
      uploads: found.material.uploads
        .filter((upload) => upload.item === item)
        .toSorted((one, other) => Date.parse(one.time.latest) - Date.parse(other.time.latest))
        .map(({ by, time, judged }) => ({ item, by, claim: time, verdict: judged })),
      sameBytes: [...twins],
      alsoIn: found.groupsOf(item).flatMap(({ id }) => (id === group.id ? [] : [id])),
    };
  });
}

function pictureSpans(group: CopyGroup): SharedSpan[] {
  return group.edges.flatMap(({ a, b, segments }) => segments.map((segment) => ({ a, b, ofA: segment.a, ofB: segment.b })));
}

function soundSpans(found: CopyCase, group: CopyGroup): SharedSpan[] {
  return pairsWithin(found, group).flatMap(({ comparison: { a, b, sound } }) =>
    sound.state === "compared" ? sound.segments.map((segment) => ({ a, b, ofA: segment.a, ofB: segment.b })) : [],
  );
}

/** Seconds of a copy's own clock that other copies hold, in whichever group: what a compilation has from elsewhere is not its alone. */
export function heldElsewhere(found: CopyCase, object: Digest): Span[] {
  return unionOf(
    found.groups
      .flatMap(({ edges }) => edges)
      .flatMap(({ a, b, segments }) =>
        segments.flatMap((segment) => [...(a === object ? [segment.a] : []), ...(b === object ? [segment.b] : [])]),
      ),
  );
}

function bestReasons({ best, ranked }: Awaited<ReturnType<typeof bestOfGroup>>, itemOf: (object: string) => ItemId): string[] {
  const lead = best === null ? "No copy leads: those that are weighed the same cannot be told apart by what is known of them." : undefined;
  return [
    ...(lead === undefined ? [] : [lead]),
    ...ranked.map(({ copy, reasons }) => `${itemOf(copy)}: ${reasons.join("; ")}.`),
    "The size of the files plays no part. This is not a judgement of authenticity.",
  ];
}

/** Lines in which the bound of these items moved, newest first. */
async function movesOf(reader: CaseReader, group: CopyGroup): Promise<CopyGroupDetail["moves"]> {
  const own = new Set<string>(group.items);
  const rows = await reader.views.db.selectFrom("first_upload").selectAll().orderBy("seq", "desc").execute();
  return rows.flatMap(({ seq, at, to_item, to_by_json, to_claim_json, group_json }) => {
    const { members } = group_json === null ? { members: [] } : (JSON.parse(group_json) as { members: string[] });
    const claim = to_claim_json === null ? undefined : TimeClaim.safeParse(JSON.parse(to_claim_json)).data;
    if (claim === undefined || ![itemId(to_item) as string, ...members].some((item) => own.has(item))) return [];
    return [{ upload: { item: itemId(to_item), by: UploadSource.parse(JSON.parse(to_by_json)), claim }, seq, at }];
  });
}

/** Items outside the group that share sound with one in it: it may have been laid under another picture. */
function soundOnly(found: CopyCase, group: CopyGroup): CopyGroupDetail["soundOnly"] {
  const own = new Set(group.items);
  const objects = new Set(group.items.flatMap((item) => found.material.bytes.get(item) ?? []));
  const itemOf = firstItems(found, group);
  return found.pairsOf(objects).flatMap(({ comparison: { a, b, sound } }) => {
    if (sound.state !== "compared" || sound.segments.length === 0) return [];
    const [inside, outside] = objects.has(a) ? [a, b] : [b, a];
    const item = found.itemsOf(outside)[0];
    if (objects.has(outside) || item === undefined || own.has(item)) return [];
    const seconds = sound.segments.reduce((sum, segment) => sum + segment.a.toSec - segment.a.fromSec, 0);
    return [{ item, with: itemOf(inside), seconds }];
  });
}
