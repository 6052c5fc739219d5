/**
 * All positions around a solution that fit nearly as well as the best one: the 95 % set. Filled outwards on a net, so that it may be an
 * ellipse, an arc or a long strip; nothing about its shape is assumed.
 */
import { outlines } from "./contour.ts";
import { costAt, covarianceAt, type Fit, type PlacedFit, settleAt } from "./fit-camera.ts";
import type { PlanePoint } from "./local-plane.ts";
import { heldCount } from "./pinhole.ts";
import { isLookedAt, type Scene } from "./scene.ts";

export interface FilledRegion {
  readonly rings: readonly (readonly PlanePoint[])[];
  /** The best position met on the way: at least as good as the one begun with. */
  readonly best: PlacedFit;
  /** Knots inside, each with how the camera would be held there. */
  readonly knots: readonly PlacedFit[];
  /** It goes on where nobody looked. */
  readonly cut: boolean;
  /** Places looked at, coarser nets included. */
  readonly looked: number;
}

/** Of one net; a set that needs more is filled by a coarser one. */
const knotsAtMost = 3500;
const coarser = 2.5;
/** Steps along a set, in steps across it. */
const longest = 6;

interface Axes {
  readonly a: PlanePoint;
  readonly b: PlanePoint;
}

/** `level`: how much worse than the best cost a position may be. `covered`: what another part of the set holds already; it is not gone through again. */
export function fillRegion(
  scene: Scene,
  from: PlacedFit,
  bestCost: number,
  level: number,
  covered: (at: PlanePoint) => boolean,
): FilledRegion {
  let axes = axesAt(scene, from, level);
  for (let looked = 0; ; looked += knotsAtMost) {
    const filled = fill(scene, from, bestCost, level, axes, covered);
    if (filled !== null) return { ...filled, looked: looked + filled.looked };
    axes = { a: scaled(axes.a, coarser), b: scaled(axes.b, coarser) };
  }
}

function fill(
  scene: Scene,
  from: PlacedFit,
  bestCost: number,
  level: number,
  { a, b }: Axes,
  covered: (at: PlanePoint) => boolean,
): FilledRegion | null {
  const fits = new Map<string, Fit | null>();
  const pointAt = (i: number, j: number): PlanePoint => ({ e: from.e + i * a.e + j * b.e, n: from.n + i * a.n + j * b.n });
  const keyOf = (i: number, j: number) => `${i},${j}`;
  let best: PlacedFit = from;
  let least = Math.min(bestCost, from.cost);
  const inside: [number, number][] = [];
  fits.set(keyOf(0, 0), from);
  const queue: [number, number][] = [[0, 0]];
  let cut = false;
  for (let at = 0; at < queue.length; at++) {
    const [i, j] = queue[at] as [number, number];
    const here = fits.get(keyOf(i, j));
    if (!here || here.cost - least > level) continue;
    inside.push([i, j]);
    if (at > 0 && covered(pointAt(i, j))) continue;
    if (inside.length > knotsAtMost) return null;
    for (let di = -1; di <= 1; di++)
      for (let dj = -1; dj <= 1; dj++) {
        const key = keyOf(i + di, j + dj);
        if (fits.has(key)) continue;
        const place = pointAt(i + di, j + dj);
        if (!isLookedAt(scene, place)) {
          fits.set(key, null);
          cut = true;
          continue;
        }
        const fit = settleAt(scene, place, here.held, 6);
        fits.set(key, fit);
        if (fit.cost < least) least = fit.cost;
        if (fit.cost < best.cost) best = { ...place, ...fit };
        queue.push([i + di, j + dj]);
      }
  }
  const within = inside.filter(([i, j]) => ((fits.get(keyOf(i, j)) as Fit).cost ?? Infinity) - least <= level);
  const rings = outlines(
    {
      value: (i, j) => {
        const fit = fits.get(keyOf(i, j));
        return fit ? fit.cost - least : undefined;
      },
      inside: within,
      pointAt,
    },
    level,
  );
  return { rings, best, knots: within.map(([i, j]) => ({ ...pointAt(i, j), ...(fits.get(keyOf(i, j)) as Fit) })), cut, looked: fits.size };
}

/** Steps of the net, along the axes of the error ellipse. */
function axesAt(scene: Scene, at: PlacedFit, level: number): Axes {
  const perAxis = Math.sqrt(level) / 5;
  const { long, short, turn } = curvatureAt(scene, at);
  const [ce, cn] = [Math.cos(turn), Math.sin(turn)];
  const narrow = Math.max(0.01, short * perAxis);
  // A long set is bent: with steps much longer than wide the net would lose it.
  const wide = Math.min(long * perAxis, narrow * longest);
  return { a: { e: wide * ce, n: wide * cn }, b: { e: -narrow * cn, n: narrow * ce } };
}

/** Standard deviation across the narrowest direction of a set there, metres. */
export function widthAt(scene: Scene, at: PlacedFit): number {
  return curvatureAt(scene, at).short;
}

/** Half axes for a cost of 1, metres, and the direction of the longer one from east to north. */
function curvatureAt(scene: Scene, at: PlacedFit): { long: number; short: number; turn: number } {
  const covariance = covarianceAt(scene, at);
  const counts = heldCount + 2;
  if (covariance === null) return shortWay(scene, at);
  const value = (i: number, j: number) => covariance[(heldCount + i) * counts + heldCount + j] as number;
  return axesOf(value(0, 0), value(1, 1), value(0, 1));
}

/** Where one direction is not told at all: the step by which the cost rises most readily. */
function shortWay(scene: Scene, at: PlacedFit): { long: number; short: number; turn: number } {
  let short = scene.maxDistanceM / 40;
  for (let turn = 0; turn < Math.PI; turn += Math.PI / 8)
    for (let step = short / 4000; step < short; step *= 1.6) {
      const place = { e: at.e + step * Math.cos(turn), n: at.n + step * Math.sin(turn) };
      if (Math.min(costAt(scene, place, at.held), settleAt(scene, place, at.held, 6).cost) - at.cost > 1) short = step;
    }
  return { long: short, short, turn: 0 };
}

/** Of a 2 by 2 covariance. */
export function axesOf(ee: number, nn: number, en: number): { long: number; short: number; turn: number } {
  const [mean, off] = [(ee + nn) / 2, Math.hypot((ee - nn) / 2, en)];
  return {
    long: Math.sqrt(Math.max(0, mean + off)),
    short: Math.sqrt(Math.max(1e-12, mean - off)),
    turn: Math.atan2(2 * en, ee - nn) / 2,
  };
}

const scaled = ({ e, n }: PlanePoint, by: number): PlanePoint => ({ e: e * by, n: n * by });
