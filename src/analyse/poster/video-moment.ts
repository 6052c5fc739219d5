/** A moment that stands for a video: about a tenth in, and neither black nor flat where there is a choice. */
import type { MediaFile, ProbedStream } from "../ffmpeg/ask-ffprobe.ts";
import { smallFrame } from "../ffmpeg/small-frames.ts";
import type { Video } from "../probe/streams.ts";
import { fitInside, keptPixels, type Pixels } from "../shield/blur.ts";

const places = [0.1, 0.25, 0.5, 0.75, 0];
/** Mean and spread of grey, of 255, above which a frame shows something. */
const leastGrey = 20;
const leastSpread = 6;

export interface Moment {
  readonly kept: Pixels;
  readonly atSec: number;
}

export async function videoPixels(
  file: MediaFile,
  stream: ProbedStream,
  { shown, durationSec }: { shown: Video; durationSec: number },
): Promise<Moment | undefined> {
  const size = fitInside(shown.displayWidth, shown.displayHeight, keptPixels);
  const length = Number.isFinite(durationSec) && durationSec > 0 ? durationSec : 0;
  let best: (Moment & { spread: number }) | undefined;
  for (const place of new Set(length === 0 ? [0] : places)) {
    const atSec = length * place;
    const data = await smallFrame(file, stream.index, atSec, size);
    if (data === undefined) continue;
    const { mean, spread } = greys(data);
    const moment = { kept: { data, ...size }, atSec, spread };
    if (mean >= leastGrey && spread >= leastSpread) return moment;
    if (best === undefined || spread > best.spread) best = moment;
  }
  return best;
}

function greys(data: Buffer): { mean: number; spread: number } {
  let sum = 0;
  let squares = 0;
  for (const value of data) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / data.length;
  return { mean, spread: Math.sqrt(Math.max(0, squares / data.length - mean * mean)) };
}
