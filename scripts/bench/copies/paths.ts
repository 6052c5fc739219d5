/** Ways a camera moves over a world: fixed, held in a hand, along waypoints. */
import { randomStream } from "../../sample/random.ts";
import type { Path, View } from "./scene.ts";

export const fixed =
  (view: View): Path =>
  () =>
    view;

/** Adds a hand's shake: slow sway and quick tremor, `pixels` of the world at most about. */
export function handHeld(path: Path, name: string, pixels: number): Path {
  const random = randomStream(0, `hand ${name}`);
  const waves = Array.from({ length: 12 }, (_, i) => ({
    turn: random() * 2 * Math.PI,
    hertz: 0.3 + (i >> 1) * (0.5 + random() * 0.4),
    pixels: (pixels * (0.6 + random() * 0.8)) / (1 + (i >> 1)),
  }));
  const sum = (odd: number, seconds: number) =>
    waves.reduce((s, wave, i) => (i % 2 === odd ? s + wave.pixels * Math.sin(wave.turn + wave.hertz * 2 * Math.PI * seconds) : s), 0);
  return (seconds) => {
    const view = path(seconds);
    return {
      ...view,
      x: view.x + sum(0, seconds),
      y: view.y + sum(1, seconds),
      roll: view.roll + (sum(0, seconds * 0.7 + 5) / pixels || 0) * 0.006,
    };
  };
}

/** Along views that are reached at given seconds, easing in and out of each. */
export function along(...stops: readonly (readonly [number, View])[]): Path {
  return (seconds) => {
    const next = stops.findIndex(([at]) => at > seconds);
    const [after, before] = next < 0 ? [stops.at(-1), stops.at(-1)] : [stops[next], stops[Math.max(0, next - 1)]];
    if (after === undefined || before === undefined) throw new Error("a camera's path: expected at least one stop; found none");
    const raw = after[0] === before[0] ? 1 : Math.max(0, (seconds - before[0]) / (after[0] - before[0]));
    const part = raw * raw * (3 - 2 * raw);
    const mix = (of: keyof View) => before[1][of] * (1 - part) + after[1][of] * part;
    return { x: mix("x"), y: mix("y"), scale: mix("scale"), roll: mix("roll") };
  };
}

/** A walk of its own over a picture of `width` x `height`: every name another one, always inside. */
export function wander(
  name: string,
  world: { width: number; height: number },
  frame: { width: number; height: number },
  seconds: number,
): Path {
  const random = randomStream(0, `wander ${name}`);
  const most = Math.min(world.width / frame.width, world.height / frame.height) * 0.92;
  const stops: (readonly [number, View])[] = [];
  for (let at = 0; at < seconds + 4; at += 2.2 + random() * 2) {
    const scale = most * (0.5 + 0.45 * random());
    const [halfX, halfY] = [(frame.width / 2) * scale * 1.05, (frame.height / 2) * scale * 1.05];
    const x = halfX + random() * (world.width - 2 * halfX);
    const y = halfY + random() * (world.height - 2 * halfY);
    stops.push([at, { x, y, scale, roll: (random() - 0.5) * 0.12 }]);
  }
  return along(...stops);
}
