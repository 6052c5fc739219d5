/**
 * Recordings of the case that can be put on a clock: held, with sound or moving picture, and when they begin and end on their own clock.
 * That clock honours the edit list, as the player's and the decoder's do: what a file hides is not part of the recording.
 */
import type { FrameTable, ProbeResult } from "../../core/analysis/probe-result.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { ClipRate } from "../../reason/sync/sync-problem.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { fileIn } from "../copies/missing-comparisons.ts";
import { itemId } from "../item-row.ts";
import { type AudioOf, clipRate, type VideoOf } from "./clip-rate.ts";

export interface ClipFacts {
  readonly item: ItemId;
  readonly object: Digest;
  readonly hasSound: boolean;
  readonly hasPicture: boolean;
  /** Item times of the first and the last moment; undefined where the container does not say. */
  readonly span: { readonly startS: number; readonly endS: number } | undefined;
  readonly rate: ClipRate;
}

interface MeasurableRow {
  readonly item: ItemId;
  readonly object: Digest;
}

/** By number. What is not probed yet is of no kind yet, and is not among them. */
export async function measurableItems({ views: { db } }: CaseReader): Promise<MeasurableRow[]> {
  const rows = await db
    .selectFrom("item")
    .select(["number", "object"])
    .where("held", "=", 1)
    .where("undone", "is", null)
    .where("object", "is not", null)
    .where((one) => one.or([one("kind", "=", "video"), one.and([one("kind", "=", "sound"), one("has_sound", "=", 1)])]))
    .orderBy("number")
    .execute();
  return rows.map(({ number, object }) => ({ item: itemId(number), object: object as Digest }));
}

/** Of these items, those that can be put on a clock, by number. */
export async function clipFacts(reader: CaseReader, items: readonly ItemId[]): Promise<ClipFacts[]> {
  const wanted = new Set(items);
  const rows = (await measurableItems(reader)).filter(({ item }) => wanted.has(item));
  const probes = await probeResults(reader, rows);
  return rows.flatMap(({ item, object }) => {
    const probe = probes.get(item);
    return probe === undefined ? [] : [{ item, object, ...probe }];
  });
}

export type Probed = Omit<ClipFacts, "item" | "object">;

/** A result does not change: read once as long as the case is open. */
const kept = new WeakMap<CaseReader["views"], Map<string, Promise<Probed>>>();

async function probeResults(reader: CaseReader, rows: readonly MeasurableRow[]): Promise<ReadonlyMap<ItemId, Probed>> {
  const known = kept.get(reader.views) ?? new Map<string, Promise<Probed>>();
  kept.set(reader.views, known);
  const recorded = await reader.views.db
    .selectFrom("analysis")
    .select(["item", "result", "files_json"])
    .where("analyser", "=", "probe")
    .where("state", "=", "done")
    .where("result", "is not", null)
    .execute();
  const results = new Map(recorded.map(({ item, ...made }) => [itemId(item), made]));
  const found = new Map<ItemId, Probed>();
  for (const { item } of rows) {
    const made = results.get(item);
    if (made === undefined) continue;
    const result = made.result as Digest;
    const frames = fileIn(made.files_json, "frames.json");
    const key = `${result} ${frames}`;
    let probed = known.get(key);
    if (probed === undefined) {
      if (!(await reader.vault.has(result))) continue;
      probed = readProbed(reader, result, frames);
      known.set(key, probed);
      probed.catch(() => known.delete(key));
    }
    found.set(item, await probed);
  }
  return found;
}

async function readProbed({ vault }: CaseReader, result: Digest, frames: Digest | null): Promise<Probed> {
  const table = frames !== null && (await vault.has(frames)) ? ((await readJson(vault, frames)) as FrameTable) : undefined;
  return probedOf((await readJson(vault, result)) as ProbeResult, table);
}

/** What a probe says of when a recording begins and ends, and in what it counts; its frames say it of pictures. */
export function probedOf({ streams, startSec, durationSec }: ProbeResult, table: FrameTable | undefined): Probed {
  const video = streams.find((stream): stream is VideoOf => stream.type === "video" && !stream.attachedPicture);
  const audio = streams.find((stream): stream is AudioOf => stream.type === "audio");
  const spans = [
    ...(video === undefined ? [] : [table === undefined ? undefined : pictureSpan(table)]),
    ...(audio === undefined ? [] : [audioSpan(audio, startSec, durationSec)]),
  ];
  const certain = spans.filter((span) => span !== undefined);
  return {
    hasSound: audio !== undefined,
    hasPicture: video !== undefined,
    span:
      certain.length === 0
        ? undefined
        : { startS: Math.min(...certain.map(({ startS }) => startS)), endS: Math.max(...certain.map(({ endS }) => endS)) },
    rate: clipRate(video, audio),
  };
}

/** Of a lone frame nothing says how long it stays. */
const loneFrameS = 0.04;

/** From the first frame that is shown to the end of the last; frames may be shown in another order than they are stored in. */
function pictureSpan({ edited }: FrameTable): ClipFacts["span"] {
  let [first, last, before] = [Infinity, -Infinity, -Infinity];
  for (const time of edited) {
    if (time === null) continue;
    if (time < first) first = time;
    if (time > last) [before, last] = [last, time];
    else if (time > before && time < last) before = time;
  }
  return last === -Infinity ? undefined : { startS: first, endS: last + (before === -Infinity ? loneFrameS : last - before) };
}

/** Its own start and length, else the container's. */
function audioSpan(audio: AudioOf, startSec: number, durationSec: ProbeResult["durationSec"]): ClipFacts["span"] {
  const startS = audio.startSec === "unknown" ? startSec : audio.startSec;
  const length = audio.durationSec === "unknown" ? durationSec : audio.durationSec;
  return length === "unknown" || length <= 0 ? undefined : { startS, endS: startS + length };
}
