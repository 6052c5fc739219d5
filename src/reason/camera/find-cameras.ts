/**
 * All cameras that may have seen what was marked, best first. Begins at the exact answers of many threes of pairs, at points of the
 * circles of twos, along lines of position and on a coarse net, for several fields of view; goes downhill from the best of them, at
 * first with wide errors. So an answer does not depend on a guess, and the second answer of an ambiguous sheet is found as well.
 */
import { costAt, type PlacedFit, settleAll, settleAt, wrapped } from "./fit-camera.ts";
import type { PlanePoint } from "./local-plane.ts";
import { scalesOf95 } from "./mistaken.ts";
import { type Held, heading, lnFocal, pitch, sightOf } from "./pinhole.ts";
import { isLookedAt, redundancyOf, type Scene, type Sighting, widened } from "./scene.ts";
import { type Sighted, threePoint } from "./three-point.ts";

const triplesAtMost = 60;
const tried = 16;
/** Errors at first, so that the right answer is not beyond the next hill. */
const wideAtFirst = 6;

/** Empty where no position fits at all, as far as was looked. */
export function findCameras(scene: Scene): PlacedFit[] {
  const wide = widened(scene, wideAtFirst);
  const fields = fieldsOf(scene);
  const guesses: PlacedFit[] = [];
  for (const lnF of fields) {
    const held = heldWith(scene, lnF);
    for (const at of placesFor(scene, held)) {
      if (!isLookedAt(scene, at)) continue;
      const turned = withHeading(scene, at, held);
      guesses.push({ ...at, held: turned, cost: costAt(wide, at, turned) });
    }
  }
  guesses.sort((a, b) => a.cost - b.cost);
  const found: PlacedFit[] = [];
  const line = redundancyOf(scene) < 0;
  for (const guess of apart(guesses, line ? 2 * tried : tried)) {
    const fit = settleAnew(scene, guess, wide);
    if (Number.isFinite(fit.cost) && isLookedAt(scene, fit)) found.push(fit);
  }
  found.sort((a, b) => a.cost - b.cost);
  return apart(found, line ? 32 : 12, line ? 0.02 : 1e-3);
}

/** Downhill from a guess, at first with wide errors, and straight where that ended elsewhere and better. */
export function settleAnew(scene: Scene, guess: PlacedFit, wide = widened(scene, wideAtFirst)): PlacedFit {
  const rough = settleAll(wide, settled(wide, guess), 8);
  const fine = settleAll(scene, settled(scene, rough));
  const straight = settled(scene, guess);
  // A start that is already better than that end is worth its own way down.
  return straight.cost < fine.cost ? settleAll(scene, straight) : fine;
}

function settled(scene: Scene, { e, n, held }: PlacedFit): PlacedFit {
  return { e, n, ...settleAt(scene, { e, n }, held) };
}

/** Focal lengths to begin with. */
function fieldsOf({ priors, fieldKnown }: Scene): number[] {
  const { value, sigma } = priors[lnFocal] as { value: number; sigma: number };
  if (fieldKnown && sigma < 0.02) return [value];
  const steps = fieldKnown ? [-1.5, 0, 1.5] : [-2.4, -2, -1.6, -1.3, -1, -0.7, -0.4, -0.1, 0.2, 0.5, 0.8, 1.1, 1.5, 2, 2.4];
  return steps.map((step) => value + step * sigma);
}

function heldWith({ priors, horizon }: Scene, lnF: number): Held {
  const held = Float64Array.from(priors, ({ value }) => value);
  held[lnFocal] = lnF;
  if (horizon !== undefined) held[pitch] = Math.atan(horizon.value / Math.exp(lnF));
  return held;
}

/** Directions of the marks, clockwise from the middle of the frame. */
function sightedFrom({ frame, sightings }: Scene, held: Held): (Sighted & Sighting)[] {
  return sightings.map((sighting) => {
    const { right, ahead } = sightOf(frame, sighting.x, sighting.y, held);
    return { ...sighting, toRight: Math.atan2(right, ahead) };
  });
}

function placesFor(scene: Scene, held: Held): PlanePoint[] {
  const sighted = sightedFrom(scene, held);
  const places = triples(sighted).flatMap(([a, b, c]) => threePoint(a, b, c) ?? []);
  if (sighted.length < 3) {
    const [a, b] = sighted;
    if (a !== undefined && b !== undefined) places.push(...circleOfTwo(a, b));
    places.push(...netAround(scene));
  }
  for (const { near, far } of scene.transits) {
    const length = Math.hypot(near.e - far.e, near.n - far.n);
    for (let step = 0; step < 24; step++) {
      const along = (scene.maxDistanceM * 1.3 ** -step) / Math.max(1, length);
      places.push({ e: near.e + (near.e - far.e) * along, n: near.n + (near.n - far.n) * along });
    }
  }
  return places;
}

