/** Which frames of a recording a detector is shown: one every so many seconds, the first of each shot, and the last of all. */

export interface ChosenFrames {
  /** Rising, each of them a time of a frame. */
  readonly at: readonly number[];
  /** Seconds between two looks as they were taken: more than was asked for where there would be too many. */
  readonly everyS: number;
}

/** A frame that rounding puts just before its turn counts. */
const slackS = 0.0005;

/** `times`: of all frames, rising. `shots`: seconds at which shots begin. */
export function chooseFrames(
  times: ArrayLike<number>,
  { everyS, shots, most }: { readonly everyS: number; readonly shots: readonly number[]; readonly most: number },
): ChosenFrames {
  for (let apart = everyS; ; apart *= 1.25) {
    const at = framesAt(times, apart, shots);
    if (at.length <= most) return { at, everyS: apart };
    // More shots than looks: asking less often changes nothing, so that looks are spread over what there is.
    if (apart > spanOf(times))
      return { at: Array.from({ length: most }, (_, n) => at[Math.floor((n * at.length) / most)]!), everyS: apart };
  }
}

function framesAt(times: ArrayLike<number>, everyS: number, shots: readonly number[]): number[] {
  const begins = shots.toSorted((a, b) => a - b);
  const at: number[] = [];
  let next = Number.NEGATIVE_INFINITY;
  let shot = 0;
  for (let n = 0; n < times.length; n++) {
    const time = times[n] as number;
    let isFirst = false;
    while (shot < begins.length && time >= (begins[shot] as number) - slackS) {
      isFirst = true;
      shot++;
    }
    if (time < next - slackS && !isFirst && n < times.length - 1) continue;
    if (at.at(-1) !== time) at.push(time);
    next = time + everyS;
  }
  return at;
}

function spanOf(times: ArrayLike<number>): number {
  return times.length === 0 ? 0 : (times[times.length - 1] as number) - (times[0] as number);
}
