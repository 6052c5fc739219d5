/** Draws the shapes of a bench: areas with a pattern of their own tone, rings around marks, wedges with the error beside them. */
import type { KeyboardEvent, PointerEvent } from "react";
import { wayBetween } from "../../core/place/geodesic.ts";
import { circleRing } from "../../core/place/region-geometry.ts";
import type { Position } from "../../core/place/region.ts";
import {
  type BenchShape,
  bearingLine,
  type ConeShape,
  ellipseRing,
  type LineShape,
  type PointShape,
  polygonsOfShape,
  type RegionShape,
  wedge,
} from "./bench-shapes.ts";
import { aroundAll, onScreen, strokeOf } from "./on-screen.ts";
import type { Pixel, Size, Viewport } from "./viewport.ts";

/** What a hand does to a shape; `isDone` when it lets go. */
export interface ShapeHands {
  readonly onPressShape: ((key: string) => void) | undefined;
  /** Takes hold of a mark or of a cone's handle with the pointer. */
  readonly onHold: (shape: PointShape | ConeShape, event: PointerEvent<SVGElement>) => void;
  /** Moves it by pixels of the map. */
  readonly onNudge: (shape: PointShape | ConeShape, dx: number, dy: number) => void;
  readonly onRemove: ((key: string) => void) | undefined;
}

interface ShapeProps<S extends BenchShape> {
  readonly shape: S;
  readonly view: Viewport;
  readonly size: Size;
  /** Prefix of the patterns' ids. */
  readonly patterns: string;
  readonly hands: ShapeHands;
}

const markPx = 11;

export function ShapeView({ shape, ...rest }: ShapeProps<BenchShape>) {
  switch (shape.kind) {
    case "region":
      return <RegionView shape={shape} {...rest} />;
    case "ellipse":
      return <Outline {...{ shape, ...rest }} rings={[ellipseRing(shape)]} labelAt={shape.centre} />;
    case "line":
      return <LineView shape={shape} {...rest} />;
    case "cone":
      return <ConeView shape={shape} {...rest} />;
    case "point":
      return <PointView shape={shape} {...rest} />;
  }
}

function RegionView({ shape, ...rest }: ShapeProps<RegionShape>) {
  const polygons = polygonsOfShape(shape);
  const [largest] = polygons.toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0));
  const corners = largest?.[0] ?? [];
  const around = aroundAll(corners);
  const middle = around === undefined ? undefined : { lat: (around.south + around.north) / 2, lon: (around.west + around.east) / 2 };
  return <Outline {...{ shape, ...rest }} rings={polygons.flat()} labelAt={middle} />;
}

interface OutlineProps extends ShapeProps<BenchShape> {
  readonly rings: readonly (readonly Position[])[];
  readonly labelAt: Position | undefined;
}

function Outline({ shape, view, size, patterns, hands, rings, labelAt }: OutlineProps) {
  const d = rings.map((ring) => `${strokeOf(onScreen(ring, view, size))}Z`).join("");
  return (
    <g {...pressable(shape, hands)}>
      <path className="bench-fill" d={d} />
      <path d={d} fill={`url(#${patterns}-${shape.series ?? shape.tone})`} fillRule="evenodd" stroke="none" />
      <Label at={labelAt === undefined ? undefined : inside(onScreen([labelAt], view, size)[0], size)} words={shape.label} />
    </g>
  );
}

/** Where an area is larger than what is seen, its words stay in sight while the area does. */
function inside(at: Pixel | undefined, { width, height }: Size): Pixel | undefined {
  const far = 3;
  if (at === undefined || at.x < -far * width || at.x > (far + 1) * width || at.y < -far * height || at.y > (far + 1) * height) return at;
  return { x: Math.max(40, Math.min(width - 40, at.x)), y: Math.max(60, Math.min(height - 50, at.y)) };
}

function LineView({ shape, view, size, hands }: ShapeProps<LineShape>) {
  const pixels = onScreen(straight(shape.points), view, size);
  return (
    <g {...pressable(shape, hands)}>
      <path className="bench-line" d={strokeOf(pixels)} />
      <Label at={halfWay(pixels)} words={shape.label} dx={8} dy={-6} />
    </g>
  );
}

