/**
 * PDQ: a 256-bit hash of what a picture looks like, with a measure of its own worth. Near hashes mean alike pictures, not
 * the same event; see docs/method/pdq.md. After Davis and Rosen, "The TMK+PDQF Video-Hashing Algorithm and the PDQ
 * Image-Hashing Algorithm" (Facebook, 2019).
 */
import { hashBytes } from "../../core/copies/frame-prints.ts";
import { type CosineTransform, createCosineTransform } from "./cosine-transform.ts";
import { hashOfCoefficients } from "./hash-bits.ts";
import { qualityOf } from "./quality.ts";
import { createShrink, type Luma, type Shrink } from "./shrink-luma.ts";

/** Fewer pixels than this either way are too few to say anything: such a picture gets an empty hash of quality 0, as published. */
export const leastSide = 5;

export interface PdqHash {
  /** In the order of the published hexadecimal form. */
  readonly hash: Uint8Array;
  /** 0 to 100. */
  readonly quality: number;
}

export interface PdqHasher {
  /** Hash and quality of one picture; `hash` is a new array unless one is handed in. */
  hash(luma: Luma, into?: Uint8Array): PdqHash;
  /** The coefficients of the picture hashed last; overwritten by the next one. */
  readonly coefficients: Float64Array;
}

/**
 * Serves all frames of one size without making new buffers. At 64 x 64 nothing is filtered: the published window is one pixel
 * there. `gain`: see ffmpeg/luma-range.ts; it changes the quality alone, never the hash.
 */
export function createPdqHasher(width: number, height: number, gain = 1): PdqHasher {
  const shrink: Shrink = createShrink(width, height);
  const transform: CosineTransform = createCosineTransform();
  const tooSmall = width < leastSide || height < leastSide;
  let coefficients: Float64Array = new Float64Array(0);
  return {
    get coefficients() {
      return coefficients;
    },
    hash(luma, into = new Uint8Array(hashBytes)) {
      if (luma.length < width * height) throw new RangeError(`picture: expected ${width * height} luma values; found ${luma.length}`);
      const shrunk = shrink(luma);
      coefficients = transform(shrunk);
      if (tooSmall) return { hash: into.fill(0), quality: 0 };
      return { hash: hashOfCoefficients(coefficients, into), quality: qualityOf(shrunk, gain) };
    },
  };
}

export function pdqOfLuma(luma: Luma, width: number, height: number): PdqHash {
  return createPdqHasher(width, height).hash(luma);
}
