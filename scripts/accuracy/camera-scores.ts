/** Puts the reasoner's answers to scenes with known truth beside the truth, and beside the best answer that the truth allows. */
import { type SceneStrata, type TrueScene, trueScene } from "./camera-scenes.ts";

export interface Score {
  readonly strata: SceneStrata;
  /** The stated 95 % set holds the true position. */
  readonly holds: boolean;
  /** Root of the ratio of the areas; null where no best answer is defined. */
  readonly width: number | null;
  readonly headingHolds: boolean | null;
  readonly fieldHolds: boolean | null;
  readonly state: string;
}

interface Answer {
  readonly state: string;
  readonly region: { readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[] };
  readonly regionAreaM2: number;
  readonly solutions: readonly {
    readonly headingDeg: { readonly value: number; readonly error: number };
    readonly horizontalFieldDeg: { readonly value: number; readonly error: number };
  }[];
}

export function scoreScene(number: number, solve: (problem: unknown) => unknown): Score {
  const scene = trueScene(number);
  const answer = solve(scene.problem) as Answer;
  const { truth } = scene;
  const bestArea = areaAllowed(scene);
  const [first] = answer.solutions;
  const turn = first === undefined ? 0 : Math.abs(((first.headingDeg.value - truth.headingDeg + 540) % 360) - 180);
  return {
    strata: scene.strata,
    holds: answer.region.coordinates.some((rings) => isIn(rings, truth)),
    width: bestArea === null || answer.regionAreaM2 === 0 ? null : Math.sqrt(answer.regionAreaM2 / bestArea),
    headingHolds: first === undefined ? null : turn <= first.headingDeg.error,
    fieldHolds: first === undefined ? null : Math.abs(first.horizontalFieldDeg.value - truth.fieldDeg) <= first.horizontalFieldDeg.error,
    state: answer.state,
  };
}

/** Even-odd, in degrees: the sets are small and far from the poles. */
function isIn(rings: readonly (readonly (readonly [number, number])[])[], { lat, lon }: { lat: number; lon: number }): boolean {
  let inside = false;
  for (const ring of rings)
    for (let at = 1; at < ring.length; at++) {
      const [[ax, ay], [bx, by]] = [ring[at - 1], ring[at]] as [[number, number], [number, number]];
      if (ay > lat !== by > lat && lon < ax + ((lat - ay) * (bx - ax)) / (by - ay)) inside = !inside;
    }
  return inside;
}

/**
 * Square metres of the 95 % ellipse that no unbiased answer can be smaller than (Cramer and Rao), for one that knows the true scales,
 * the true spread of what it cannot see, and which pairs are mistaken. Information of t with three degrees of freedom: 4 / (6 scale^2);
 * of an even distribution as of a normal one of its variance. Null where that leaves no position.
 */
export function areaAllowed({ things, held, drawn, truth, strata }: TrueScene): number | null {
  const rad = Math.PI / 180;
  const size = 8;
  const info = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const columnOf = (east: number, north: number, up: number, own: readonly number[]): number => {
    const [e, n, heading, lnFocal, pitch, roll, axis, bend] = own as [number, number, number, number, number, number, number, number];
    const [dx, dy] = [east - e, north - n];
    const [right, level] = [dx * Math.cos(heading) - dy * Math.sin(heading), dx * Math.sin(heading) + dy * Math.cos(heading)];
    const [depth, down] = [level * Math.cos(pitch) + up * Math.sin(pitch), level * Math.sin(pitch) - up * Math.cos(pitch)];
    const x = (right * Math.cos(roll) + down * Math.sin(roll)) / depth;
    const y = (down * Math.cos(roll) - right * Math.sin(roll)) / depth;
    const focal = Math.exp(lnFocal);
    const half = Math.max(held.width, held.height) / 2 / focal;
    return axis + focal * x * (1 + (bend * (x * x + y * y)) / half ** 2);
  };
  const own = [0, 0, truth.headingDeg * rad, Math.log(held.focal), held.pitch, held.roll, 0, 0];
  const steps = [0.01, 0.01, 1e-6, 1e-6, 1e-5, 1e-5, 0.01, 1e-5];
  for (const { east, north, up, scalePx, scaleM, mistaken } of things) {
    if (mistaken) continue;
    const by = own.map((value, unknown) => {
      const step = steps[unknown] as number;
      const at = (sign: number) => own.map((one, i) => (i === unknown ? value + sign * step : one));
      return (columnOf(east, north, up, at(1)) - columnOf(east, north, up, at(-1))) / (2 * step);
    });
    const mapPx = scaleM * Math.hypot(by[0] as number, by[1] as number);
    const weight = 4 / 6 / (scalePx ** 2 + mapPx ** 2);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++)
        (info[i] as number[])[j] = ((info[i] as number[])[j] as number) + weight * (by[i] as number) * (by[j] as number);
  }
  const known = (unknown: number, halfWidth: number): void => {
    (info[unknown] as number[])[unknown] = ((info[unknown] as number[])[unknown] as number) + 3 / halfWidth ** 2;
  };
  if (strata.field === "known") known(3, drawn.field);
  known(4, drawn.pitch);
  known(5, drawn.roll);
  known(6, drawn.axis * Math.max(held.width, held.height));
  known(7, drawn.bend);
  const covariance = inverted(info);
  if (covariance === null) return null;
  const [[ee, en], [, nn]] = [covariance[0] as [number, number], covariance[1] as [number, number]];
  const det = ee * nn - en * en;
  return det > 0 ? Math.PI * 5.991 * Math.sqrt(det) : null;
}

/** Gauss and Jordan with scaling by the diagonal; null for what is singular. */
function inverted(given: readonly (readonly number[])[]): number[][] | null {
  const size = given.length;
  const scale = given.map((row, i) => 1 / Math.sqrt(row[i] as number));
  const rows = given.map((row, i) => [
    ...row.map((value, j) => value * (scale[i] as number) * (scale[j] as number)),
    ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)),
  ]);
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let r = i; r < size; r++) if (Math.abs(rows[r]?.[i] ?? 0) > Math.abs(rows[pivot]?.[i] ?? 0)) pivot = r;
    [rows[i], rows[pivot]] = [rows[pivot] as number[], rows[i] as number[]];
    const lead = rows[i]?.[i] ?? 0;
    if (Math.abs(lead) < 1e-10) return null;
    rows[i] = (rows[i] as number[]).map((value) => value / lead);
    for (let r = 0; r < size; r++) {
      if (r === i) continue;
      const factor = rows[r]?.[i] ?? 0;
      rows[r] = (rows[r] as number[]).map((value, c) => value - factor * ((rows[i] as number[])[c] as number));
    }
  }
  return rows.map((row, i) => row.slice(size).map((value, j) => value * (scale[i] as number) * (scale[j] as number)));
}
