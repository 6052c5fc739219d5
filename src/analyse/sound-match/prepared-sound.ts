/** Prints with what comparing needs, worked out once however many others they are compared with. */
import type { SoundPrints } from "../../core/copies/sound-prints.ts";
import { binsOf, type Marks, pairMarks, tripletMarks } from "./landmark-marks.ts";

export interface PreparedSound {
  readonly prints: SoundPrints;
  readonly bins: Float32Array;
  readonly pairs: Marks;
  readonly stretched: Marks;
  readonly resampled: Marks;
}

/** Beyond so many landmarks (half an hour of speech) fewer marks do, as a shared part is long or chance has more to say. */
const many = 60_000;

export function prepareSound(prints: SoundPrints): PreparedSound {
  const long = prints.times.length > many;
  return {
    prints,
    bins: binsOf(prints),
    pairs: pairMarks(prints, long ? 5 : 9),
    stretched: tripletMarks(prints, "stretched", long ? 3 : 6),
    resampled: tripletMarks(prints, "resampled", long ? 3 : 6),
  };
}
