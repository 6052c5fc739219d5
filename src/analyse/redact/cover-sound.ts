/**
 * The sound of an item with its marked spans replaced: decoded, put on the item's clock, and written as plain samples for the encoder.
 * Samples of a span are never written: silence or a tone stands in their place, on every channel.
 */
import { closeSync, openSync, writeSync } from "node:fs";
import { soundSpans, type SampleSpan } from "../../core/redaction/sound-cover.ts";
import type { Excerpt, MarkToRender } from "../../core/redaction/redactor.port.ts";
import type { MediaFile, ProbedStream } from "../ffmpeg/ask-ffprobe.ts";
import { type ProgramEnd, runProgram } from "../ffmpeg/run-program.ts";
import { safeInput } from "../ffmpeg/safe-input.ts";

export interface PlainSound {
  readonly rate: number;
  readonly channels: number;
  readonly samples: number;
  readonly end: ProgramEnd;
}

/** Rates that AAC knows; others become the usual one. */
const rates: ReadonlySet<number> = new Set([96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000]);
const usualRate = 48_000;
const longestS = 12 * 3600;
/** A tone that is heard as one and hides nothing else: a quarter of full scale. */
const toneHz = 1000;
const toneLevel = 8192;

export interface SoundQuestion {
  /** Item second at which the track begins. */
  readonly soundStartS: number;
  /** Item second of the first sample to write. */
  readonly startS: number;
  readonly excerpt: Excerpt | null;
  readonly marks: readonly MarkToRender[];
  readonly out: string;
}

export async function coverSound(file: MediaFile, stream: ProbedStream, question: SoundQuestion): Promise<PlainSound> {
  const { soundStartS, startS, excerpt, marks, out } = question;
  const stated = Number(stream.sample_rate ?? 0);
  const rate = rates.has(stated) ? stated : usualRate;
  const channels = Math.max(1, Math.min(2, stream.channels ?? 2));
  const bytesPer = channels * 2;
  const spans = soundSpans(marks, { startS, rate, samples: longestS * rate });
  const fd = openSync(out, "wx", 0o600);
  let samples = 0;
  const write = (bytes: Buffer) => {
    replaceSpans(bytes, { first: samples, rate, channels }, spans);
    // At once, so that a slow disk slows the decoder and fills no memory.
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at, bytes.length - at);
    samples += bytes.length / bytesPer;
  };
  try {
    const silent = Math.max(0, Math.round((soundStartS - startS) * rate));
    for (let left = silent; left > 0; left -= rate) write(Buffer.alloc(Math.min(left, rate) * bytesPer));
    let rest: Buffer = Buffer.alloc(0);
    const end = await runProgram(
      file.ffmpeg,
      [
        ...["-v", "error", "-nostdin", "-threads", "1", "-copyts", ...safeInput(file.demuxer), "-i", file.path],
        ...["-map", `0:${stream.index}`, "-vn", "-sn", "-dn", "-af", filters({ soundStartS, startS, excerpt, rate }), "-flags", "bitexact"],
        ...["-ac", String(channels), "-ar", String(rate), "-c:a", "pcm_s16le", "-f", "s16le", "pipe:1"],
      ],
      {
        inputPath: file.path,
        mostOutput: longestS * rate * bytesPer,
        onOutput(chunk) {
          const bytes = Buffer.concat([rest, chunk]);
          const whole = bytes.length - (bytes.length % bytesPer);
          rest = Buffer.from(bytes.subarray(whole));
          write(Buffer.from(bytes.subarray(0, whole)));
        },
      },
    );
    return { rate, channels, samples, end };
  } finally {
    closeSync(fd);
  }
}

/** On the clock of the container before a part is cut out; gaps from 20 ms on are filled. */
function filters({
  soundStartS,
  startS,
  excerpt,
  rate,
}: Pick<SoundQuestion, "soundStartS" | "startS" | "excerpt"> & { rate: number }): string {
  const onClock = `asetpts=PTS-(${soundStartS})/TB,aresample=${rate}:async=1:min_hard_comp=0.02:first_pts=0`;
  if (excerpt === null) return onClock;
  const from = Math.max(0, startS - soundStartS);
  return `${onClock},atrim=start=${from.toFixed(6)}:end=${Math.max(from, excerpt.toS - soundStartS).toFixed(6)}`;
}

/** `first`: which sample the bytes begin with. Interleaved, 16 bits, least first. Exported for its tests. */
export function replaceSpans(
  bytes: Buffer,
  { first, rate, channels }: { readonly first: number; readonly rate: number; readonly channels: number },
  spans: readonly SampleSpan[],
): void {
  const past = first + bytes.length / (channels * 2);
  for (const { from, to, how } of spans) {
    const [begin, end] = [Math.max(from, first), Math.min(to, past)];
    if (end <= begin) continue;
    bytes.fill(0, (begin - first) * channels * 2, (end - first) * channels * 2);
    if (how === "mute") continue;
    for (let sample = begin; sample < end; sample++) {
      const level = Math.round(toneLevel * Math.sin((2 * Math.PI * toneHz * sample) / rate));
      for (let channel = 0; channel < channels; channel++) bytes.writeInt16LE(level, ((sample - first) * channels + channel) * 2);
    }
  }
}
