/**
 * Writes a tier, or the next version of one, whole. What is new or another than before is worked out here: whoever writes the version
 * answers for that and for nothing else. A version that is written from one that is no longer the newest is not taken: who asks is
 * told what changed meanwhile.
 */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import { faultOfTaking, faultOfTier, inOrder } from "../core/tier/check-tier.ts";
import { mostRanges, rangesOf } from "../core/tier/segment-ranges.ts";
import { TierDocument, type TierId, type TierMaking, type TierSegment, type TierSort } from "../core/tier/tier.ts";
import type { SegmentChange } from "../core/tier/tier-change.ts";
import { tierChanges } from "../core/tier/tier-changes.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason, refuseFault } from "./event-ports.ts";
import { once } from "./once.ts";
import { createSealing } from "./sealing.ts";
import { demandOriginal, demandTier, type TierKnown, type TierPorts } from "./tier-ports.ts";

export interface WantedTier {
  /** Absent for a new one. */
  readonly tier?: TierId | undefined;
  /** Demanded of a next version: the one that it is written from. */
  readonly base?: number | undefined;
  readonly item: ItemId;
  readonly sort: TierSort;
  readonly language: string;
  readonly from: { readonly tier: TierId; readonly version: number } | null;
  /** In any order. */
  readonly segments: readonly TierSegment[];
  readonly made: TierMaking;
  /** Demanded of a next version. */
  readonly reason: string;
}

export type TierWritten =
  | { state: "written"; id: TierId; version: number; seq: number; changes: SegmentChange[] }
  | { state: "stale"; id: TierId; version: number; byName: string; at: string; changes: SegmentChange[] };

/** Throws CaseError INPUT_INVALID naming the segment, ITEM_UNKNOWN. */
export async function writeTier(ports: TierPorts, viewer: Viewer, wanted: WantedTier): Promise<TierWritten> {
  demand(viewer, "append");
  const thing = wanted.tier === undefined ? `new tier of ${wanted.item}` : `tier ${wanted.tier}`;
  if (wanted.tier !== undefined) demandReason(thing, wanted.reason);
  const early = await staleBase(ports, wanted);
  if (early !== undefined) return early;
  const { document, changes } = await checkedDocument(ports, thing, wanted);
  const digest = await keepDocument(ports, document);
  const { seal, opens } = createSealing(ports.writer);
  const data = {
    ...{ item: wanted.item, sort: wanted.sort, language: wanted.language, document: digest, from: wanted.from, made: wanted.made },
    changed: changedRanges(thing, changes),
    reason: wanted.reason.trim() === "" ? null : seal(wanted.reason.trim()),
  };
  let late: TierWritten | undefined;
  let id: TierId = wanted.tier ?? "w1";
  const version = (wanted.base ?? 0) + 1;
  const [line] = await ports.writer.append(async (numbers) => {
    // Asked again: while the document was kept, somebody else may have written a version.
    late = await staleBase(ports, wanted);
    if (late !== undefined) return [];
    if (wanted.tier === undefined) id = numbers.next("w");
    return [{ kind: "tier.written", data: { tier: id, version, ...data }, opens }];
  });
  return late ?? { state: "written", id, version, seq: line?.head.seq ?? 0, changes };
}

/** What makes the base too old, or undefined. Throws CaseError INPUT_INVALID unless the tier stands and is the one that is meant. */
async function staleBase(ports: TierPorts, { tier, base, item, sort }: WantedTier): Promise<TierWritten | undefined> {
  if (tier === undefined) return undefined;
  const held = await demandTier(ports, tier);
  const thing = `tier ${tier}`;
  if (base === undefined) throw new CaseError("INPUT_INVALID", `${thing}: expected the version that this one is written from; found none`);
  if (held.item !== item || held.sort !== sort)
    throw new CaseError("INPUT_INVALID", `${thing}: expected ${held.sort} of ${held.item}, as it is; found ${sort} of ${item}`);
  if (base > held.version)
    throw new CaseError("INPUT_INVALID", `${thing}: expected one of its ${held.version} versions to write from; found version ${base}`);
  return base === held.version ? undefined : stale(ports, tier, held, base);
}

