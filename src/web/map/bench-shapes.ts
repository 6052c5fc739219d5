/** What a bench draws on its map. Every shape says in words what it is; a place comes with its radius, a bearing with its error. */
import { destination } from "../../core/place/geodesic.ts";
import { circleRing, polygonsOf } from "../../core/place/region-geometry.ts";
import type { Position, Region } from "../../core/place/region.ts";

/** What it says about what was claimed; "plain" says nothing. Each tone has its own pattern, so that colour is never alone. */
export type Tone = "agree" | "narrower" | "conflict" | "unknown" | "plain";

/** As the reasoners write areas: longitude first. */
interface AreaPolygons {
  readonly type: "MultiPolygon";
  readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
}

/** Tells areas apart that say nothing about each other, such as the clauses of a phrase: a colour and a pattern of its own. */
export type Series = 1 | 2 | 3 | 4 | 5 | 6;

interface Drawn {
  /** Unique on the map. */
  readonly key: string;
  readonly tone: Tone;
  /** Goes before the tone. */
  readonly series?: Series | undefined;
  /** What it is, in words: its accessible name. */
  readonly title: string;
  /** Written beside it. */
  readonly label?: string | undefined;
  /** Its outline is heavier. */
  readonly isChosen?: boolean | undefined;
}

export interface RegionShape extends Drawn {
  readonly kind: "region";
  readonly region: Region | AreaPolygons;
}

/** A numbered mark. `radiusM` is drawn around it as soon as it can be seen. */
export interface PointShape extends Drawn {
  readonly kind: "point";
  readonly at: Position;
  readonly radiusM: number;
  readonly number?: string | undefined;
  /** Can be dragged, and moved by the arrow keys while it has the focus. */
  readonly isMovable?: boolean | undefined;
}

/** Straight on the earth, not on the map. */
export interface LineShape extends Drawn {
  readonly kind: "line";
  readonly points: readonly Position[];
}

/** What a camera sees: `halfWidthDeg` to each side of its heading, and beyond it by how far the heading may be off. */
export interface ConeShape extends Drawn {
  readonly kind: "cone";
  readonly from: Position;
  readonly headingDeg: number;
  readonly halfWidthDeg: number;
  readonly errorDeg: number;
  readonly reachM: number;
  /** Its heading can be turned by hand. */
  readonly isTurnable?: boolean | undefined;
}

export interface EllipseShape extends Drawn {
  readonly kind: "ellipse";
  readonly centre: Position;
  readonly semiMajorM: number;
  readonly semiMinorM: number;
  /** Of the longer axis, clockwise from north. */
  readonly bearingDeg: number;
}

export type BenchShape = RegionShape | PointShape | LineShape | ConeShape | EllipseShape;

/** Farthest leg that is drawn as one stroke. */
const legM = 20_000;

/** Outlines of an area: polygons of an outer ring and its holes. */
export function polygonsOfShape({ region }: RegionShape): readonly (readonly (readonly Position[])[])[] {
  if (!("type" in region)) return polygonsOf(region);
  return region.coordinates.map((rings) => rings.map((ring) => ring.map(([lon = 0, lat = 0]) => ({ lat, lon }))));
}

/** The sides of a wedge: from the camera along one side, across, and back. */
export function wedge(from: Position, headingDeg: number, halfWidthDeg: number, reachM: number): Position[] {
  const steps = Math.max(2, Math.ceil(halfWidthDeg / 2));
  const arc = Array.from({ length: steps + 1 }, (_, at) =>
    destination(from, headingDeg - halfWidthDeg + (2 * halfWidthDeg * at) / steps, reachM),
  );
  return [
    ...bearingLine(from, headingDeg - halfWidthDeg, reachM),
    ...arc,
    ...bearingLine(from, headingDeg + halfWidthDeg, reachM).toReversed(),
  ];
}

/** From a place along a bearing, with the places on the way that keep it straight on the earth. */
export function bearingLine(from: Position, bearingDeg: number, lengthM: number): Position[] {
  const legs = Math.max(1, Math.ceil(lengthM / legM));
  return Array.from({ length: legs + 1 }, (_, at) => (at === 0 ? from : destination(from, bearingDeg, (lengthM * at) / legs)));
}

export function ellipseRing({ centre, semiMajorM, semiMinorM, bearingDeg }: EllipseShape): Position[] {
  const corners = 64;
  return Array.from({ length: corners }, (_, at) => {
    const turn = (at / corners) * 2 * Math.PI;
    const [along, across] = [semiMajorM * Math.cos(turn), semiMinorM * Math.sin(turn)];
    return destination(centre, bearingDeg + (Math.atan2(across, along) * 180) / Math.PI, Math.hypot(along, across));
  });
}

/** Places that have to be in sight for the shape to be seen whole. */
export function extentOf(shape: BenchShape): readonly Position[] {
  switch (shape.kind) {
    case "region":
      return polygonsOfShape(shape).flatMap((rings) => rings[0] ?? []);
    case "point":
      return shape.radiusM > 0 ? circleRing(shape.at, shape.radiusM, 8) : [shape.at];
    case "line":
      return shape.points;
    case "cone":
      return [shape.from, ...wedge(shape.from, shape.headingDeg, shape.halfWidthDeg, shape.reachM)];
    case "ellipse":
      return ellipseRing(shape);
  }
}
