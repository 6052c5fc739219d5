/** Which frames stand in the strip: evenly over the time that a player shows, each frame at most once. */
import type { FrameTable } from "../../core/analysis/probe-result.ts";

export interface Tile {
  readonly frame: number;
  /** On the player's clock. */
  readonly timeSec: number;
}

const mostTiles = 60;

export function chooseTiles({ edited }: FrameTable): Tile[] {
  const shown = edited
    .flatMap((timeSec, frame) => (timeSec === null ? [] : [{ frame, timeSec }]))
    .sort((a, b) => a.timeSec - b.timeSec || a.frame - b.frame);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const step = (last.timeSec - first.timeSec) / mostTiles;
  const tiles: Tile[] = [];
  for (const tile of shown) {
    const before = tiles.at(-1);
    if (before === undefined || (tile.timeSec > before.timeSec && tile.timeSec >= first.timeSec + tiles.length * step)) tiles.push(tile);
    if (tiles.length === mostTiles) break;
  }
  return tiles;
}