function halfWay(pixels: readonly Pixel[]): Pixel | undefined {
  const [a, b] = [pixels[Math.ceil(pixels.length / 2) - 1], pixels[Math.floor(pixels.length / 2)]];
  return a === undefined || b === undefined ? a : { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** With the places on the way that keep long legs straight on the earth. */
function straight(points: readonly Position[]): Position[] {
  return points.flatMap((to, at) => {
    const from = points[at - 1];
    if (from === undefined) return [to];
    const { bearingDeg, metres } = wayBetween(from, to);
    return [...bearingLine(from, bearingDeg, metres).slice(1, -1), to];
  });
}

function ConeView({ shape, view, size, hands }: ShapeProps<ConeShape>) {
  const { from, headingDeg, halfWidthDeg, errorDeg, reachM } = shape;
  const path = (half: number): string => `${strokeOf(onScreen(wedge(from, headingDeg, half, reachM), view, size))}Z`;
  const axis = onScreen(bearingLine(from, headingDeg, reachM), view, size);
  const tip = axis.at(-1);
  return (
    <g className={classOf(shape)}>
      <g {...pressable(shape, hands)} className="bench-cone">
        {errorDeg > 0 ? <path className="bench-cone-error" d={path(Math.min(179, halfWidthDeg + errorDeg))} /> : null}
        <path className="bench-fill" d={path(halfWidthDeg)} />
        <path className="bench-axis" d={strokeOf(axis)} />
        <Label at={tip} words={shape.label} dx={10} dy={4} />
      </g>
      {shape.isTurnable === true && tip !== undefined ? (
        <circle
          className="bench-handle"
          data-hold=""
          cx={tip.x}
          cy={tip.y}
          r="8"
          tabIndex={0}
          role="slider"
          aria-label={shape.title}
          aria-valuemin={0}
          aria-valuemax={360}
          aria-valuenow={Math.round(headingDeg * 10) / 10}
          onPointerDown={(event) => hands.onHold(shape, event)}
          onKeyDown={(event) => nudge(event, (dx, dy) => hands.onNudge(shape, dx - dy, 0))}
        />
      ) : null}
    </g>
  );
}

function PointView({ shape, view, size, hands }: ShapeProps<PointShape>) {
  const [at] = onScreen([shape.at], view, size);
  const [edge] = shape.radiusM > 0 ? onScreen([circleRing(shape.at, shape.radiusM, 4)[0] ?? shape.at], view, size) : [];
  if (at === undefined) return null;
  const reach = edge === undefined ? 0 : Math.hypot(edge.x - at.x, edge.y - at.y);
  const ring = reach > 2 ? `${strokeOf(onScreen(circleRing(shape.at, shape.radiusM), view, size))}Z` : undefined;
  const { onPressShape, onRemove } = hands;
  const acts = shape.isMovable === true || onPressShape !== undefined;
  return (
    <g className={classOf(shape)}>
      {ring === undefined ? null : <path className="bench-fill" d={ring} />}
      <g
        className={shape.isMovable === true ? "bench-mark is-movable" : "bench-mark"}
        data-shape={shape.key}
        {...(shape.isMovable === true ? { "data-hold": "" } : {})}
        transform={`translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`}
        role={acts ? "button" : "img"}
        aria-label={shape.title}
        {...(acts ? { tabIndex: 0 } : {})}
        onPointerDown={(event) => {
          if (shape.isMovable === true) hands.onHold(shape, event);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && onPressShape !== undefined) {
            stop(event);
            onPressShape(shape.key);
          } else if (event.key === "Delete" && onRemove !== undefined) {
            stop(event);
            onRemove(shape.key);
          } else if (shape.isMovable === true) nudge(event, (dx, dy) => hands.onNudge(shape, dx, dy));
        }}
      >
        <title>{shape.title}</title>
        <circle r={markPx} />
        {shape.number === undefined ? (
          <circle className="bench-dot" r="2.5" />
        ) : (
          <text textAnchor="middle" y="4">
            {shape.number}
          </text>
        )}
      </g>
      <Label at={at} words={shape.label} dx={markPx + 5} dy={4} />
    </g>
  );
}

function Label({ at, words, dx = 0, dy = 0 }: { at: Pixel | undefined; words: string | undefined; dx?: number; dy?: number }) {
  if (at === undefined || words === undefined) return null;
  return (
    <text className="bench-label" x={at.x + dx} y={at.y + dy} textAnchor={dx === 0 ? "middle" : "start"}>
      {words}
    </text>
  );
}

const classOf = ({ kind, tone, series, isChosen }: BenchShape): string =>
  `bench-shape of-${kind} ${series === undefined ? `is-${tone}` : `is-series-${series}`}${isChosen === true ? " is-chosen" : ""}`;

function pressable(shape: BenchShape, { onPressShape }: ShapeHands) {
  const named = { className: classOf(shape), "data-shape": shape.key, "aria-label": shape.title };
  if (onPressShape === undefined) return { ...named, role: "img" };
  return {
    ...named,
    role: "button",
    tabIndex: 0,
    onKeyDown(event: KeyboardEvent<SVGElement>) {
      if (event.key !== "Enter" && event.key !== " ") return;
      stop(event);
      onPressShape(shape.key);
    },
  };
}

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrow keys by one, with Shift by ten; the map itself stays where it is. */
function nudge(event: KeyboardEvent<SVGElement>, by: (dx: number, dy: number) => void): void {
  const way = ways[event.key];
  if (way === undefined) return;
  stop(event);
  const step = event.shiftKey ? 10 : 1;
  by(way[0] * step, way[1] * step);
}

function stop(event: KeyboardEvent<SVGElement>): void {
  event.preventDefault();
  event.stopPropagation();
}
