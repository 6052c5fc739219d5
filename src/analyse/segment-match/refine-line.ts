/** Betters a line found at samples to the frame: the offset, and for changed speed the speed too, at which movement agrees most. */
import type { Rows } from "./movement.ts";
import { type TimeLine, framesAlong } from "./time-line.ts";

/** Frames of b that are asked; more say the same. */
const mostAsked = 160;
const plainSpeeds = [0.25, 0.5, 0.75, 0.8, 1, 1.25, 1.5, 2, 3, 4];

/** `a` and `b` are unit rows of movement of every frame; `from` and `to` frames of b, last included. */
export function refineLine(
  line: TimeLine,
  a: { rows: Rows; times: Float64Array },
  b: { rows: Rows; times: Float64Array },
  from: number,
  to: number,
  reachSec: number,
): TimeLine {
  const pivot = ((b.times[from] ?? 0) + (b.times[to] ?? 0)) / 2;
  const asked = everyFew(from, to);
  const at = (speed: number, momentA: number): number => agreement({ speed, offsetSec: momentA - speed * pivot }, a, b, asked);
  const frameSec = a.times.length > 1 ? ((a.times[a.times.length - 1] ?? 0) - (a.times[0] ?? 0)) / (a.times.length - 1) : 0.04;
  const middle = line.speed * pivot + line.offsetSec;
  const lengthSec = (b.times[to] ?? 0) - (b.times[from] ?? 0);
  let best = { speed: line.speed, moment: middle, value: at(line.speed, middle) };
  // A speed is worth trying as finely as it moves the ends of the stretch by half a frame.
  const speedStep = Math.max(0.002, Math.min(0.03, frameSec / Math.max(0.5, lengthSec)));
  const speedReach = line.speed === 1 ? 0 : 0.05 * line.speed;
  for (let speed = line.speed - speedReach; speed <= line.speed + speedReach + 1e-9; speed += speedStep)
    for (let shift = -reachSec; shift <= reachSec; shift += Math.max(frameSec, reachSec / 6)) {
      const value = at(speed, middle + shift);
      if (value > best.value) best = { speed, moment: middle + shift, value };
    }
  for (const plain of plainSpeeds)
    if (Math.abs(plain - best.speed) < 0.03 * plain) {
      let here = { speed: plain, moment: best.moment, value: -1 };
      for (let shift = -reachSec; shift <= reachSec; shift += frameSec / 2) {
        const value = at(plain, best.moment + shift);
        if (value > here.value) here = { speed: plain, moment: best.moment + shift, value };
      }
      if (here.value >= best.value * 0.99) best = here;
    }
  return centred(best.speed, best.moment, best.value, at, frameSec, pivot);
}

/** The middle of the stretch of offsets that are as good: with whole frames all of one frame's length are. */
function centred(
  speed: number,
  moment: number,
  value: number,
  at: (speed: number, moment: number) => number,
  frameSec: number,
  pivot: number,
): TimeLine {
  const step = frameSec / 8;
  let [low, high, best, peak] = [0, 0, 0, value];
  for (let shift = -8; shift <= 8; shift += 1) {
    const here = at(speed, moment + shift * step);
    if (here > peak + 1e-9) [peak, best] = [here, shift];
  }
  low = high = best;
  const enough = peak - Math.abs(peak) * 0.002;
  while (best - low < 8 && at(speed, moment + (low - 1) * step) >= enough) low -= 1;
  while (high - best < 8 && at(speed, moment + (high + 1) * step) >= enough) high += 1;
  return { speed, offsetSec: moment + ((low + high) / 2) * step - speed * pivot };
}

function everyFew(from: number, to: number): number[] {
  const every = Math.max(1, Math.ceil((to - from + 1) / mostAsked));
  const frames: number[] = [];
  for (let frame = from; frame <= to; frame += every) frames.push(frame);
  return frames;
}

function agreement(
  line: TimeLine,
  a: { rows: Rows; times: Float64Array },
  b: { rows: Rows; times: Float64Array },
  asked: readonly number[],
): number {
  const first = asked[0] ?? 0;
  const along = framesAlong(line, a.times, b.times, first, asked[asked.length - 1] ?? 0);
  const { cells } = a.rows;
  let sum = 0;
  for (const frame of asked) {
    const other = along[frame - first] ?? -1;
    if (other < 0) continue;
    for (let x = other * cells, y = frame * cells, end = x + cells; x < end; x += 1, y += 1)
      sum += (a.rows.values[x] ?? 0) * (b.rows.values[y] ?? 0);
  }
  return sum;
}
