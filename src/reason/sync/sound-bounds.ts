/**
 * How far what was seen may be off where only sound joins clips: two cameras hear one sound apart by no more than what it takes from one to the
 * other, wherever it was made. From the reference to each clip by the way that leaves least; a pair that was seen, or whose way of sound is
 * corrected, leaves nothing.
 */
import { seconds } from "./rounding.ts";
import { travelBound, type SpeedUsed } from "./sound-travel.ts";
import type { SolvedGroup } from "./solve-group.ts";
import type { PlacedClip } from "./sync-answer.ts";
import type { SyncClip, SyncPair } from "./sync-problem.ts";

/** The moment of the pair was heard, and nothing turns it into when it was made. */
export function isHeard({ heard, channel, travel }: SyncPair): boolean {
  return (heard ?? channel === "sound") && travel?.use !== "correct";
}

/** What the way of sound may leave of a pair; `assumed` where the places of the cameras are not known. */
export function soundWay(
  pair: SyncPair,
  a: SyncClip,
  b: SyncClip,
  speed: SpeedUsed,
  camerasApartM: number,
): { readonly seconds: number; readonly assumed: boolean } {
  if (!isHeard(pair)) return { seconds: 0, assumed: false };
  if (a.camera !== undefined && b.camera !== undefined)
    return { seconds: travelBound(pair, a.camera, b.camera, speed).atMostS, assumed: false };
  return { seconds: camerasApartM / (speed.speed.value - speed.speed.plusMinus), assumed: true };
}

/** By the number of the clip; null for the reference and what is joined to it otherwise. */
export function soundBounds(
  { clips, pairs, outliers }: Pick<SolvedGroup, "clips" | "pairs" | "outliers">,
  speed: SpeedUsed,
  camerasApartM: number,
): PlacedClip["bySound"][] {
  const steps: { readonly to: number; readonly seconds: number; readonly assumed: boolean }[][] = clips.map(() => []);
  for (const [number, { pair, a, b }] of pairs.entries()) {
    if (outliers.has(number)) continue;
    const way = soundWay(pair, clips[a] as SyncClip, clips[b] as SyncClip, speed, camerasApartM);
    steps[a]?.push({ to: b, ...way });
    steps[b]?.push({ to: a, ...way });
  }
  const least = new Float64Array(clips.length).fill(Infinity);
  const assumed = new Uint8Array(clips.length);
  const done = new Uint8Array(clips.length);
  least[0] = 0;
  for (;;) {
    let next = -1;
    for (let clip = 0; clip < clips.length; clip++)
      if (done[clip] === 0 && least[clip] !== Infinity && (next === -1 || (least[clip] as number) < (least[next] as number))) next = clip;
    if (next === -1) break;
    done[next] = 1;
    for (const { to, seconds: step, assumed: guess } of steps[next] as (typeof steps)[number]) {
      const length = (least[next] as number) + step;
      if (length >= (least[to] as number)) continue;
      least[to] = length;
      assumed[to] = guess || assumed[next] === 1 ? 1 : 0;
    }
  }
  return [...least].map((bound, clip) =>
    bound === 0 ? null : { atMostS: seconds(bound), from: assumed[clip] === 1 ? "assumed" : "cameras" },
  );
}