async function stale({ tiers }: TierPorts, tier: TierId, held: TierKnown, base: number): Promise<TierWritten> {
  const [then, now] = [await tiers.document(tier, base), await tiers.document(tier, held.version)];
  const changes = now === undefined ? [] : tierChanges(then, now);
  return { state: "stale", id: tier, version: held.version, byName: held.byName, at: held.at, changes };
}

async function checkedDocument(
  ports: TierPorts,
  thing: string,
  wanted: WantedTier,
): Promise<{ document: TierDocument; changes: SegmentChange[] }> {
  const { object } = await demandOriginal(ports, wanted.item);
  const before = wanted.tier === undefined ? undefined : await ports.tiers.document(wanted.tier, wanted.base ?? 0);
  if (wanted.tier !== undefined && before === undefined)
    throw new CaseError("OBJECT_MISSING", `${thing}: expected version ${wanted.base} in this copy of the case; found that it is withheld`);
  const document = TierDocument.parse({
    format: "witnessmark-tier-v1",
    ...{ item: wanted.item, object, sort: wanted.sort, language: wanted.language, segments: inOrder(wanted.segments) },
  });
  const held = wanted.tier === undefined ? undefined : await ports.tiers.tier(wanted.tier);
  const sameSource = held !== undefined && held.from === (wanted.from?.tier ?? null);
  const kept = new Map(sameSource ? before?.segments.map(({ id, of }) => [id, of]) : []);
  refuseFault(thing, faultOfTier(document, await sourceSegments(ports, thing, wanted, sameSource), kept));
  refuseFault(thing, faultOfTaking(wanted.made, before?.segments ?? [], document.segments));
  const next = held?.nextSegment ?? 1;
  const changes = tierChanges(before && { ...before, source: held?.from }, { ...document, source: wanted.from?.tier ?? null });
  const reused = changes.find(({ is, id }) => is === "new" && id < next);
  if (reused !== undefined)
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: segment ${reused.id}: expected an id from ${next} on for a new segment; found one that was used`,
    );
  if (changes.length === 0 && before !== undefined && before.language === document.language)
    throw new CaseError("INPUT_INVALID", `${thing}: expected a version that differs from version ${wanted.base}; found the same`);
  return { document, changes };
}

/**
 * Ids that segments may be written from; null where the tier is written from the recording. `same`: the version before was written from
 * that tier too. Then it may have been taken back meanwhile, or be withheld here: what was translated from it is not lost with it.
 */
async function sourceSegments(
  ports: TierPorts,
  thing: string,
  { tier, item, sort, from }: WantedTier,
  same: boolean,
): Promise<ReadonlySet<number> | null> {
  if (from === null) return null;
  if (sort === "verbatim" || sort === "on-screen")
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected ${sort} words to be written from the recording; found them from tier ${from.tier}`,
    );
  const source = (same ? await ports.tiers.tier(from.tier) : undefined) ?? (await demandTier(ports, from.tier));
  if (from.tier === tier || source.item !== item)
    throw new CaseError("INPUT_INVALID", `${thing}: expected another tier of ${item} that it is written from; found ${from.tier}`);
  if (source.sort === "notes" || (source.sort === "translation" && sort === "translation"))
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected a ${sort} of words that are heard or seen; found one of tier ${from.tier}, which is ${source.sort}`,
    );
  const document = await ports.tiers.document(from.tier, from.version);
  if (document === undefined && same) return new Set();
  if (document === undefined)
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected a version of ${from.tier} that this copy holds; found none of number ${from.version}`,
    );
  return new Set(document.segments.map(({ id }) => id));
}

/** The same for every tier of a file that is brought in. Throws CaseError INPUT_INVALID. */
export function changedRanges(thing: string, changes: readonly SegmentChange[]): [number, number][] {
  const ranges = rangesOf(changes.filter(({ is }) => is !== "removed").map(({ id }) => id));
  if (ranges.length > mostRanges)
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected changes in at most ${mostRanges} stretches of segments; found ${ranges.length}. Write it in parts.`,
    );
  return ranges;
}

/** Durable when this resolves. */
export async function keepDocument({ vault }: TierPorts, document: TierDocument): Promise<Digest> {
  const staged = await vault.stage(once(encodeUtf8(`${canonicalJson(document as unknown as Json)}\n`)));
  await vault.commit([staged]);
  return staged.digest;
}
