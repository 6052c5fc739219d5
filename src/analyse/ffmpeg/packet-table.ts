/** Packets of a file as its container lists them, streamed from ffprobe: nothing is decoded. */
import type { MediaFile } from "./ask-ffprobe.ts";
import { runProgram, type ProgramEnd } from "./run-program.ts";
import { safeInput } from "./safe-input.ts";

export interface Packets {
  /** Presentation times in the stream's own units; NaN where the container gives none. */
  readonly pts: number[];
  readonly durations: number[];
  /** Place in the file, -1 when it cannot be told: the same packet has the same place in two readings. */
  readonly places: number[];
  readonly key: boolean[];
  /** Read to build up other pictures only; a player does not show it. */
  readonly discard: boolean[];
}

/** What is kept of streams whose packets are not wanted one by one. */
export interface StreamSpan {
  count: number;
  first: number;
  end: number;
}

export interface PacketReading {
  readonly packets: Packets;
  readonly spans: ReadonlyMap<number, StreamSpan>;
  readonly end: ProgramEnd;
}

/** Five hours at 240 pictures a second. */
const mostPackets = 4_500_000;
const mostOutput = 1024 * 1024 * 1024;

export interface PacketQuestion {
  /** Stream whose packets are wanted one by one. */
  readonly stream: number | undefined;
  /** Read the times as stored, as if there was no edit list. */
  readonly ignoreEditList: boolean;
  /** Leave the other streams out. */
  readonly onlyThis?: boolean;
  readonly onPlace?: (place: number) => void;
}

export async function readPackets(file: MediaFile, question: PacketQuestion): Promise<PacketReading> {
  const packets: Packets = { pts: [], durations: [], places: [], key: [], discard: [] };
  const spans = new Map<number, StreamSpan>();
  let rest = "";
  const take = (line: string) => {
    const [index, ptsText, durationText, placeText, flags = ""] = line.split("|");
    if (index === undefined || ptsText === undefined || !/^\d+$/.test(index)) return;
    const stream = Number(index);
    const pts = whole(ptsText);
    const duration = whole(durationText);
    const place = placeText === undefined || !/^\d+$/.test(placeText) ? -1 : Number(placeText);
    if (place >= 0) question.onPlace?.(place);
    const discard = flags.includes("D");
    if (!discard) widen(spans, stream, pts, duration);
    if (stream !== question.stream || packets.pts.length >= mostPackets) return;
    packets.pts.push(pts);
    packets.durations.push(Number.isNaN(duration) ? 0 : duration);
    packets.places.push(place);
    packets.key.push(flags.includes("K"));
    packets.discard.push(discard);
  };
  const args = [
    ...["-v", "error", ...safeInput(file.demuxer)],
    ...(question.ignoreEditList ? ["-ignore_editlist", "1"] : []),
    ...(question.onlyThis && question.stream !== undefined ? ["-select_streams", String(question.stream)] : []),
    ...["-show_entries", "packet=stream_index,pts,duration,pos,flags", "-of", "compact=p=0:nk=1", file.path],
  ];
  const end = await runProgram(file.ffprobe, args, {
    inputPath: file.path,
    mostOutput,
    onOutput(chunk) {
      const lines = (rest + chunk.toString("latin1")).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) take(line);
    },
  });
  take(rest);
  return { packets, spans, end };
}

function whole(text: string | undefined): number {
  const value = text === undefined || text === "N/A" ? Number.NaN : Number(text);
  return Number.isSafeInteger(value) ? value : Number.NaN;
}

function widen(spans: Map<number, StreamSpan>, stream: number, pts: number, duration: number): void {
  const span = spans.get(stream) ?? { count: 0, first: Number.NaN, end: Number.NaN };
  span.count++;
  if (!Number.isNaN(pts)) {
    const end = pts + (Number.isNaN(duration) ? 0 : Math.max(0, duration));
    span.first = Number.isNaN(span.first) ? pts : Math.min(span.first, pts);
    span.end = Number.isNaN(span.end) ? end : Math.max(span.end, end);
  }
  spans.set(stream, span);
}
