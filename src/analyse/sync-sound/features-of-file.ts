/**
 * Decodes the sound of a file, mono, on the item's own clock: gaps in it become silence, and silence stands before a sound that
 * begins late, so that a sample's place is its time. Refuses what has no sound, and what cannot be opened, by name. Decoded once, or
 * twice where the channels of a stereo sound cancel each other out.
 */
import { CaseError } from "../../core/case/case-error.ts";
import { askFfprobe, type MediaFile, type ProbedStream, seconds } from "../ffmpeg/ask-ffprobe.ts";
import { signatureOf } from "../ffmpeg/open-media.ts";
import { type ProgramEnd, runProgram } from "../ffmpeg/run-program.ts";
import { safeInput } from "../ffmpeg/safe-input.ts";
import { createSampleReader } from "../sound-print/sample-reader.ts";
import { makeFeatures } from "./make-features.ts";
import { rate, type SoundFeatures } from "./sound-features.ts";
import { twoChannels } from "./two-channels.ts";

export interface SoundFile {
  readonly path: string;
  readonly ffmpeg: string;
  readonly ffprobe: string;
}
export interface FeatureControl {
  /** Share of the file that is decoded, 0 to 1; now and then. */
  readonly onProgress?: (done: number) => void;
}

const bytesPerSample = 4;
/** Longest sound that is read; the decoder is stopped there. Each hour is held in 32 MB. */
const longestS = 12 * 3600;

/** Throws CaseError PROGRAM_MISSING, and an Error that begins "sync-sound:" for what is no media or cannot be decoded; neither names the path. */
export async function soundFeaturesOf(file: SoundFile, control: FeatureControl = {}): Promise<SoundFeatures | "no-sound"> {
  const { signature } = await signatureOf(file.path);
  if (signature?.family === "picture") return "no-sound";
  if (signature !== undefined && signature.family !== "media")
    throw new Error(`sync-sound: expected moving pictures or sound; found ${signature.says}`);
  const media: MediaFile = { path: file.path, demuxer: signature?.demuxer, ffmpeg: file.ffmpeg, ffprobe: file.ffprobe };
  const asked = await askFfprobe(media);
  if (asked.state === "failed") {
    if (asked.end.missing) throw new CaseError("PROGRAM_MISSING", "sync-sound: expected ffprobe on this machine; found none");
    throw new Error(`sync-sound: expected a media file that can be opened; found: ${asked.end.said}`);
  }
  const stream = asked.probed.streams.find(({ codec_type }) => codec_type === "audio");
  if (stream === undefined) return "no-sound";
  const startS = seconds(stream.start_time) ?? 0;
  const lengthS = seconds(stream.duration) ?? seconds(asked.probed.format.duration) ?? 0;
  const decode = (channels: Channels) => decodeMono(media, { stream, startS, lengthS, channels }, control);
  if (stream.channels === 1) return (await decode("one")).features();
  const sum = await decode("sum");
  return sum.cancels ? (await decode("difference")).features() : sum.features();
}

type Channels = "one" | "sum" | "difference";

interface Asked {
  readonly stream: ProbedStream;
  readonly startS: number;
  readonly lengthS: number;
  readonly channels: Channels;
}

async function decodeMono(media: MediaFile, asked: Asked, control: FeatureControl) {
  const making = makeFeatures({ startS: asked.startS });
  const two = asked.channels === "one" ? undefined : twoChannels(asked.channels);
  let samples = 0;
  let told = 0;
  const reader = createSampleReader((some) => {
    const mono = two?.add(some) ?? some;
    making.add(mono);
    samples += mono.length;
    const done = asked.lengthS > 0 ? Math.min(1, samples / rate / asked.lengthS) : 0;
    if (done - told < 0.02) return;
    told = done;
    control.onProgress?.(done);
  });
  const end = await runDecoder(media, asked, reader);
  if (end.missing) throw new CaseError("PROGRAM_MISSING", "sync-sound: expected ffmpeg on this machine; found none");
  if (samples === 0) throw new Error(`sync-sound: expected sound that can be decoded; found: ${end.said || "none"}`);
  return { features: () => making.end(notRead(end)), cancels: two?.mostIsInTheOther() ?? false };
}

function notRead({ code, said, tooMuch }: ProgramEnd): string {
  if (tooMuch) return `Sound after the first ${longestS / 3600} hours was not read.`;
  if (code !== 0) return `The decoder stopped before the end of the file${said === "" ? "" : `: ${said}`}.`;
  return said === "" ? "" : `The file is damaged in places: ${said}.`;
}

/** The decoder knows no place for each of more than eight channels: every other one goes to either of two. */
function channelsOf(count = 2): string {
  if (count <= 8) return "";
  const every = (first: number) => Array.from({ length: Math.ceil((count - first) / 2) }, (_, n) => `c${first + 2 * n}`).join("+");
  return `pan=stereo|c0<${every(0)}|c1<${every(1)},`;
}

function runDecoder(file: MediaFile, { stream, startS, channels }: Asked, onOutput: (chunk: Buffer) => void): Promise<ProgramEnd> {
  const count = channels === "one" ? 1 : 2;
  // Gaps from 20 ms on: shorter ones are clocks of containers that round, and mending those would chop the sound.
  const filters = `${channelsOf(stream.channels)}asetpts=PTS-(${startS})/TB,aresample=${rate}:async=1:min_hard_comp=0.02:first_pts=0`;
  const args = [
    ...["-v", "error", "-nostdin", "-threads", "1", "-copyts", ...safeInput(file.demuxer), "-i", file.path, "-map", `0:${stream.index}`],
    ...["-vn", "-sn", "-dn", "-af", filters, "-flags", "bitexact", "-ac", String(count), "-ar", String(rate)],
    ...["-c:a", "pcm_f32le", "-f", "f32le", "pipe:1"],
  ];
  return runProgram(file.ffmpeg, args, { inputPath: file.path, onOutput, mostOutput: longestS * rate * bytesPerSample * count });
}
