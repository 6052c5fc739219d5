/** Luma of video is stored from 16 to 235 most often (ITU-R BT.601); prints are made of 0 to 255. Opened only where it is looked at. */
import type { ProbedStream } from "../ffmpeg/ask-ffprobe.ts";
import { lumaGain } from "../ffmpeg/luma-range.ts";

export type LumaRange = "full" | "video";

export function lumaRange(stream: ProbedStream): LumaRange {
  return lumaGain(stream) === 1 ? "full" : "video";
}

const darkest = 16;
const gain = 255 / 219;

export interface RangeOpener {
  /** In place. */
  means(values: Float32Array): Float32Array;
  /** Gives the same array each time it is called, to be used before the next call. */
  picture(luma: Uint8Array): Uint8Array;
}

export function createRangeOpener(range: LumaRange, pixels: number): RangeOpener {
  if (range === "full") return { means: (values) => values, picture: (luma) => luma };
  const table = Uint8ClampedArray.from({ length: 256 }, (_, value) => (value - darkest) * gain);
  const opened = new Uint8Array(pixels);
  return {
    means(values) {
      for (let n = 0; n < values.length; n += 1) values[n] = Math.min(255, Math.max(0, ((values[n] as number) - darkest) * gain));
      return values;
    },
    picture(luma) {
      for (let n = 0; n < pixels; n += 1) opened[n] = table[luma[n] as number] as number;
      return opened;
    },
  };
}
