/** Frames of an item nearest to even steps of time, whatever its own frame rate and gaps are. */
export function sampleMoments(times: Float64Array, perSec: number, fromSec: number, toSec: number): Int32Array {
  const first = Math.max(fromSec, times[0] ?? 0);
  const last = Math.min(toSec, times[times.length - 1] ?? 0);
  const count = last < first ? 0 : Math.floor((last - first) * perSec + 1e-6) + 1;
  const frames = new Int32Array(count);
  let frame = 0;
  for (let sample = 0; sample < count; sample += 1) {
    frame = nearestFrame(times, first + sample / perSec, frame);
    frames[sample] = frame;
  }
  return frames;
}

/** The frame nearest to a moment, looked for from a frame before it on. */
export function nearestFrame(times: Float64Array, moment: number, from: number): number {
  let frame = from;
  while (frame + 1 < times.length && Math.abs((times[frame + 1] ?? 0) - moment) <= Math.abs((times[frame] ?? 0) - moment)) frame += 1;
  return frame;
}

/** How long a frame is shown: until the next one; the last as long as the one before it. */
export function frameLength(times: Float64Array, frame: number): number {
  const at = Math.min(frame, times.length - 2);
  return at < 0 ? 0 : (times[at + 1] ?? 0) - (times[at] ?? 0);
}
