/** Inside the child: a video or a sound rendered with its marks covered. Frames go from a decoder through our own hands to an encoder. */
import { join } from "node:path";
import { slackS } from "../../core/redaction/box-at.ts";
import type { Covered, Excerpt, MarkToRender, Rendered } from "../../core/redaction/redactor.port.ts";
import { soundSpans } from "../../core/redaction/sound-cover.ts";
import type { OpenedMedia } from "../ffmpeg/open-media.ts";
import { readPackets, type StreamSpan } from "../ffmpeg/packet-table.ts";
import { type ProgramEnd, runProgram } from "../ffmpeg/run-program.ts";
import type { FrameSize } from "../ffmpeg/small-frames.ts";
import { audioStream } from "../probe/streams.ts";
import { coverSound, type PlainSound } from "./cover-sound.ts";
import { decodeFrames } from "./decode-frames.ts";
import { encoderSettings, type SoundInput, soundArguments, startEncoder, ticksPerS } from "./encode-redacted.ts";
import { lastAtOrBelowIn } from "./last-at-or-below.ts";
import { type OpenedVideo, openVideo, seekBefore, stayOf } from "./opened-video.ts";
import { boxesOn, paintPlanes } from "./paint-boxes.ts";
import { RefusedRender } from "./redact-contract.ts";

/** A change of what is painted or of how it is encoded. */
export const redactVersion = "1";

export interface MediaAsked {
  readonly kind: "video" | "sound";
  readonly marks: readonly MarkToRender[];
  readonly excerpt: Excerpt | null;
  readonly folder: string;
  readonly build: string;
  readonly onProgress: (done: number) => void;
}

type Made = Omit<Rendered, "covered" | "program">;
/** How much of the work the sound is, beside pictures. */
const soundShare = 0.05;
/** One tick of the encoder's clock: frames of the same time, after damage, are put that far apart, and none is lost. */
const leastUs = Math.ceil(1e6 / ticksPerS);

/** The file is `out` in `asked.folder`. Throws RefusedRender. */
export async function renderMedia(media: OpenedMedia, asked: MediaAsked, out: string): Promise<Rendered> {
  const frames = new Map<string, number>();
  const video = asked.kind === "video" ? await openVideo(media) : undefined;
  if (asked.kind === "video" && video === undefined) throw new RefusedRender("expected moving pictures that players show; found none");
  const made = video === undefined ? await renderSound(media, asked, out) : await renderVideo(media, video, asked, out, frames);
  const covered = asked.marks.map(({ redaction, mark }): Covered => {
    if (mark.sort.what === "box") return { redaction, what: "box", frames: frames.get(redaction) ?? 0, soundS: 0 };
    const rate = 48_000;
    const spans = made.hasSound
      ? soundSpans([{ redaction, mark }], { startS: made.startS, rate, samples: Math.round(made.durationS * rate) })
      : [];
    return { redaction, what: "sound", frames: 0, soundS: spans.reduce((sum, { from, to }) => sum + (to - from) / rate, 0) };
  });
  const settings = `${encoderSettings.slice(1).join(" ").replaceAll("-", "")}, 4:2:0, 8 bits; aac 192k; marks painted grey before encoding`;
  return { ...made, covered, program: { name: "witnessmark-redact", version: redactVersion, build: asked.build, settings } };
}

async function renderVideo(
  media: OpenedMedia,
  video: OpenedVideo,
  asked: MediaAsked,
  out: string,
  covered: Map<string, number>,
): Promise<Made> {
  const { excerpt, folder, onProgress, marks } = asked;
  const { times, size, full, stream, turned } = video;
  const [fromS, toS] = [excerpt?.fromS ?? Number.NEGATIVE_INFINITY, excerpt?.toS ?? Number.POSITIVE_INFINITY];
  // The frame that is on the screen at the start comes along, and begins there.
  const firstS = excerpt === null ? fromS : (times[Math.max(0, lastAtOrBelowIn(times, fromS + slackS))] as number);
  const wanted = times.filter((at) => at >= firstS - slackS && at < toS - slackS);
  if (wanted.length === 0) throw new RefusedRender("expected frames in the excerpt; found none");
  const soundStart = soundStartOf(media, video.spans);
  const startS = excerpt?.fromS ?? Math.min(wanted[0] as number, soundStart ?? Number.POSITIVE_INFINITY);
  const sound = await soundOf(media, asked, { startS, soundStart });
  const even = { width: size.width + (size.width % 2), height: size.height + (size.height % 2) };
  const frameBytes = (even.width * even.height * 3) / 2;
  const encoder = startEncoder(media.file.ffmpeg, { size: even, full, stream, turned, sound, out: join(folder, out) });
  let [frames, lastUs, endUs, untimed] = [0, -leastUs, 0, false];
  const decoded = await decodeFrames(media.file, stream, {
    frameBytes,
    shape: shapeOf(size, even, full),
    pixels: full ? "yuvj420p" : "yuv420p",
    seekS: excerpt === null ? undefined : seekBefore(video, firstS),
    async onFrame(bytes, atS) {
      untimed ||= atS === "unknown";
      if (atS === "unknown") return false;
      if (atS < firstS - slackS) return true;
      if (atS >= toS - slackS) return false;
      const stay = stayOf(times, atS);
      const boxes = boxesOn(marks, stay, size);
      for (const redaction of new Set(boxes.map((box) => box.redaction))) covered.set(redaction, (covered.get(redaction) ?? 0) + 1);
      paintPlanes(
        bytes,
        even,
        boxes.map(({ rect }) => rect),
        full,
      );
      const atUs = Math.max(lastUs + leastUs, Math.round((atS - startS) * 1e6), 0);
      const stays = Math.min(stay.endS, toS) - Math.max(atS, fromS);
      const durationUs = Math.max(leastUs, Math.round((Number.isFinite(stays) ? stays : usualGap(times)) * 1e6));
      await encoder.add(bytes, atUs, durationUs);
      [lastUs, endUs] = [atUs, atUs + durationUs];
      frames += 1;
      if (frames % 10 === 0) onProgress(soundShare + (1 - soundShare) * Math.min(1, frames / wanted.length));
      return true;
    },
  });
  if (untimed || frames === 0) encoder.stop();
  const encoded = await encoder.end();
  if (decoded.missing || encoded.missing) throw new RefusedRender("expected ffmpeg on this machine; found none", "PROGRAM_MISSING");
  if (untimed) throw new RefusedRender("expected a time for every frame; found one without: it cannot be told what covers it");
  refuseEnded(decoded, "frames");
  if (frames === 0)
    throw new RefusedRender(`expected frames that can be decoded; found none${decoded.said === "" ? "" : `: ${decoded.said}`}`);
  refuseFailed(encoded.code, encoded.said);
  return {
    ...{ frames, framesOfOriginal: wanted.length, startS, size: even, hasSound: sound !== undefined },
    durationS: Math.max(endUs / 1e6, sound === undefined ? 0 : sound.samples / sound.rate),
  };
}

