/**
 * What detectors found in an item, held against its marks as they are now: stretches that no mark covers and nobody answered for, what
 * was left and why, and runs that say nothing any more. All of it is worked out here, when it is asked for.
 */
import { DetectionResult } from "../../core/detector/detection.ts";
import { joinRegions, type RegionStretch } from "../../core/detector/join-regions.ts";
import { leftBefore, unmarkedRegions } from "../../core/detector/unmarked-regions.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { BoxSort } from "../../core/redaction/box-at.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { peopleNames } from "../people-names.ts";
import type { ItemRedaction } from "./redaction-of.ts";
import { demand } from "../../policy/demand.ts";

interface Said {
  readonly line: number;
  readonly by: PersonId;
  readonly byName: string;
  readonly at: string;
}

export interface RunOf extends Said {
  readonly program: string;
  readonly frames: number;
  readonly regions: number;
  /** Whether it looked at the bytes that the item has now. */
  readonly sameBytes: boolean;
  /** Null where this copy does not hold it, or it is no such result. */
  readonly result: DetectionResult | null;
}

export interface LeftOf extends Said {
  readonly run: number;
  readonly program: string;
  /** As its regions join; empty where the run cannot be read. */
  readonly stretches: readonly RegionStretch[];
  readonly what: string;
  readonly reason: string;
  /** Withheld words, or words about other bytes, answer for nothing. */
  readonly counts: boolean;
}

export interface UnmarkedStretch extends RegionStretch {
  readonly run: number;
  readonly program: string;
}

export interface ItemRegions {
  readonly runs: readonly RunOf[];
  readonly unmarked: readonly UnmarkedStretch[];
  readonly left: readonly LeftOf[];
  /** Lines of runs on these bytes that cannot be read, and that no later run stands in for. */
  readonly unread: readonly number[];
}

export async function regionsOf(
  reader: CaseReader,
  viewer: Viewer,
  { item, object, marks }: Pick<ItemRedaction, "item" | "object" | "marks">,
): Promise<ItemRegions> {
  demand(viewer, "read");
  const runs = await runsOf(reader, item, object);
  const left = await leftOf(reader, item, runs);
  const boxes = marks.flatMap(({ mark, withdrawn }): BoxSort[] =>
    withdrawn === undefined && mark !== "withheld" && mark.sort.what === "box" ? [mark.sort] : [],
  );
  const readable = runs.flatMap(({ line, program, sameBytes, result }) =>
    sameBytes && result !== null ? [{ line, program, result }] : [],
  );
  const answered = new Map(
    readable.map(({ line, result }) => [
      line,
      new Set(left.flatMap((one) => (one.counts && one.run === line ? one.regions : [])).filter((place) => place < result.regions.length)),
    ]),
  );
  const unmarked = readable.flatMap(({ line, program, result }) => {
    const own = new Set(answered.get(line));
    for (const other of readable)
      if (other.line !== line && (answered.get(other.line)?.size ?? 0) > 0)
        for (const place of leftBefore(result, other.result, answered.get(other.line) ?? new Set())) own.add(place);
    return joinRegions(result, unmarkedRegions(result, boxes, own)).map((stretch) => ({ ...stretch, run: line, program }));
  });
  const lastRead = readable.at(-1)?.line ?? 0;
  return {
    runs,
    unmarked: unmarked.toSorted((a, b) => a.fromS - b.fromS || a.run - b.run),
    left: left.map(({ regions: _regions, ...one }) => one),
    unread: runs.flatMap(({ line, sameBytes, result }) => (sameBytes && result === null && line > lastRead ? [line] : [])),
  };
}

async function runsOf(reader: CaseReader, item: ItemId, object: Digest | null): Promise<RunOf[]> {
  const rows = await reader.views.db
    .selectFrom("detector_run")
    .selectAll()
    .where("item", "=", Number(item.slice(1)))
    .orderBy("line")
    .execute();
  if (rows.length === 0) return [];
  const nameOf = await peopleNames(reader);
  const runs: RunOf[] = [];
  for (const { line, by, at, program, frames, regions, ...row } of rows) {
    const sameBytes = row.object === object;
    runs.push({
      ...{ line, by: by as PersonId, byName: nameOf(by), at, program, frames, regions, sameBytes },
      // What was found on other bytes is held against nothing.
      result: sameBytes ? await detectionResult(reader, row.result, row.object) : null,
    });
  }
  return runs;
}

/** Null where this copy does not hold it, or it is of other bytes than its line says. */
export async function detectionResult(
  { vault }: Pick<CaseReader, "vault">,
  digest: string,
  object: string,
): Promise<DetectionResult | null> {
  const kept = digest as Digest;
  if (!(await vault.has(kept))) return null;
  const result = DetectionResult.safeParse(await readJson(vault, kept).catch(() => undefined)).data;
  return result === undefined || result.object !== object ? null : result;
}

async function leftOf(
  reader: CaseReader,
  item: ItemId,
  runs: readonly RunOf[],
): Promise<readonly (LeftOf & { readonly regions: readonly number[] })[]> {
  const rows = await reader.views.db
    .selectFrom("region_left")
    .selectAll()
    .where("item", "=", Number(item.slice(1)))
    .orderBy("line")
    .execute();
  if (rows.length === 0) return [];
  const nameOf = await peopleNames(reader);
  return rows.map(({ line, by, at, run, what, reason, regions_json }) => {
    const of = runs.find((one) => one.line === run);
    const regions = JSON.parse(regions_json) as number[];
    const places = regions.filter((place) => place < (of?.result?.regions.length ?? 0));
    return {
      ...{ line, by: by as PersonId, byName: nameOf(by), at, run, regions, program: of?.program ?? "" },
      stretches: of?.result == null ? [] : joinRegions(of.result, places),
      what: what ?? "withheld",
      reason: reason ?? "withheld",
      counts: what !== null && reason !== null && of?.sameBytes === true,
    };
  });
}
