/** The outline of the land inside the window of a map, cut at its edges: a figure of a street holds no coordinates of a continent. */
import { unpackOutline } from "../../core/world/unpack-outline.ts";
import { worldOutline } from "../../core/world/world-outline.ts";
import type { MapFrame } from "./frame-of-places.ts";

type Point = readonly [x: number, y: number];

const land = unpackOutline(worldOutline);
/** Drawn over the edge, so that the stroke of a cut does not show. */
const over = 6;

/** Paths as SVG writes them. */
export function landInFrame(frame: MapFrame): string[] {
  const { west, east, south, north } = frame.bounds;
  return land.flatMap((ring) => {
    if (ring.north < south || ring.south > north) return [];
    return [-360, 0, 360].flatMap((turn) => {
      if (ring.east + turn < west || ring.west + turn > east) return [];
      const points: Point[] = [];
      for (let at = 0; at < ring.lonLat.length; at += 2)
        points.push([frame.x((ring.lonLat[at] ?? 0) + turn), frame.y(ring.lonLat[at + 1] ?? 0)]);
      const cut = cutToBox(points, { left: -over, top: -over, right: frame.width + over, bottom: frame.height + over });
      return cut.length < 3 ? [] : [`M${cut.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`];
    });
  });
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** I. E. Sutherland, G. W. Hodgman, "Reentrant polygon clipping", CACM 17 (1974): edge by edge. */
export function cutToBox(ring: readonly Point[], { left, top, right, bottom }: Box): Point[] {
  const edges: readonly (readonly [inside: (p: Point) => boolean, meet: (a: Point, b: Point) => Point])[] = [
    [([x]) => x >= left, (a, b) => atX(a, b, left)],
    [([x]) => x <= right, (a, b) => atX(a, b, right)],
    [([, y]) => y >= top, (a, b) => atY(a, b, top)],
    [([, y]) => y <= bottom, (a, b) => atY(a, b, bottom)],
  ];
  return edges.reduce<Point[]>(
    (points, [inside, meet]) =>
      points.flatMap((point, at) => {
        const before = points.at(at - 1) ?? point;
        if (inside(point)) return inside(before) ? [point] : [meet(before, point), point];
        return inside(before) ? [meet(before, point)] : [];
      }),
    [...ring],
  );
}

function atX([ax, ay]: Point, [bx, by]: Point, x: number): Point {
  return [x, ay + ((by - ay) * (x - ax)) / (bx - ax)];
}

function atY([ax, ay]: Point, [bx, by]: Point, y: number): Point {
  return [ax + ((bx - ax) * (y - ay)) / (by - ay), y];
}
