/** A recording of the edition: every frame of what was made of an original, samples of any other, its sounds, its streams. */
import type { SecretMedia } from "../../core/edition/leak-test.port.ts";
import { askFfprobe, seconds } from "../ffmpeg/ask-ffprobe.ts";
import { isAttachedPicture } from "../probe/streams.ts";
import { boxesAt, type MarkedBox } from "./boxes-at.ts";
import { checkPicture } from "./check-pictures.ts";
import { hear, loudness, readSounds, type SecretSound, soundRate } from "./check-sound.ts";
import type { Findings } from "./findings.ts";
import { type Box, type Gray, resize } from "./gray.ts";
import { mediaFile } from "./media-file.ts";
import { eachFrame, openVideo, type Programs, type Reference } from "./reference-frames.ts";

export interface MediaCheck {
  readonly programs: Programs;
  readonly references: readonly Reference[];
  readonly sounds: readonly SecretSound[];
  readonly durations: readonly { readonly label: string; readonly seconds: number }[];
  readonly findings: Findings;
}

export interface CheckedMedia {
  readonly file: string;
  readonly where: string;
  readonly path: string;
  readonly guessed: boolean;
  /** Of which original it is a copy, from which second of it on. */
  readonly made: { readonly media: SecretMedia; readonly startS: number } | undefined;
}

const widest = 640;
const everyS = 0.5;
/** Standard deviation of brightness: a flat fill stays below 3 after coding, a face does not come under 15. */
const flattest = 6;
/** Louder than this is no silence: -46 dB. */
const quietest = 0.005;
const exactS = 0.0006;

export async function checkMedia(checked: CheckedMedia, check: MediaCheck): Promise<void> {
  const { file, where, path, guessed, made } = checked;
  const { findings, programs, durations } = check;
  const place = where === "" ? "the recording" : where;
  const asked = await askFfprobe(await mediaFile(path, programs));
  if (asked.state === "failed") {
    if (!guessed) findings.refuse(file, where, "a recording that cannot be opened");
    return;
  }
  const { streams, format } = asked.probed;
  const seen = { video: 0, audio: 0 };
  for (const { index, codec_type: sort, ...stream } of streams) {
    const first =
      (sort === "video" || sort === "audio") && !isAttachedPicture({ index, codec_type: sort, ...stream }) && seen[sort]++ === 0;
    if (!first && !guessed) findings.leak("stream", file, place, `stream ${index}: ${sort} beside the first picture and sound`);
  }
  // What was made of an original is as long as what it shows of it.
  for (const length of made !== undefined ? [] : [format.duration, ...streams.map((stream) => stream.duration)]) {
    const long = seconds(length);
    const known = long === undefined ? undefined : durations.find((one) => Math.abs(one.seconds - long) <= exactS);
    if (known !== undefined) findings.leak("duration", file, place, known.label);
  }
  if (seen.video > 0) await checkFrames(checked, check, place);
  if (seen.audio > 0) await checkSounds(checked, check, place);
}

async function checkFrames(
  { file, path, guessed, made }: CheckedMedia,
  { programs, references, findings }: MediaCheck,
  place: string,
): Promise<void> {
  const video = await openVideo(path, programs);
  const unread = () => (guessed ? undefined : findings.refuse(file, place, "moving pictures that cannot be decoded"));
  if (video === undefined) return unread();
  let number = 0;
  let waiting: { gray: Gray; atS: number } | undefined;
  let lastSample = Number.NEGATIVE_INFINITY;
  let gapS = 0.04;
  const judge = (gray: Gray, atS: number, endS: number) => {
    const name = `frame ${number++} at ${atS.toFixed(3)} s`;
    const at = place === "the recording" ? name : `${place} > ${name}`;
    if (made !== undefined) {
      const stay = { startS: made.startS + atS, endS: made.startS + endS };
      for (const marked of boxesAt(made.media, stay))
        if (!isFlat(gray, marked)) findings.leak("uncovered-box", file, at, `${made.media.label}, mark ${marked.label}`);
    }
    if (atS - lastSample < everyS) return;
    lastSample = atS;
    checkPicture({ file, where: at, gray, realWidth: video.width }, references, findings, made?.media.label);
  };
  const count = await eachFrame(video, made === undefined ? 320 : widest, made === undefined ? everyS : undefined, (gray, atS) => {
    findings.counts.frames++;
    if (waiting !== undefined) {
      gapS = Math.max(0.001, atS - waiting.atS);
      judge(waiting.gray, waiting.atS, atS);
    }
    waiting = { gray, atS };
  });
  if (waiting !== undefined) judge(waiting.gray, waiting.atS, waiting.atS + gapS);
  if (count === 0) unread();
}

/** Looked at a little inside its edge, where the coder mixes the fill with what is beside it. */
function isFlat(gray: Gray, { box }: MarkedBox): boolean {
  const inner: Box = {
    x: Math.max(0, box.x),
    y: Math.max(0, box.y),
    w: Math.min(1, box.x + box.w) - Math.max(0, box.x),
    h: Math.min(1, box.y + box.h) - Math.max(0, box.y),
  };
  if (inner.w <= 0 || inner.h <= 0) return true;
  const [edgeX, edgeY] = [Math.min(inner.w / 4, 1 / gray.width), Math.min(inner.h / 4, 1 / gray.height)];
  const within: Box = { x: inner.x + edgeX, y: inner.y + edgeY, w: inner.w - 2 * edgeX, h: inner.h - 2 * edgeY };
  const [w, h] = [Math.max(2, Math.round(within.w * gray.width)), Math.max(2, Math.round(within.h * gray.height))];
  const part = resize(gray, w, h, within);
  // The fill may be one of several that touch: each half is judged against its own middle value.
  const sorted = part.data.toSorted();
  const [low, high] = [sorted[Math.floor(sorted.length * 0.02)] as number, sorted[Math.floor(sorted.length * 0.98)] as number];
  return high - low <= 4 * flattest;
}

async function checkSounds(
  { file, path, guessed, made }: CheckedMedia,
  { programs, sounds, findings }: MediaCheck,
  place: string,
): Promise<void> {
  const read = await readSounds(path, programs);
  if (read === undefined) {
    if (!guessed) findings.refuse(file, place, "sound that cannot be decoded");
    return;
  }
  for (const [number, { startS, samples }] of read.entries()) {
    findings.counts.soundS += samples.length / soundRate;
    for (const piece of sounds) {
      const heard = hear(piece.samples, samples);
      if (heard === undefined) continue;
      const where = `${place}, sound ${number + 1} at about ${(heard.atS + startS).toFixed(1)} s`;
      if (piece.tonal)
        findings.refuse(
          file,
          where,
          `a tone like that of ${piece.label}: no verdict; a person has to listen to both and sign that they are not the same (tonesApart of the plan)`,
        );
      else findings.leak("sound", file, where, piece.label);
    }
    if (made === undefined) continue;
    for (const { redaction, mark } of made.media.marks) {
      const { sort } = mark;
      if (sort.what !== "sound" || sort.how !== "mute") continue;
      const part = samples.subarray(
        Math.max(0, Math.round((sort.fromS - made.startS - startS) * soundRate)),
        Math.max(0, Math.round((sort.toS - made.startS - startS) * soundRate)),
      );
      if (part.length > 0 && loudness(part) > quietest)
        findings.leak(
          "sound",
          file,
          `${place}, sound ${number + 1} from ${(sort.fromS - made.startS).toFixed(3)} s`,
          `${made.media.label}, mark ${redaction}: not silent`,
        );
    }
  }
}
