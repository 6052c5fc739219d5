/** A straight relation between the clocks of two items: moment of a = speed * moment of b + offset, seconds. */
export interface TimeLine {
  readonly speed: number;
  readonly offsetSec: number;
}

/** For frames `from` to `to` of b (last included), the nearest frame of a each; -1 where a has ended or not begun. */
export function framesAlong(line: TimeLine, timesA: Float64Array, timesB: Float64Array, from: number, to: number): Int32Array {
  const out = new Int32Array(Math.max(0, to - from + 1)).fill(-1);
  const count = timesA.length;
  const step = count > 1 ? ((timesA[count - 1] ?? 0) - (timesA[0] ?? 0)) / (count - 1) : 0;
  const reach = Math.max(step * 0.75, 1e-6);
  let frame = 0;
  for (let at = 0; at < out.length; at += 1) {
    const moment = line.speed * (timesB[from + at] ?? 0) + line.offsetSec;
    while (frame + 1 < count && Math.abs((timesA[frame + 1] ?? 0) - moment) <= Math.abs((timesA[frame] ?? 0) - moment)) frame += 1;
    const beyond = moment < (timesA[0] ?? 0) - reach || moment > (timesA[count - 1] ?? 0) + reach;
    if (!beyond) out[at] = frame;
  }
  return out;
}
