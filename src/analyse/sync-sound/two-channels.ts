/**
 * One sound out of two channels: their sum, and how loud that is beside their difference. A lead that is turned over, or sound kept as
 * middle and side, lies in the difference alone, and what is left in the sum is noise.
 */

export interface TwoChannels {
  /** Samples of both channels in turn; what comes back is good until the next call. An odd one waits for its other. */
  add(samples: Float32Array): Float32Array;
  /** Whether nearly all of what was heard lies in what was not given back. */
  mostIsInTheOther(): boolean;
}

/** In power. Sums of two microphones that stand apart are about as loud as differences: copies of one file must not differ in the choice. */
const muchLouder = 4;

export function twoChannels(of: "sum" | "difference"): TwoChannels {
  const sign = of === "sum" ? 0.5 : -0.5;
  let out = new Float32Array(0);
  let waiting: number | undefined;
  let [lastGiven, lastOther] = [0, 0];
  let [given, other] = [0, 0];
  return {
    add(samples) {
      if (out.length < samples.length) out = new Float32Array(samples.length);
      let count = 0;
      for (const sample of samples) {
        if (waiting === undefined) {
          waiting = sample;
          continue;
        }
        const value = 0.5 * waiting + sign * sample;
        const left = 0.5 * waiting - sign * sample;
        // Steps, not samples: hum and an offset of zero are in both leads alike and are no sound of the event.
        given += Math.min(1, (value - lastGiven) ** 2 || 0);
        other += Math.min(1, (left - lastOther) ** 2 || 0);
        [lastGiven, lastOther] = [value, left];
        out[count++] = value;
        waiting = undefined;
      }
      return out.subarray(0, count);
    },
    mostIsInTheOther: () => other > muchLouder * given,
  };
}
