/** Draws the chosen layers over the land and under everything that the case says. */
import { tileExtent } from "../../core/map-layer/tile-shapes.ts";
import { type Size, toPixel, type Viewport } from "../map/viewport.ts";
import { drawShapes } from "./draw-shapes.ts";
import type { DrawnLayer } from "./drawn-layer.ts";
import { layPicture } from "./lay-picture.ts";
import { shownPicture } from "./picture-store.ts";
import { storedTile, type StoredTile, wantOnly, wantTile } from "./tile-store.ts";
import { type TileInSight, tilesInSight } from "./tiles-in-sight.ts";

export interface Drawing {
  readonly view: Viewport;
  readonly size: Size;
  readonly colour: (name: string) => string;
  /** Pixels of the screen for each of the page. */
  readonly ratio: number;
}

export function drawLayers(context: CanvasRenderingContext2D, layers: readonly DrawnLayer[], drawing: Drawing): void {
  wantOnly(() => {
    for (const layer of layers) {
      context.save();
      context.globalAlpha = layer.opacity;
      if (layer.draws === "picture") drawPicture(context, layer, drawing);
      else drawTiles(context, layer, drawing);
      context.restore();
    }
  });
}

function drawPicture(context: CanvasRenderingContext2D, layer: Extract<DrawnLayer, { draws: "picture" }>, { view, size }: Drawing): void {
  const picture = shownPicture(layer.url);
  if (picture === undefined) return;
  if (layer.grey) context.filter = "grayscale(1)";
  const [first] = layer.corners;
  const turn = Math.round((view.centre.lon - first.lon) / 360) * 360;
  layPicture(
    context,
    picture,
    layer.corners.map(({ lat, lon }) => toPixel(view, size, { lat, lon: lon + turn })),
  );
}

function drawTiles(context: CanvasRenderingContext2D, { layer }: Extract<DrawnLayer, { draws: "tiles" }>, drawing: Drawing): void {
  const { view, size, colour, ratio } = drawing;
  const tiles = tilesInSight(layer.facts, view, size, ratio > 1.4 ? 1 : 0);
  if (tiles === "far") return;
  const shapes: { readonly tile: TileInSight; readonly stored: Extract<StoredTile, { state: "shapes" }> }[] = [];
  context.imageSmoothingQuality = "high";
  // The nearest to the middle last: it is asked for first.
  for (const tile of fromAfar(tiles, size)) {
    const stored = storedTile(layer.id, tile.z, tile.x, tile.y);
    if (stored === undefined) {
      wantTile(layer.id, tile.z, tile.x, tile.y);
      const above = partOfAbove(layer.id, tile);
      if (above !== undefined)
        context.drawImage(above.picture, ...above.part, tile.left, tile.top, tile.right - tile.left, tile.bottom - tile.top);
    } else if (stored.state === "picture") {
      // Pixels larger than the screen's are shown as what they are.
      context.imageSmoothingEnabled = tile.right - tile.left < 1024;
      context.drawImage(stored.picture, tile.left, tile.top, tile.right - tile.left, tile.bottom - tile.top);
    } else if (stored.state === "shapes") shapes.push({ tile, stored });
  }
  drawShapes(
    context,
    shapes.map(({ tile, stored }) => ({ ...tile, shapes: stored.shapes, scale: (tile.right - tile.left) / tileExtent })),
    { colour, zoom: view.zoom, size, ratio },
  );
}

function fromAfar(tiles: readonly TileInSight[], { width, height }: Size): TileInSight[] {
  const away = ({ left, right, top, bottom }: TileInSight): number => Math.hypot((left + right - width) / 2, (top + bottom - height) / 2);
  return tiles.toSorted((a, b) => away(b) - away(a));
}

/** While a picture comes, the part of a coarser one that is there already. */
function partOfAbove(id: string, { z, x, y }: TileInSight) {
  for (let up = 1; up <= Math.min(5, z); up++) {
    const side = 2 ** up;
    const stored = storedTile(id, z - up, Math.floor(x / side), Math.floor(y / side));
    if (stored?.state !== "picture") continue;
    const { picture } = stored;
    const [width, height] = [picture.width / side, picture.height / side];
    const part = [(x % side) * width, (y % side) * height, width, height] as const;
    return { picture, part };
  }
  return undefined;
}
