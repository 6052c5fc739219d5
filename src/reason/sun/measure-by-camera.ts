/**
 * A shadow on level ground, seen by a camera whose pitch, roll and field of view are known, or read off the horizon. How high the
 * camera stands does not matter: height and shadow grow alike with it.
 */
import type { Inputs, Read, ReadFigure, ReadPoint } from "./measure-inputs.ts";
import type { Shadowed, Work } from "./measure-shadow.ts";
import type { GroundKnown, ReferenceLine } from "./shadow-measurement.ts";

export type Vector = readonly [x: number, y: number, z: number];

/** Degrees; f in pixels. */
interface Held {
  readonly pitch: number;
  readonly roll: number;
  readonly focalPx: number;
}

/** What a hand leaves of a roll that nobody states. */
const heldLevel = { value: 0, error: 2 };

export function workByCamera(ground: GroundKnown & { by: "camera" }, inputs: Inputs): Work {
  const [pitch, roll, field] = [ground.pitchDeg, ground.rollDeg ?? heldLevel, ground.horizontalFieldDeg].map(inputs.figure) as [
    ReadFigure,
    ReadFigure,
    ReadFigure,
  ];
  const held = (read: Read): Held => ({ pitch: pitch(read), roll: roll(read), focalPx: focalOf(field(read), inputs.width) });
  const turned = bearingBy(ground, inputs);
  const warnings =
    ground.headingDeg === undefined && ground.reference === undefined
      ? ["Without a heading or a reference line the marks tell the length alone."]
      : ground.rollDeg === undefined
        ? ["No roll was stated: the camera is taken to be held level, give or take 2 degrees."]
        : [];
  return { find: (read) => shadowSeen(held(read), read, inputs, turned), warnings };
}

export function workByHorizon(ground: GroundKnown & { by: "horizon" }, inputs: Inputs): Work {
  const [left, right] = ground.horizon.map(inputs.point) as [ReadPoint, ReadPoint];
  const field = ground.horizontalFieldDeg && inputs.figure(ground.horizontalFieldDeg);
  const uprights = field === undefined ? ground.uprights?.map(([a, b]) => [inputs.point(a), inputs.point(b)] as const) : undefined;
  const turned = bearingBy(ground, inputs);
  const find = (read: Read): Shadowed | undefined => {
    const ends = [left(read), right(read)].sort((a, b) => a.x - b.x) as [ReturnType<ReadPoint>, ReturnType<ReadPoint>];
    const [dx, dy] = [ends[1].x - ends[0].x, ends[1].y - ends[0].y];
    const length = Math.hypot(dx, dy);
    if (length < 1) return undefined;
    // The line that is square to the horizon, downwards: where what is straight below is seen.
    const down = [-dy / length, dx / length] as const;
    const offset = down[0] * ends[0].x + down[1] * ends[0].y;
    let focalPx = field && focalOf(field(read), inputs.width);
    if (uprights !== undefined) {
      const meet = meetingOf(uprights.map(([a, b]) => [a(read), b(read)] as const));
      // Horizon and the point straight below lie to either side of the middle, at distances whose product is f squared.
      const square = meet === undefined ? -1 : -offset * (down[0] * meet.x + down[1] * meet.y);
      focalPx = square > 0 ? Math.sqrt(square) : undefined;
    }
    if (focalPx === undefined) return undefined;
    return shadowSeen({ pitch: degrees(Math.atan(offset / focalPx)), roll: degrees(Math.asin(down[0])), focalPx }, read, inputs, turned);
  };
  const warnings =
    field === undefined && ground.uprights === undefined
      ? ["Beside the horizon the field of view or two upright edges are needed."]
      : ground.reference === undefined
        ? ["Without a reference line the marks tell the length alone."]
        : [];
  return { find, warnings };
}

/** Degrees to add to a direction that is counted from straight ahead. */
type Turned = (read: Read, onGround: (point: ReadPoint) => Vector | undefined) => number | undefined;

function bearingBy(
  ground: { headingDeg?: { value: number; error: number } | undefined; reference?: ReferenceLine | undefined },
  inputs: Inputs,
): Turned {
  if (ground.reference !== undefined) {
    const [from, to] = ground.reference.line.map(inputs.point) as [ReadPoint, ReadPoint];
    const bearing = inputs.figure(ground.reference.bearingDeg);
    return (read, onGround) => {
      const [a, b] = [onGround(from), onGround(to)];
      return a === undefined || b === undefined ? undefined : bearing(read) - ahead(a, b);
    };
  }
  if (ground.headingDeg === undefined) return () => undefined;
  const heading = inputs.figure(ground.headingDeg);
  return (read) => heading(read);
}

/** Above level ground one height below the camera: x to the right, y ahead, z up. */
function shadowSeen(held: Held, read: Read, inputs: Inputs, turned: Turned): Shadowed | undefined {
  const ray = (point: ReadPoint): Vector => rayOf(held, point(read));
  const onGround = (point: ReadPoint): Vector | undefined => {
    const [x, y, z] = ray(point);
    return z < -1e-6 ? [-x / z, -y / z, -1] : undefined;
  };
  const [base, end] = [onGround(inputs.base), onGround(inputs.shadowEnd)];
  if (base === undefined || end === undefined) return undefined;
  const turn = turned(read, onGround);
  const height = inputs.tip === undefined ? undefined : heightAbove(base, [0, 0, 1], ray(inputs.tip));
  return {
    bearingDeg: turn === undefined ? undefined : turn + ahead(base, end),
    ratio: height === undefined || height <= 0 ? undefined : Math.hypot(end[0] - base[0], end[1] - base[1]) / height,
  };
}

/** How far along `up` from a point a ray passes closest: the point is seen from the origin of the ray. */
export function heightAbove(point: Vector, up: Vector, ray: Vector): number {
  const [a, b] = [cross(point, ray), cross(up, ray)];
  return -dot(a, b) / dot(b, b);
}

function rayOf({ pitch, roll, focalPx }: Held, { x, y }: { x: number; y: number }): Vector {
  const [right, down] = [x / focalPx, y / focalPx];
  const [sinP, cosP, sinR, cosR] = [Math.sin(radians(pitch)), Math.cos(radians(pitch)), Math.sin(radians(roll)), Math.cos(radians(roll))];
  // Level right and level up of the camera, turned by the roll.
  const [level, up] = [right * cosR - down * sinR, -right * sinR - down * cosR];
  return [level, cosP - up * sinP, sinP + up * cosP];
}

/** Degrees clockwise from straight ahead. */
function ahead(from: Vector, to: Vector): number {
  return degrees(Math.atan2(to[0] - from[0], to[1] - from[1]));
}

function meetingOf(
  lines: readonly (readonly [{ x: number; y: number }, { x: number; y: number }])[],
): { x: number; y: number } | undefined {
  const [[a, b], [c, d]] = lines as [(typeof lines)[0], (typeof lines)[0]];
  const det = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
  if (Math.abs(det) < 1e-9) return undefined;
  const share = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / det;
  return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
}

function focalOf(fieldDeg: number, width: number): number {
  return width / 2 / Math.tan(radians(fieldDeg) / 2);
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
const radians = (angle: number) => (angle * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;
