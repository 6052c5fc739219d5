/** Moving pictures and sound: streams, true frame times, metadata. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProbeResult } from "../../core/analysis/probe-result.ts";
import { canonicalJson } from "../../core/json/canonical-json.ts";
import { failed, type Made, type Making } from "../child-contract.ts";
import { askFfprobe, type MediaFile, type Probed, seconds } from "../ffmpeg/ask-ffprobe.ts";
import { type ReadFrames, readFrames } from "../ffmpeg/frame-table.ts";
import { readPackets, type StreamSpan } from "../ffmpeg/packet-table.ts";
import type { ProgramEnd } from "../ffmpeg/run-program.ts";
import { browserPlays, ebmlDocType } from "./browser-plays.ts";
import type { ByteReader } from "./byte-reader.ts";
import type { MediaFacts } from "./facts.ts";
import { readMetadata } from "./metadata.ts";
import { timesOf } from "./metadata-times.ts";
import { falseEnding } from "./name-against-bytes.ts";
import type { Signature } from "./signature.ts";
import { mediaStatements } from "./statements.ts";
import { type Audio, audioStream, mainVideo, orientationOf, otherStream, videoStream } from "./streams.ts";
import { type Structure, structureOf, unknownStructure } from "./structure/structure.ts";
import { mediaTraps, nameTrap } from "./traps.ts";

/** Streams listed; a file that claims more is shown with a trap. */
const mostStreams = 200;
/** ffprobe's own measure, of 100: below this a format is a guess. */
const sureScore = 50;

export interface MediaHead {
  readonly head: Buffer;
  /** Undefined: no signature was known, and ffprobe may guess among the listed formats. */
  readonly signature: Extract<Signature, { family: "media" }> | undefined;
}

export async function probeMedia(making: Making, bytes: ByteReader, { head, signature }: MediaHead): Promise<Made> {
  const file: MediaFile = { path: making.object, demuxer: signature?.demuxer, ffmpeg: making.ffmpeg, ffprobe: making.ffprobe };
  const structure = signature === undefined ? unknownStructure : await structureOf(bytes, signature);
  const asked = await askFfprobe(file);
  if (asked.state === "failed") return unopened(asked.end, structure);
  const { probed } = asked;
  if (signature === undefined && (probed.format.probe_score ?? 0) < sureScore)
    return failed("not-media", "probe: expected a known format; found none");

  const main = mainVideo(probed.streams);
  const sound = probed.streams.find(({ codec_type }) => codec_type === "audio");
  const cut = structure.missingBytes > 0;
  if (main === undefined && sound === undefined)
    return failed(
      cut ? "truncated" : "no-stream",
      `probe: expected a picture or sound stream; found ${probed.streams.length} streams of other kinds${cut ? ", and the file cut off" : ""}`,
    );

  const read = await framesAndSpans(file, main, bytes.size, making.onProgress);
  if (main !== undefined && read.frames?.table.pts.length === 0 && sound === undefined)
    return failed(cut ? "truncated" : "no-stream", "probe: expected frames; found a picture stream without any");
  const metadata = await readMetadata(making.object);
  const rows = metadata.state === "read" ? [...metadata.rows] : [];
  const facts: MediaFacts = {
    says: signature?.says ?? `a ${probed.format.format_name} file`,
    structure,
    rows,
    metadataNotRead: metadata.state === "read" ? undefined : metadata.why,
    metadataLeftOut: metadata.state === "read" ? metadata.leftOut : 0,
    times: timesOf(rows),
    probed,
    streams: probed.streams.slice(0, mostStreams).map((stream) => {
      if (stream.codec_type === "video") return videoStream(stream, stream === main ? read.frames : undefined);
      return stream.codec_type === "audio" ? audioStream(stream, read.spans.get(stream.index)) : otherStream(stream);
    }),
    streamsLeftOut: Math.max(0, probed.streams.length - mostStreams),
    main: main === undefined ? undefined : videoStream(main, read.frames),
    mirrored: main !== undefined && orientationOf(main).mirrored,
    frames: read.frames,
    durationSec: durationOf(probed, read),
    complaint: read.complaint,
  };
  const ending = falseEnding(making.nameHint, probed.format.format_name);
  const result: ProbeResult = {
    kind: main === undefined ? "sound" : "video",
    container: probed.format.format_name,
    durationSec: facts.durationSec,
    startSec: seconds(probed.format.start_time) ?? 0,
    streams: [...facts.streams],
    frameTable: read.frames === undefined ? null : "frames.json",
    metadata: rows,
    times: [...facts.times],
    ...mediaStatements(facts),
    traps: [...(ending === undefined ? [] : [nameTrap(ending, facts.says)]), ...mediaTraps(facts)],
    browserPlays: browserPlays({ demuxer: file.demuxer, docType: ebmlDocType(head), video: main, audio: sound }),
  };
  if (read.frames === undefined) return { state: "done", result, files: [] };
  await writeFile(join(making.folder, "frames.json"), canonicalJson(read.frames.table));
  return { state: "done", result, files: [{ name: "frames.json", mediaType: "application/json" }] };
}

interface MediaReading {
  readonly frames: ReadFrames | undefined;
  readonly spans: ReadonlyMap<number, StreamSpan>;
  readonly complaint: string;
}

async function framesAndSpans(
  file: MediaFile,
  main: Probed["streams"][number] | undefined,
  size: number,
  onProgress: (done: number) => void,
): Promise<MediaReading> {
  if (main !== undefined) {
    const frames = await readFrames(file, main, { size, onProgress });
    return { frames, spans: frames.spans, complaint: frames.complaint };
  }
  const { spans, end } = await readPackets(file, { stream: undefined, ignoreEditList: false });
  return { frames: undefined, spans, complaint: end.said };
}

/** From the packets where there are any: a header may state anything. */
function durationOf({ streams, format }: Probed, { frames, spans }: MediaReading): number | "unknown" {
  const ends: [number, number][] = [];
  for (const stream of streams) {
    const span = spans.get(stream.index);
    if (span === undefined || Number.isNaN(span.first)) continue;
    if (stream.codec_type === "audio") {
      const { startSec, durationSec } = audioStream(stream, span) satisfies Audio;
      if (startSec !== "unknown" && durationSec !== "unknown") ends.push([startSec, startSec + durationSec]);
    } else if (stream.codec_type === "video" && frames !== undefined && stream.index === mainVideo(streams)?.index) {
      const { num, den } = frames.table.timeBase;
      ends.push([(span.first * num) / den, (span.end * num) / den]);
    }
  }
  if (ends.length === 0) return seconds(format.duration) ?? "unknown";
  return Math.max(...ends.map(([, end]) => end)) - Math.min(...ends.map(([start]) => start));
}

function unopened(end: ProgramEnd, structure: Structure): Made {
  if (end.missing) return failed("program-missing", "probe: expected ffprobe on this machine; found none");
  if (end.tooMuch) return failed("refused", "probe: expected a description of ordinary length; found more than is read");
  if (/Cannot allocate|out of memory/i.test(end.said))
    return failed("memory-limit", `probe: expected a file of ordinary needs; found: ${end.said}`);
  if (end.signal !== null) return failed("crashed", `probe: expected ffprobe to end by itself; it was ended by ${end.signal}`);
  const cut = structure.missingBytes > 0 || /moov atom not found|End of file|partial file/i.test(end.said);
  const found = end.said === "" ? "nothing that it could open" : end.said;
  return failed(cut ? "truncated" : "not-media", `probe: expected a media file that can be opened; found: ${found}`);
}
