/** A calm style for vector tiles: the ground stays behind what the case says. Areas first, then ways by their weight, then names. */
import type { ShapeSort } from "../../core/map-layer/tile-shapes.ts";
import type { Size } from "../map/viewport.ts";
import type { NameOnTile, PreparedShapes } from "./prepare-shapes.ts";

interface PlacedShapes {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Pixels for each 4096th of the tile. */
  readonly scale: number;
  readonly shapes: PreparedShapes;
}

interface Style {
  readonly colour: (name: string) => string;
  readonly zoom: number;
  readonly size: Size;
  readonly ratio: number;
}

const areaSorts: readonly ShapeSort[] = ["land", "built-up", "green", "other", "water", "road-minor", "building"];
const lineSorts: readonly ShapeSort[] = ["other", "waterway", "path", "rail", "road-minor", "road-major", "boundary"];
/** Width in pixels at zoom 14, and how it grows with each zoom. */
const widths: Readonly<Partial<Record<ShapeSort, readonly [px: number, growth: number]>>> = {
  other: [0.8, 1.1],
  waterway: [1.2, 1.25],
  path: [0.8, 1.15],
  rail: [1.1, 1.15],
  "road-minor": [1.6, 1.4],
  "road-major": [3, 1.3],
  boundary: [1.2, 1.05],
};
const dashes: Readonly<Partial<Record<ShapeSort, readonly number[]>>> = { path: [3, 2], rail: [6, 3], boundary: [7, 3, 2, 3] };

/** From this zoom on names other than those of settlements are drawn, and the same one again only so far away. */
const nameFrom = 15;
const nameApartPx = 260;

export function drawShapes(context: CanvasRenderingContext2D, tiles: readonly PlacedShapes[], style: Style): void {
  if (tiles.length === 0) return;
  for (const sort of areaSorts)
    for (const tile of tiles) {
      const path = tile.shapes.areas.get(sort);
      if (path !== undefined) within(context, tile, style, () => fillArea(context, path, sort, tile, style));
    }
  for (const sort of lineSorts)
    for (const tile of tiles) {
      const path = tile.shapes.lines.get(sort);
      if (path !== undefined) within(context, tile, style, () => strokeLine(context, path, sort, tile, style));
    }
  drawNames(context, tiles, style);
}

/** Draws in the numbers of the tile, and nothing beyond its edge. */
function within(
  context: CanvasRenderingContext2D,
  { left, top, right, bottom, scale }: PlacedShapes,
  { ratio }: Style,
  draw: () => void,
): void {
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * left, ratio * top);
  draw();
  context.restore();
}

function fillArea(
  context: CanvasRenderingContext2D,
  path: Path2D,
  sort: ShapeSort,
  { scale }: PlacedShapes,
  { colour, zoom }: Style,
): void {
  context.fillStyle = colour(`--layer-${sort}`);
  context.fill(path, "evenodd");
  if (sort !== "building" || zoom < 15) return;
  context.strokeStyle = colour("--layer-building-line");
  context.lineWidth = 0.8 / scale;
  context.stroke(path);
}

function strokeLine(
  context: CanvasRenderingContext2D,
  path: Path2D,
  sort: ShapeSort,
  { scale }: PlacedShapes,
  { colour, zoom }: Style,
): void {
  const [px, growth] = widths[sort] ?? [1, 1.1];
  const width = Math.max(0.5, Math.min(24, px * growth ** (zoom - 14)));
  context.lineJoin = "round";
  context.lineCap = dashes[sort] === undefined ? "round" : "butt";
  context.setLineDash((dashes[sort] ?? []).map((length) => length / scale));
  if (width > 2.5 && sort.startsWith("road")) {
    context.strokeStyle = colour("--layer-road-edge");
    context.lineWidth = (width + 1.6) / scale;
    context.stroke(path);
  }
  context.strokeStyle = colour(`--layer-${sort}`);
  context.lineWidth = width / scale;
  context.stroke(path);
}

/** The most important names first; what would lie over another is left out. */
function drawNames(context: CanvasRenderingContext2D, tiles: readonly PlacedShapes[], { colour, zoom, size }: Style): void {
  const all = tiles
    .flatMap((tile) => tile.shapes.names.map((name) => ({ name, x: tile.left + name.x * tile.scale, y: tile.top + name.y * tile.scale })))
    .filter(({ name, x, y }) => (name.isPlace || zoom >= nameFrom) && x > -40 && y > -10 && x < size.width + 40 && y < size.height + 10)
    .toSorted((a, b) => a.name.rank - b.name.rank);
  const taken: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }[] = [];
  const written: { readonly text: string; readonly x: number; readonly y: number }[] = [];
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const { name, x, y } of all) {
    context.font = fontOf(name, colour("--font"));
    const half = context.measureText(name.text).width / 2 + 4;
    const box = { left: x - half, right: x + half, top: y - 9, bottom: y + 9 };
    // A street comes in many pieces, each with its name.
    if (!name.isPlace && written.some((other) => other.text === name.text && Math.hypot(other.x - x, other.y - y) < nameApartPx)) continue;
    if (taken.some((other) => other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top))
      continue;
    taken.push(box);
    written.push({ text: name.text, x, y });
    context.strokeStyle = colour("--layer-halo");
    context.lineWidth = 3;
    context.strokeText(name.text, x, y);
    context.fillStyle = colour("--layer-name");
    context.fillText(name.text, x, y);
  }
}

function fontOf({ rank, isPlace }: NameOnTile, family: string): string {
  if (!isPlace) return `10px ${family}`;
  return rank <= 4 ? `600 14px ${family}` : rank <= 8 ? `600 12px ${family}` : `11px ${family}`;
}
