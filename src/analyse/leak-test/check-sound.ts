/**
 * Sound of covered spans, looked for in every sound of the edition by correlation with each frequency counted alike (PHAT, Knapp and
 * Carter 1976): a tone over it fills a few frequencies, and the rest still tells.
 */
import type { SecretMedia } from "../../core/edition/leak-test.port.ts";
import { askFfprobe } from "../ffmpeg/ask-ffprobe.ts";
import { runProgram } from "../ffmpeg/run-program.ts";
import { safeInput } from "../ffmpeg/safe-input.ts";
import { transform } from "./fourier.ts";
import { isTonal } from "./is-tonal.ts";
import { mediaFile } from "./media-file.ts";
import type { Programs } from "./reference-frames.ts";

export const soundRate = 8000;
const pieceS = 3;
const shortestPieceS = 0.2;
const mostPieces = 12;
/** Below it a span holds nothing that could be heard. */
const silence = 0.0008;
/** Peak over the spread of all other delays; chance gives 5 to 6 over a whole recording. */
const peakAtLeast = 11;

export interface SecretSound {
  readonly label: string;
  readonly samples: Float32Array;
  /** Of a tone nothing but its pitch can be compared: that it is heard elsewhere is for a person to say. */
  readonly tonal: boolean;
}

/** Every sound stream of a file; `startS` on the file's own clock. Undefined where it cannot be decoded. */
export async function readSounds(path: string, programs: Programs): Promise<{ startS: number; samples: Float32Array }[] | undefined> {
  const file = await mediaFile(path, programs);
  const asked = await askFfprobe(file);
  if (asked.state === "failed") return undefined;
  const sounds: { startS: number; samples: Float32Array }[] = [];
  for (const { index, start_time } of asked.probed.streams.filter(({ codec_type }) => codec_type === "audio")) {
    const chunks: Buffer[] = [];
    const args = [
      "-v",
      "error",
      "-nostdin",
      ...safeInput(file.demuxer),
      "-i",
      path,
      "-map",
      `0:${index}`,
      "-vn",
      "-sn",
      "-dn",
      "-ac",
      "1",
      "-ar",
      String(soundRate),
      "-f",
      "f32le",
      "pipe:1",
    ];
    const end = await runProgram(file.ffmpeg, args, {
      inputPath: path,
      onOutput: (chunk) => chunks.push(chunk),
      mostOutput: 1024 * 1024 * 1024,
    });
    if (end.code !== 0 && chunks.length === 0) return undefined;
    const bytes = Buffer.concat(chunks);
    sounds.push({
      startS: Number(start_time ?? 0) || 0,
      samples: new Float32Array(Uint8Array.from(bytes.subarray(0, bytes.length & ~3)).buffer),
    });
  }
  return sounds;
}

/** Pieces of every covered span; of all the sound where all of the item is secret. */
export async function secretSounds(media: SecretMedia, programs: Programs): Promise<SecretSound[] | undefined> {
  const spans = media.marks.flatMap(({ redaction, mark: { sort } }) =>
    sort.what === "sound" ? [{ label: `${media.label}, mark ${redaction}`, fromS: sort.fromS, toS: sort.toS }] : [],
  );
  if (media.whole) spans.push({ label: `${media.label}, its sound`, fromS: 0, toS: Number.POSITIVE_INFINITY });
  if (spans.length === 0 || media.kind === "picture") return [];
  const sounds = await readSounds(media.path, programs);
  if (sounds === undefined) return undefined;
  return sounds.flatMap(({ startS, samples }) =>
    spans.flatMap(({ label, fromS, toS }) => {
      const [from, to] = [
        Math.max(0, Math.round((fromS - startS) * soundRate)),
        Math.min(samples.length, Math.round((toS - startS) * soundRate)),
      ];
      const pieces = Math.max(1, Math.min(mostPieces, Math.round((to - from) / (pieceS * soundRate))));
      const length = Math.min(pieceS * soundRate, to - from);
      return Array.from({ length: pieces }, (_, n): SecretSound => {
        const start = Math.round(from + (pieces === 1 ? 0 : (n * (to - from - length)) / (pieces - 1)));
        const piece = samples.subarray(start, start + length);
        return { label, samples: piece, tonal: isTonal(piece) };
      }).filter(
        (piece) =>
          piece.samples.length >= shortestPieceS * soundRate &&
          loudness(piece.samples) > silence &&
          !(piece.tonal && media.tonesApart === true),
      );
    }),
  );
}

export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const value of samples) sum += value * value;
  return Math.sqrt(sum / Math.max(1, samples.length));
}

/** Where the piece is heard in `samples`, or undefined. */
export function hear(piece: Float32Array, samples: Float32Array): { atS: number; peak: number } | undefined {
  const n = 2 ** Math.ceil(Math.log2(piece.length * 3));
  const [pr, pi] = [new Float64Array(n), new Float64Array(n)];
  pr.set(piece);
  transform(pr, pi);
  for (let from = 0; from < samples.length; from += n - piece.length) {
    const block = samples.subarray(from, from + n);
    if (loudness(block) < silence / 4) continue;
    const [br, bi] = [new Float64Array(n), new Float64Array(n)];
    br.set(block);
    transform(br, bi);
    for (let k = 0; k < n; k++) {
      const [ar, ai, cr, ci] = [br[k] as number, bi[k] as number, pr[k] as number, pi[k] as number];
      const [re, im] = [ar * cr + ai * ci, ai * cr - ar * ci];
      // Above 3.4 kHz coders of speech keep nothing, and below 80 Hz there is hum.
      const hz = (Math.min(k, n - k) * soundRate) / n;
      const size = hz < 80 || hz > 3400 ? 0 : Math.hypot(re, im);
      br[k] = size > 1e-12 ? re / size : 0;
      bi[k] = size > 1e-12 ? im / size : 0;
    }
    transform(br, bi, true);
    let [best, place, squares] = [0, 0, 0];
    for (let at = 0; at < n; at++) {
      const value = br[at] as number;
      squares += value * value;
      if (value > best) [best, place] = [value, at];
    }
    const peak = best / Math.sqrt(squares / n);
    if (peak >= peakAtLeast) return { atS: Math.max(0, (from + (place > n - piece.length ? place - n : place)) / soundRate), peak };
    if (block.length < n) break;
  }
  return undefined;
}
