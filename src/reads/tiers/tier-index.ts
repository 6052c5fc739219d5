/** What actions on tiers must know before they append. */
import { ProbeResult } from "../../core/analysis/probe-result.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { SegmentRanges } from "../../core/tier/segment-ranges.ts";
import type { TierDocument, TierId, TierSort } from "../../core/tier/tier.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { peopleNames } from "../people-names.ts";
import { tierDocument } from "./tier-document.ts";
import { type SegmentOfTier, tierStates } from "./tier-states.ts";

export interface TierKnown {
  readonly item: ItemId;
  readonly sort: TierSort;
  readonly language: string;
  readonly version: number;
  readonly from: TierId | null;
  readonly withdrawn: boolean;
  readonly nextSegment: number;
  readonly byName: string;
  readonly at: string;
}

export interface TierReviewKnown {
  readonly tier: TierId;
  readonly segments: SegmentRanges;
  readonly by: PersonId;
  readonly withdrawn: boolean;
}

export function tierIndex(reader: CaseReader) {
  const { db } = reader.views;
  return {
    async tier(id: TierId): Promise<TierKnown | undefined> {
      const row = await db
        .selectFrom("tier")
        .selectAll()
        .where("id", "=", Number(id.slice(1)))
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { sort, language, version, next_segment: nextSegment, at } = row;
      return {
        ...{ item: itemId(row.item), sort, language, version, nextSegment, at },
        from: row.from_tier === null ? null : `w${row.from_tier}`,
        withdrawn: row.withdrawn !== null,
        byName: (await peopleNames(reader))(row.by),
      };
    },
    /** Undefined where there is no such version, or this copy does not hold it. */
    async document(id: TierId, version: number): Promise<TierDocument | undefined> {
      const row = await db
        .selectFrom("tier_version")
        .select("document")
        .where("tier", "=", Number(id.slice(1)))
        .where("version", "=", version)
        .executeTakeFirst();
      return row === undefined ? undefined : tierDocument(reader, row.document);
    },
    /** Segments of the newest version. */
    async states(id: TierId): Promise<readonly SegmentOfTier[]> {
      const row = await db
        .selectFrom("tier")
        .select(["id", "sort", "from_tier"])
        .where("id", "=", Number(id.slice(1)))
        .executeTakeFirst();
      return row === undefined ? [] : tierStates(reader, row);
    },
    /** Of the newest version: segments, and the segment that each is written from. */
    async sources(id: TierId): Promise<ReadonlyMap<number, number | null>> {
      const rows = await db
        .selectFrom("tier_segment")
        .select(["segment", "source"])
        .where("tier", "=", Number(id.slice(1)))
        .execute();
      return new Map(rows.map(({ segment, source }) => [segment, source]));
    },
    async review(line: number): Promise<TierReviewKnown | undefined> {
      const row = await db.selectFrom("tier_review").selectAll().where("line", "=", line).executeTakeFirst();
      if (row === undefined) return undefined;
      const segments = JSON.parse(row.segments_json) as SegmentRanges;
      return { tier: `w${row.tier}`, segments, by: row.by as PersonId, withdrawn: row.withdrawn !== null };
    },
    original: (item: ItemId) => originalOf(reader, item),
    /** Tiers that are written from this one and stand. */
    async writtenFrom(id: TierId): Promise<TierId[]> {
      const rows = await db
        .selectFrom("tier")
        .select("id")
        .where("from_tier", "=", Number(id.slice(1)))
        .where("withdrawn", "is", null)
        .orderBy("id")
        .execute();
      return rows.map((row): TierId => `w${row.id}`);
    },
    async media(item: ItemId): Promise<string> {
      const row = await db
        .selectFrom("item")
        .select("name")
        .where("number", "=", Number(item.slice(1)))
        .executeTakeFirst();
      return row?.name ?? "withheld";
    },
  };
}

export interface OriginalClock {
  readonly object: Digest;
  readonly durationSec: number | null;
  /** `waits`: it was not probed yet; `unread`: the probe failed, or this copy does not hold what it found. Then 0 stands for it. */
  readonly clock: "known" | "unread" | "waits";
  readonly hasSound: boolean;
  /** Where its clock begins, and where on it the sound does: 0 where nothing says otherwise. */
  readonly startSec: number;
  readonly soundStartSec: number;
}

/** Of an item that the case holds; undefined of any other. */
export async function originalOf({ views: { db }, vault }: CaseReader, item: ItemId): Promise<OriginalClock | undefined> {
  const number = Number(item.slice(1));
  const row = await db
    .selectFrom("item")
    .select(["object", "held", "duration_sec"])
    .where("number", "=", number)
    .where("undone", "is", null)
    .executeTakeFirst();
  if (row?.object == null || row.held === 0) return undefined;
  const probed = await db
    .selectFrom("analysis")
    .select(["state", "result"])
    .where("item", "=", number)
    .where("analyser", "=", "probe")
    .executeTakeFirst();
  const result = probed?.result as Digest | null | undefined;
  const probe = result != null && (await vault.has(result)) ? ProbeResult.safeParse(await readJson(vault, result)).data : undefined;
  // What is no media has no clock: a picture or a text begins at 0.
  const isRead = probe !== undefined || (probed?.state === "done" && (result == null || (await vault.has(result))));
  const startSec = probe?.startSec ?? 0;
  const sound = probe?.streams.find(({ type }) => type === "audio");
  return {
    ...{ object: row.object as Digest, durationSec: row.duration_sec, startSec, hasSound: sound !== undefined },
    clock: probed === undefined ? "waits" : isRead ? "known" : "unread",
    soundStartSec: sound?.type === "audio" && sound.startSec !== "unknown" ? sound.startSec : startSec,
  };
}
