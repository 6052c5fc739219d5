/** What a shot shows about bars: for each pixel of the small picture its darkest, brightest and mean value and how sharp it is, over a few frames. */
import type { PrintSize } from "./print-size.ts";

export interface BarEvidence extends PrintSize {
  /** Frames taken. */
  readonly samples: number;
  readonly darkest: Uint8Array;
  readonly brightest: Uint8Array;
  /** Sums over the frames: of the values, and of the steps to the pixel on the right and the one below. */
  readonly sums: Uint32Array;
  readonly stepsAcross: Uint32Array;
  readonly stepsDown: Uint32Array;
}

export interface GrowingEvidence extends BarEvidence {
  samples: number;
  add(luma: Uint8Array): void;
  clear(): void;
}

export function createBarEvidence({ width, height }: PrintSize): GrowingEvidence {
  const length = width * height;
  const evidence = {
    width,
    height,
    samples: 0,
    darkest: new Uint8Array(length),
    brightest: new Uint8Array(length),
    sums: new Uint32Array(length),
    stepsAcross: new Uint32Array(length),
    stepsDown: new Uint32Array(length),
    clear() {
      evidence.samples = 0;
      evidence.darkest.fill(255);
      evidence.brightest.fill(0);
      for (const sums of [evidence.sums, evidence.stepsAcross, evidence.stepsDown]) sums.fill(0);
    },
    add(luma: Uint8Array) {
      const { darkest, brightest, sums, stepsAcross, stepsDown } = evidence;
      evidence.samples += 1;
      for (let y = 0; y < height; y += 1) {
        const row = y * width;
        const below = y + 1 < height ? width : 0;
        for (let x = 0; x < width; x += 1) {
          const at = row + x;
          const value = luma[at] as number;
          if (value < (darkest[at] as number)) darkest[at] = value;
          if (value > (brightest[at] as number)) brightest[at] = value;
          sums[at] = (sums[at] as number) + value;
          if (x + 1 < width) stepsAcross[at] = (stepsAcross[at] as number) + Math.abs((luma[at + 1] as number) - value);
          stepsDown[at] = (stepsDown[at] as number) + Math.abs((luma[at + below] as number) - value);
        }
      }
    },
  };
  evidence.clear();
  return evidence;
}