/** Odd sides are made even where every pixel still has its own colour: later a last column would be lost. */
function shapeOf(size: FrameSize, even: FrameSize, full: boolean): string {
  const [whole, half] = full ? ["yuvj444p", "yuvj420p"] : ["yuv444p", "yuv420p"];
  const odd = size.width !== even.width || size.height !== even.height;
  return `scale=${size.width}:${size.height},${odd ? `format=${whole},pad=${even.width}:${even.height},` : ""}format=${half}`;
}

async function renderSound(media: OpenedMedia, asked: MediaAsked, out: string): Promise<Made> {
  const { excerpt, folder } = asked;
  const { spans } = await readPackets(media.file, { stream: undefined, ignoreEditList: false });
  const soundStart = soundStartOf(media, spans);
  if (soundStart === undefined) throw new RefusedRender("expected a sound; found none");
  const startS = excerpt?.fromS ?? soundStart;
  const sound = await soundOf(media, asked, { startS, soundStart });
  if (sound === undefined) throw new RefusedRender("expected a sound that can be decoded; found none");
  const { code, said, missing } = await runProgram(media.file.ffmpeg, soundArguments(sound, join(folder, out)), {
    inputPath: sound.path,
    onOutput: () => undefined,
  });
  if (missing) throw new RefusedRender("expected ffmpeg on this machine; found none", "PROGRAM_MISSING");
  refuseFailed(code, said);
  return { frames: 0, framesOfOriginal: 0, durationS: sound.samples / sound.rate, startS, size: null, hasSound: true };
}

function soundStartOf({ sound }: OpenedMedia, spans: ReadonlyMap<number, StreamSpan>): number | undefined {
  if (sound === undefined) return undefined;
  const { startSec } = audioStream(sound, spans.get(sound.index));
  return startSec === "unknown" ? 0 : startSec;
}

async function soundOf(
  { file, sound }: OpenedMedia,
  { folder, marks, excerpt, onProgress }: MediaAsked,
  { startS, soundStart }: { startS: number; soundStart: number | undefined },
): Promise<(SoundInput & PlainSound) | undefined> {
  if (sound === undefined || soundStart === undefined) return undefined;
  const path = join(folder, "sound.pcm");
  const plain = await coverSound(file, sound, { soundStartS: soundStart, startS, excerpt, marks, out: path });
  onProgress(soundShare);
  if (plain.end.missing) throw new RefusedRender("expected ffmpeg on this machine; found none", "PROGRAM_MISSING");
  refuseEnded(plain.end, "sound");
  return plain.samples === 0 ? undefined : { ...plain, path };
}

/** A decoder that was ended, by a limit on its memory or by somebody, read no more: the copy would be shorter and look whole. */
function refuseEnded({ signal, tooMuch, said }: ProgramEnd, what: "frames" | "sound"): void {
  if (signal === null && !tooMuch && !/cannot allocate memory/i.test(said)) return;
  const found = tooMuch ? "more than twelve hours" : `its end by ${signal ?? "its limit on memory"}`;
  throw new RefusedRender(`expected a decoder that reads all of the ${what}; found ${found}${said === "" ? "" : `: ${said}`}`);
}

function refuseFailed(code: number | null, said: string): void {
  if (code === 0) return;
  if (/Unknown encoder/i.test(said))
    throw new RefusedRender("expected an ffmpeg with libx264 and aac on this machine; found one without", "PROGRAM_MISSING");
  throw new RefusedRender(`expected an encoder that ends well; found: ${said || `its end with ${code}`}`);
}

function usualGap(times: Float64Array): number {
  const [last, before] = [times.at(-1), times.at(-2)];
  return last !== undefined && before !== undefined && last > before ? last - before : 0.04;
}
