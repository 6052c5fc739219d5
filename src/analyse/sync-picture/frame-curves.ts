/** Curves of light and movement, made while small grey frames stream past; two frames are held at a time. */
import type { PictureFeatures } from "./picture-features.ts";

/** Frames are read at this size, whatever their own: area means keep light exact, and little movement is lost. */
export const curveSize = { width: 64, height: 36 };
/** Cells of four by four pixels. */
const cell = 4;
/** Change of a cell's mean, steps of 255, that counts as brighter or darker: what noise of a phone at night leaves of 16 pixels' mean is below. */
const noticeable = 2.5;

export interface FrameCurves {
  /** Frames in the order in which they are shown; `luma` is used again afterwards. One without a time, or not after the one before it, is left out. */
  add(luma: Uint8Array, timeSec: number): void;
  end(notRead: string): PictureFeatures;
}

/** `open` maps a stored luma to 0..255. */
export function createFrameCurves(open: (luma: number) => number): FrameCurves {
  const { width, height } = curveSize;
  const table = Float32Array.from({ length: 256 }, (_, luma) => open(luma));
  let before = new Float32Array(width * height);
  let now = new Float32Array(width * height);
  const columns = width / cell;
  const change = new Float32Array(columns * (height / cell));
  const times: number[] = [];
  const light: number[] = [];
  const agreement: number[] = [];
  const movement: number[] = [];

  return {
    add(luma, timeSec) {
      if (!Number.isFinite(timeSec) || timeSec <= (times.at(-1) ?? Number.NEGATIVE_INFINITY)) return;
      let sum = 0;
      for (let i = 0; i < now.length; i++) sum += now[i] = table[luma[i] as number] as number;
      const first = times.length === 0;
      times.push(timeSec);
      light.push(sum / now.length);
      if (first) {
        agreement.push(0);
        movement.push(0);
      } else {
        change.fill(0);
        for (let i = 0; i < now.length; i++) {
          const at = Math.floor(i / (width * cell)) * columns + Math.floor((i % width) / cell);
          change[at]! += now[i]! - before[i]!;
        }
        let brighter = 0;
        for (const one of change) {
          if (one > noticeable * cell * cell) brighter++;
          else if (one < -noticeable * cell * cell) brighter--;
        }
        agreement.push(brighter / change.length);
        const common = Float32Array.from(change).sort()[change.length >> 1]! / (cell * cell);
        let moved = 0;
        for (let i = 0; i < now.length; i++) moved += Math.abs(now[i]! - before[i]! - common);
        movement.push(moved / now.length);
      }
      [before, now] = [now, before];
    },
    end: (notRead) => ({
      timeSec: Float64Array.from(times),
      light: Float32Array.from(light),
      agreement: Float32Array.from(agreement),
      movement: Float32Array.from(movement),
      notRead,
    }),
  };
}
