/** The frame table of a video stream: every frame in presentation order, with its stored time and the time a player shows it at. */
import type { FrameTable } from "../../core/analysis/probe-result.ts";
import { type MediaFile, type ProbedStream, ratio } from "./ask-ffprobe.ts";
import { decodedTimes } from "./decoded-times.ts";
import { type Packets, readPackets, type StreamSpan } from "./packet-table.ts";

export interface ReadFrames {
  readonly table: FrameTable;
  /** Just past the last frame, in the table's units. */
  readonly endPts: number;
  /** Frames that the edit list shows more than once. */
  readonly repeated: readonly number[];
  /** Frames whose time the container does not give: counted on from their neighbours. */
  readonly withoutTime: number;
  readonly from: "packets" | "decoder";
  readonly reordered: boolean;
  /** Spans of all streams on the player's clock. */
  readonly spans: ReadonlyMap<number, StreamSpan>;
  /** What ffprobe complained of while it read: the file is damaged or cut off there. */
  readonly complaint: string;
}

export async function readFrames(
  file: MediaFile,
  stream: ProbedStream,
  { size, onProgress }: { size: number; onProgress: (done: number) => void },
): Promise<ReadFrames> {
  const timeBase = ratio(stream.time_base) ?? { num: 1, den: 1000 };
  const hasEditLists = file.demuxer === "mov";
  let told = 0;
  const progress = (base: number, share: number) => (place: number) => {
    const done = base + (share * place) / Math.max(1, size);
    if (done - told < 0.02) return;
    told = done;
    onProgress(done);
  };
  const shown = await readPackets(file, { stream: stream.index, ignoreEditList: false, onPlace: progress(0, 0.5) });
  let stored = shown.packets;
  let from: ReadFrames["from"] = "packets";
  if (hasEditLists)
    stored = (await readPackets(file, { stream: stream.index, ignoreEditList: true, onlyThis: true, onPlace: progress(0.5, 0.5) })).packets;
  else if (stream.codec_name === "vp8" || stored.pts.some(Number.isNaN)) {
    const decoded = await decodedTimes(file, stream.index, progress(0.5, 0.5));
    if (decoded.pts.length > 0) [stored, from] = [decoded, "decoder"];
  }
  const built = buildTable(stored, hasEditLists ? shown.packets : undefined, timeBase);
  return { ...built, from, spans: shown.spans, complaint: shown.end.said };
}

type Built = Pick<ReadFrames, "table" | "endPts" | "repeated" | "withoutTime" | "reordered">;

/** `shown` is the reading that honours the edit list, where there can be one. Exported for its tests. */
export function buildTable(stored: Packets, shown: Packets | undefined, timeBase: { num: number; den: number }): Built {
  const { times, withoutTime } = completed(stored);
  const order = times.map((_, at) => at).sort((a, b) => (times[a] as number) - (times[b] as number) || a - b);
  const onClock = shown === undefined ? undefined : shownTimes(shown);
  const toSeconds = (pts: number) => (pts * timeBase.num) / timeBase.den;
  const edited = order.map((at) => {
    if (onClock === undefined) return toSeconds(times[at] as number);
    const pts = onClock.first.get(stored.places[at] as number);
    return pts === undefined ? null : toSeconds(pts);
  });
  const last = order.at(-1);
  const beforeLast = order.at(-2);
  const lastPts = last === undefined ? 0 : (times[last] as number);
  const stays =
    last === undefined ? 0 : stored.durations[last] || lastPts - (beforeLast === undefined ? lastPts : (times[beforeLast] as number));
  return {
    table: {
      timeBase,
      pts: order.map((at) => times[at] as number),
      keyFrames: order.flatMap((at, n) => (stored.key[at] === true ? [n] : [])),
      edited,
    },
    endPts: lastPts + Math.max(0, stays),
    repeated: onClock === undefined ? [] : order.flatMap((at, n) => (onClock.repeated.has(stored.places[at] as number) ? [n] : [])),
    withoutTime,
    reordered: order.some((at, n) => at !== n),
  };
}

/** Times by place in the file, without what is only read to build up other pictures. */
function shownTimes(shown: Packets): { first: Map<number, number>; repeated: Set<number> } {
  const first = new Map<number, number>();
  const repeated = new Set<number>();
  shown.places.forEach((place, at) => {
    const pts = shown.pts[at] as number;
    if (shown.discard[at] === true || Number.isNaN(pts)) return;
    if (first.has(place)) repeated.add(place);
    else first.set(place, pts);
  });
  return { first, repeated };
}

/** Frames without a time follow their neighbour by one duration, so that every frame has a place in the order. */
function completed({ pts, durations }: Packets): { times: number[]; withoutTime: number } {
  let withoutTime = 0;
  let next = 0;
  const times = pts.map((time, at) => {
    const missing = Number.isNaN(time);
    if (missing) withoutTime++;
    const value = missing ? next : time;
    next = value + Math.max(1, durations[at] ?? 1);
    return value;
  });
  return { times, withoutTime };
}