/** Threes that are spread over all pairs, at most so many. */
function triples<T>(of: readonly T[]): (readonly [T, T, T])[] {
  const all: (readonly [T, T, T])[] = [];
  for (let i = 0; i < of.length; i++)
    for (let j = i + 1; j < of.length; j++) for (let k = j + 1; k < of.length; k++) all.push([of[i] as T, of[j] as T, of[k] as T]);
  if (all.length <= triplesAtMost) return all;
  const step = all.length / triplesAtMost;
  return Array.from({ length: triplesAtMost }, (_, at) => all[Math.floor(at * step)] as readonly [T, T, T]);
}

/** Points from which two things are seen under their angle. */
function circleOfTwo(a: Sighted, b: Sighted): PlanePoint[] {
  const angle = wrapped(b.toRight - a.toRight);
  const chord = Math.hypot(b.e - a.e, b.n - a.n);
  const radius = chord / 2 / Math.abs(Math.sin(angle));
  if (!Number.isFinite(radius)) return [];
  // The middle lies beside the chord by radius cos(angle), on the side from which the order is as marked.
  const beside = (chord / 2 / Math.tan(angle)) * -1;
  const [ux, uy] = [(b.e - a.e) / chord, (b.n - a.n) / chord];
  const middle = { e: (a.e + b.e) / 2 - uy * beside, n: (a.n + b.n) / 2 + ux * beside };
  return Array.from({ length: 24 }, (_, at) => {
    const turn = (at / 24) * 2 * Math.PI;
    return { e: middle.e + radius * Math.cos(turn), n: middle.n + radius * Math.sin(turn) };
  });
}

function netAround({ sightings, transits, within, maxDistanceM }: Scene): PlanePoint[] {
  const points = [...sightings, ...transits.map(({ near }) => near), ...(within?.flat() ?? [])];
  const net: PlanePoint[] = [];
  for (const { e, n } of points.slice(0, 40))
    for (let ring = 0; ring < 8; ring++)
      for (let spoke = 0; spoke < 24; spoke++) {
        const [radius, turn] = [maxDistanceM * 0.9 * 0.5 ** ring, ((spoke + ring / 2) / 24) * 2 * Math.PI];
        net.push({ e: e + radius * Math.sin(turn), n: n + radius * Math.cos(turn) });
      }
  return net;
}

/** The heading that most marks agree on, each being asked in turn. */
function withHeading(scene: Scene, { e, n }: PlanePoint, held: Held): Held {
  const sighted = sightedFrom(scene, held);
  const wanted = sighted.map((one) => wrapped(Math.atan2(one.e - e, one.n - n) - one.toRight));
  const told = scene.priors[heading] as { value: number; sigma: number };
  if (told.sigma !== Infinity) wanted.push(told.value);
  // Half a degree and the map error as it looks from there.
  const wide = sighted.map((one) => 0.01 + (one.scaleM * scalesOf95) / Math.max(1, Math.hypot(one.e - e, one.n - n)));
  let [best, least] = [0, Infinity];
  for (const candidate of wanted) {
    let sum = 0;
    for (let at = 0; at < wanted.length; at++) {
      const off = wrapped((wanted[at] as number) - candidate) / (wide[at] ?? 0.02);
      sum += Math.log(1 + off * off);
    }
    if (sum < least) [best, least] = [candidate, sum];
  }
  const turned = Float64Array.from(held);
  turned[heading] = best;
  return turned;
}

/** The first ones of a sorted list that are not the same again: in place to a hundredth of their distance, or nearer than `least`. */
function apart(sorted: readonly PlacedFit[], most: number, least = 0.01): PlacedFit[] {
  const kept: PlacedFit[] = [];
  for (const one of sorted) {
    if (kept.length === most) break;
    const far = Math.hypot(one.e, one.n) * least + 0.05;
    const again = kept.some(
      (other) =>
        Math.hypot(one.e - other.e, one.n - other.n) < far &&
        Math.abs((one.held[lnFocal] as number) - (other.held[lnFocal] as number)) < 0.02,
    );
    if (!again) kept.push(one);
  }
  return kept;
}
