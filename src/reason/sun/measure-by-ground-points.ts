/**
 * A shadow on ground of which at least four points are known: the homography from frame to ground by least squares (Hartley and
 * Zisserman, Multiple View Geometry, 4.1), and for heights the camera that it implies, its pixels square and its axis in the middle
 * of the frame (8.6 there; Zhang 2000). Says nothing of a height where the ground is seen square from above.
 */
import { wayBetween } from "../../core/place/geodesic.ts";
import { heightAbove, type Vector } from "./measure-by-camera.ts";
import type { Inputs, Read, ReadFigure, ReadPoint } from "./measure-inputs.ts";
import type { Shadowed, Work } from "./measure-shadow.ts";
import { leastSquares } from "./least-squares.ts";
import type { GroundKnown, GroundPoint } from "./shadow-measurement.ts";

interface Tied {
  readonly frame: ReadPoint;
  readonly east: ReadFigure;
  readonly north: ReadFigure;
}

interface Plane {
  readonly x: number;
  readonly y: number;
}

export function workByGroundPoints(ground: GroundKnown & { by: "ground-points" }, inputs: Inputs): Work {
  const metres = metresOf(ground.points);
  const tied = ground.points.map(({ frame, errorM }, i): Tied => {
    const [east, north] = metres[i] as readonly [number, number];
    return {
      frame: inputs.point(frame),
      east: inputs.figure({ value: east, error: errorM }),
      north: inputs.figure({ value: north, error: errorM }),
    };
  });
  const height = ground.objectHeightM && inputs.figure(ground.objectHeightM);
  const find = (read: Read): Shadowed | undefined => {
    const toFrame = homography(
      tied.map(({ east, north }) => ({ x: east(read), y: north(read) })),
      tied.map(({ frame }) => frame(read)),
    );
    const toGround = toFrame && inverse(toFrame);
    if (toFrame === undefined || toGround === undefined) return undefined;
    // Points before the camera have all the same sign; beyond the horizon it turns.
    const sign = Math.sign(depth(toGround, tied[0]?.frame(read) ?? { x: 0, y: 0 }));
    const onGround = (point: ReadPoint): Plane | undefined => {
      const at = point(read);
      return depth(toGround, at) * sign > 0 ? applied(toGround, at) : undefined;
    };
    const [base, end] = [onGround(inputs.base), onGround(inputs.shadowEnd)];
    if (base === undefined || end === undefined) return undefined;
    const length = Math.hypot(end.x - base.x, end.y - base.y);
    if (length === 0) return undefined;
    const tall = height?.(read) ?? (inputs.tip === undefined ? undefined : heightByPose(toFrame, base, inputs.tip(read)));
    return {
      bearingDeg: (Math.atan2(end.x - base.x, end.y - base.y) * 180) / Math.PI,
      ratio: tall === undefined || tall <= 0 ? undefined : length / tall,
    };
  };
  return { find, warnings: residualWarning(tied, ground.points, inputs) };
}

/** Metres east and north of the first point that lies on the map. */
function metresOf(points: readonly GroundPoint[]): (readonly [east: number, north: number])[] {
  const origin = points.map(({ map }) => map).find((map) => "lat" in map);
  return points.map(({ map }) => {
    if (!("lat" in map)) return [map.eastM, map.northM];
    const { metres, bearingDeg } = wayBetween(origin ?? map, map);
    const turn = (bearingDeg * Math.PI) / 180;
    return [metres * Math.sin(turn), metres * Math.cos(turn)];
  });
}

/** Row by row. */
type Matrix = readonly [number, number, number, number, number, number, number, number, number];

/** Takes `from` to `to`; points of each are first moved and scaled around their middle, without which the sums lose their digits. */
function homography(from: readonly Plane[], to: readonly Plane[]): Matrix | undefined {
  const [a, b] = [centred(from), centred(to)];
  const rows: number[][] = [];
  const wanted: number[] = [];
  a.points.forEach(({ x, y }, i) => {
    const { x: u, y: v } = b.points[i] as Plane;
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]);
    wanted.push(u, v);
  });
  const found = leastSquares(rows, wanted);
  if (found === undefined) return undefined;
  const inner = [...found, 1] as unknown as Matrix;
  const back: Matrix = [b.scale, 0, b.x, 0, b.scale, b.y, 0, 0, 1];
  const there: Matrix = [1 / a.scale, 0, -a.x / a.scale, 0, 1 / a.scale, -a.y / a.scale, 0, 0, 1];
  return product(product(back, inner), there);
}

