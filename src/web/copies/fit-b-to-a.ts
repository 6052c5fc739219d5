/**
 * How B's picture is laid over A's: the part of B that shows A, turned and mirrored back, on the part of A that it shows.
 * A way of looking only. Unknown parts count as the whole frame, and the screen says so.
 */
import type { PictureSegment } from "../../core/copies/segment-match.ts";
import type { FrameBox } from "../../core/observation/observation.ts";
import type { ViewRecipe } from "../bench/view-recipe.ts";

/** x' = a x + c y + e, y' = b x + d y + f, as CSS and canvas order them. */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

const shift = (e: number, f: number): Affine => ({ a: 1, b: 0, c: 0, d: 1, e, f });
const scale = (a: number, d: number): Affine => ({ a, b: 0, c: 0, d, e: 0, f: 0 });

function turn(deg: number): Affine {
  const angle = (deg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { a: cos, b: sin, c: -sin, d: cos, e: 0, f: 0 };
}

/** First `first`, then `then`. */
function after(then: Affine, first: Affine): Affine {
  return {
    a: then.a * first.a + then.c * first.b,
    b: then.b * first.a + then.d * first.b,
    c: then.a * first.c + then.c * first.d,
    d: then.b * first.c + then.d * first.d,
    e: then.a * first.e + then.c * first.f + then.e,
    f: then.b * first.e + then.d * first.f + then.f,
  };
}

export function apply(m: Affine, x: number, y: number): { x: number; y: number } {
  return { x: m.a * x + m.c * y + m.e, y: m.b * x + m.d * y + m.f };
}

const wholeFrame: FrameBox = { x: 0, y: 0, width: 1_000_000, height: 1_000_000 };

function partOf(box: FrameBox | "unknown"): { x: number; y: number; width: number; height: number } {
  const { x, y, width, height } = box === "unknown" ? wholeFrame : box;
  return { x: x / 1e6, y: y / 1e6, width: width / 1e6, height: height / 1e6 };
}

export type Fit = Pick<PictureSegment, "mirrored" | "turnedDeg" | "tiltDeg" | "partOfA" | "partOfB">;

/** From places on B's frame to places on A's, both in parts of the frame's width and height. `aspectOfA`: width over height. */
export function fitBToA({ mirrored, turnedDeg, tiltDeg, partOfA, partOfB }: Fit, aspectOfA: number): Affine {
  const [onA, onB] = [partOf(partOfA), partOf(partOfB)];
  const toContent = after(scale(1 / onB.width, 1 / onB.height), shift(-onB.x, -onB.y));
  // b is a mirrored, then turned clockwise: the turn is undone first. A quarter turn of a unit square needs no aspect.
  const upright = [shift(-0.5, -0.5), turn(-turnedDeg), scale(mirrored ? -1 : 1, 1), shift(0.5, 0.5)];
  const onto = after(shift(onA.x, onA.y), scale(onA.width, onA.height));
  const straight = [...upright, onto].reduce((first, then) => after(then, first), toContent);
  if (tiltDeg === "unknown" || tiltDeg === 0) return straight;
  // What is left of the turn goes by the frame's own shape, around the middle of the shared part. Mirroring turned its sense.
  const [x, y] = [onA.x + onA.width / 2, onA.y + onA.height / 2];
  const steps = [shift(-x, -y), scale(aspectOfA, 1), turn(mirrored ? tiltDeg : -tiltDeg), scale(1 / aspectOfA, 1), shift(x, y)];
  return steps.reduce((first, then) => after(then, first), straight);
}

/** For an element of A's shape that B's picture fills, with its origin at the top left. */
export function cssTransform(m: Affine, aspectOfA: number): string {
  const [x, y] = [m.e, m.f].map((part) => `${(part * 100).toFixed(4)}%`);
  const parts = [m.a, m.b / aspectOfA, m.c * aspectOfA, m.d].map((part) => part.toFixed(6));
  return `translate(${x}, ${y}) matrix(${parts.join(",")},0,0)`;
}

/** The part of A that a segment shares, as insets of its frame: what lies outside has nothing to be compared with. */
export function sharedInset(box: FrameBox | "unknown"): string {
  const { x, y, width, height } = partOf(box);
  const percent = (part: number): string => `${(part * 100).toFixed(3)}%`;
  return `inset(${percent(y)} ${percent(1 - x - width)} ${percent(1 - y - height)} ${percent(x)})`;
}

/** B beside A as A stands: turned and mirrored back, not cut. */
export function uprightRecipe(view: ViewRecipe, { mirrored, turnedDeg }: Fit): ViewRecipe {
  const back = ((360 - turnedDeg) % 360) as ViewRecipe["turnDeg"];
  // The recipe flips first; the other way round a flip makes the turn go the other way.
  return { ...view, flipX: mirrored, turnDeg: mirrored ? turnedDeg : back };
}
