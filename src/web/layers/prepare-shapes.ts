/** Shapes of a tile made ready for drawing: one path for each sort, in 4096ths of the tile, and the names with their places. */
import type { ShapeSort, TileShapes } from "../../core/map-layer/tile-shapes.ts";

export interface NameOnTile {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly rank: number;
  readonly isPlace: boolean;
}

export interface PreparedShapes {
  readonly areas: ReadonlyMap<ShapeSort, Path2D>;
  readonly lines: ReadonlyMap<ShapeSort, Path2D>;
  /** The most important first. */
  readonly names: readonly NameOnTile[];
  readonly leftOut: number;
}

export function prepareShapes({ shapes, leftOut }: TileShapes): PreparedShapes {
  const [areas, lines] = [new Map<ShapeSort, Path2D>(), new Map<ShapeSort, Path2D>()];
  const names: NameOnTile[] = [];
  for (const { sort, form, rank, name, lines: parts } of shapes) {
    if (form === "point") {
      const [x, y] = parts[0] ?? [];
      if (name !== "" && x !== undefined && y !== undefined) names.push({ x, y, text: name, rank, isPlace: sort === "place" });
      continue;
    }
    const longest = form === "line" && name !== "" ? parts.toSorted((a, b) => b.length - a.length)[0] : undefined;
    if (longest !== undefined) names.push({ ...middleOf(longest), text: name, rank: sort === "road-major" ? 18 : 19, isPlace: false });
    if (sort === "name") continue;
    const paths = form === "area" ? areas : lines;
    let path = paths.get(sort);
    if (path === undefined) paths.set(sort, (path = new Path2D()));
    for (const part of parts) trace(path, part, form === "area");
  }
  return { areas, lines, names: names.toSorted((a, b) => a.rank - b.rank), leftOut };
}

/** Half way along its corners: a place to write its name. */
function middleOf(line: readonly number[]): { x: number; y: number } {
  const corners = line.length / 2;
  const [a, b] = [Math.floor((corners - 1) / 2) * 2, Math.ceil((corners - 1) / 2) * 2];
  return { x: ((line[a] ?? 0) + (line[b] ?? 0)) / 2, y: ((line[a + 1] ?? 0) + (line[b + 1] ?? 0)) / 2 };
}

function trace(path: Path2D, part: readonly number[], closes: boolean): void {
  for (let at = 0; at + 1 < part.length; at += 2) {
    if (at === 0) path.moveTo(part[0] ?? 0, part[1] ?? 0);
    else path.lineTo(part[at] ?? 0, part[at + 1] ?? 0);
  }
  if (closes) path.closePath();
}