function centred(points: readonly Plane[]): { readonly points: Plane[]; readonly x: number; readonly y: number; readonly scale: number } {
  const [x, y] = [
    points.reduce((sum, point) => sum + point.x, 0) / points.length,
    points.reduce((sum, point) => sum + point.y, 0) / points.length,
  ];
  const scale = points.reduce((sum, point) => sum + Math.hypot(point.x - x, point.y - y), 0) / points.length || 1;
  return { points: points.map((point) => ({ x: (point.x - x) / scale, y: (point.y - y) / scale })), x, y, scale };
}

/** Height of a tip above a place of the ground, by the camera that a homography from ground to frame implies. */
function heightByPose(toFrame: Matrix, base: Plane, tip: Plane): number | undefined {
  const column = (i: 0 | 1 | 2): Vector => [toFrame[i], toFrame[(3 + i) as 3], toFrame[(6 + i) as 6]];
  const [a, b, c] = [column(0), column(1), column(2)];
  // Columns are square to each other and of one length, once the focal length is taken out of them: two equations for 1 / f squared.
  const pairs = [
    [a[0] * b[0] + a[1] * b[1], a[2] * b[2]],
    [(a[0] ** 2 + a[1] ** 2 - b[0] ** 2 - b[1] ** 2) / 2, (a[2] ** 2 - b[2] ** 2) / 2],
  ] as const;
  const weight = pairs.reduce((sum, [p]) => sum + p * p, 0);
  const square = -pairs.reduce((sum, [p, q]) => sum + p * q, 0) / weight;
  if (!(square > 0)) return undefined;
  const perPixel = Math.sqrt(square);
  const seen = ([x, y, z]: Vector): Vector => [x * perPixel, y * perPixel, z];
  const [east, north, origin] = [seen(a), seen(b), seen(c)];
  const scale = (Math.hypot(...east) + Math.hypot(...north)) / 2;
  const foot = [0, 1, 2].map((i) => ((east[i] as number) * base.x + (north[i] as number) * base.y + (origin[i] as number)) / scale);
  // Before the camera, not behind it.
  const side = Math.sign(foot[2] as number);
  const unit = (v: Vector) => v.map((value) => (side * value) / scale) as unknown as Vector;
  const [e, n] = [unit(east), unit(north)];
  const up: Vector = [e[1] * n[2] - e[2] * n[1], e[2] * n[0] - e[0] * n[2], e[0] * n[1] - e[1] * n[0]];
  return heightAbove(foot.map((value) => side * value) as unknown as Vector, up, [tip.x * perPixel, tip.y * perPixel, 1]);
}

/** More than four points check each other: where they do not fit one plane within their errors, the ground is not level or a point is wrong. */
function residualWarning(tied: readonly Tied[], points: readonly GroundPoint[], inputs: Inputs): string[] {
  if (points.length <= 4) return ["Four ground points fit any ground: a fifth would show a wrong one."];
  const read = inputs.read();
  const toGround = homography(
    tied.map(({ frame }) => frame(read)),
    tied.map(({ east, north }) => ({ x: east(read), y: north(read) })),
  );
  if (toGround === undefined) return [];
  const misses = tied.map(({ frame, east, north }, i) => {
    const at = applied(toGround, frame(read));
    return { number: i + 1, metres: Math.hypot(at.x - east(read), at.y - north(read)), allowed: 2 * (points[i]?.errorM ?? 0) };
  });
  const worst = misses.reduce((a, b) => (b.metres - b.allowed > a.metres - a.allowed ? b : a));
  if (worst.metres <= Math.max(worst.allowed, 0.05)) return [];
  return [
    `Ground point ${worst.number} lies ${worst.metres.toFixed(1)} m beside the plane of the others: a wrong point, or ground that is not level.`,
  ];
}

function applied(m: Matrix, { x, y }: Plane): Plane {
  const w = m[6] * x + m[7] * y + m[8];
  return { x: (m[0] * x + m[1] * y + m[2]) / w, y: (m[3] * x + m[4] * y + m[5]) / w };
}

function depth(m: Matrix, { x, y }: Plane): number {
  return m[6] * x + m[7] * y + m[8];
}

function product(a: Matrix, b: Matrix): Matrix {
  return Array.from({ length: 9 }, (_, i) => {
    const [row, column] = [Math.floor(i / 3) * 3, i % 3];
    return [0, 1, 2].reduce((sum, k) => sum + (a[(row + k) as 0] as number) * (b[(k * 3 + column) as 0] as number), 0);
  }) as unknown as Matrix;
}

function inverse(m: Matrix): Matrix | undefined {
  const [a, b, c, d, e, f, g, h, i] = m;
  const det = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  if (Math.abs(det) < 1e-300) return undefined;
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ].map((value) => value / det) as unknown as Matrix;
}
