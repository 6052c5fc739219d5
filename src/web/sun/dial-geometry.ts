/** Where things stand on the sun dial: the sky as a disc seen from above, north at the top, the zenith in the middle, the horizon as its rim. */
import type { SunTrack } from "../../reason/sun/sun-track.ts";

/** Radius of the horizon in units of the drawing. */
export const rim = 100;

export interface DialPoint {
  readonly x: number;
  readonly y: number;
}

/** Degrees clockwise from true north, degrees above the horizon. */
export function onDial(azimuthDeg: number, heightDeg: number): DialPoint {
  const radius = radiusOf(heightDeg);
  const turn = (azimuthDeg * Math.PI) / 180;
  return { x: rounded(radius * Math.sin(turn)), y: rounded(-radius * Math.cos(turn)) };
}

export function radiusOf(heightDeg: number): number {
  return (rim * (90 - Math.max(0, heightDeg))) / 90;
}

const stepMs = 300_000;

/** The sun's way between two moments, in pieces where it is up. */
export function wayOfSun(sun: SunTrack, from: number, to: number): string {
  let [path, up] = ["", false];
  const count = Math.max(1, Math.ceil((to - from) / stepMs));
  for (let i = 0; i <= count; i++) {
    const { azimuthDeg, apparentElevationDeg } = sun(from + ((to - from) * i) / count);
    if (apparentElevationDeg < -0.3) up = false;
    else {
      const { x, y } = onDial(azimuthDeg, apparentElevationDeg);
      path += `${up ? "L" : "M"}${x} ${y}`;
      up = true;
    }
  }
  return path;
}

/** From the middle to the rim, so many degrees to each side of a bearing. */
export function wedgePath(bearingDeg: number, halfWidthDeg: number, radius = rim): string {
  const half = Math.min(179.9, halfWidthDeg);
  const at = (turn: number) => `${rounded(radius * Math.sin(turn))} ${rounded(-radius * Math.cos(turn))}`;
  const [from, to] = [bearingDeg - half, bearingDeg + half].map((angle) => (angle * Math.PI) / 180) as [number, number];
  return `M0 0L${at(from)}A${radius} ${radius} 0 ${half > 90 ? 1 : 0} 1 ${at(to)}Z`;
}

/** Between two heights, all around. */
export function ringPath([least, most]: readonly [number, number]): string {
  const circle = (radius: number, turn: 0 | 1) =>
    radius < 0.01
      ? ""
      : `M0 ${rounded(-radius)}A${rounded(radius)} ${rounded(radius)} 0 1 ${turn} 0 ${rounded(radius)}A${rounded(radius)} ${rounded(radius)} 0 1 ${turn} 0 ${rounded(-radius)}Z`;
  return circle(radiusOf(least), 1) + circle(radiusOf(most), 0);
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
