/**
 * Where posts and rows say they are, as cells of a stretch of the map: of those that a search finds, or of all. A cell tells how far
 * its least exact place may be off, so that nothing is shown as sharper than it is.
 */
import { countBits, hasBit, setBit } from "../core/search/bits.ts";
import type { SearchQuery } from "../core/search/search-query.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { searchFacts } from "./search-facts.ts";
import { eachText, isNarrowed } from "./search-filter.ts";
import { type Matched, matchTexts } from "./search-match.ts";

export const gridSize = 64;

export interface MapBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface PlaceGrid {
  size: number;
  /** Cells with something in them: column from the west, row from the south, counted from 0. */
  cells: { x: number; y: number; count: number; radiusM: { least: number; most: number } }[];
  /** Places inside the box, outside it, and texts found that state none. */
  counted: number;
  outside: number;
  withoutPlace: number;
  counting: "exactly" | "at-most";
}

/** A box whose east lies west of its west goes over the 180th meridian. */
export async function placeGrid(reader: CaseReader, viewer: Viewer, wanted: SearchQuery & MapBox): Promise<PlaceGrid> {
  demand(viewer, "read");
  const facts = await searchFacts(reader);
  const { matched, unsure } = await matchTexts(reader, wanted.words);
  const { west, south, east, north } = wanted;
  const narrowed = isNarrowed(wanted);
  const width = (((east - west) % 360) + 360) % 360 || 360;
  const [perX, perY] = [gridSize / width, gridSize / (north - south)];
  const counts = new Uint32Array(gridSize ** 2);
  const least = new Float64Array(gridSize ** 2).fill(Infinity);
  const most = new Float64Array(gridSize ** 2);
  let [counted, outside, withoutPlace] = [0, 0, 0];
  for (const one of matched) {
    const passing = narrowed ? passingOf(one, (take) => eachText([one], facts, wanted, ({ at }) => take(at))) : one.texts;
    const { placed, places } = one.segment;
    let met = 0;
    for (let i = 0; i < placed.length; i++) {
      if (!hasBit(passing, placed[i] as number)) continue;
      met++;
      const lat = places[i * 3] as number;
      let away = (places[i * 3 + 1] as number) - west;
      if (away < 0) away += 360;
      else if (away > 360) away -= 360;
      if (away > width || lat < south || lat > north) {
        outside++;
        continue;
      }
      const x = Math.min(gridSize - 1, Math.floor(away * perX));
      const y = Math.min(gridSize - 1, Math.floor((lat - south) * perY));
      const cell = y * gridSize + x;
      const radius = places[i * 3 + 2] as number;
      (counts[cell] as number)++;
      if (radius < (least[cell] as number)) least[cell] = radius;
      if (radius > (most[cell] as number)) most[cell] = radius;
      counted++;
    }
    withoutPlace += countBits(passing) - met;
  }
  const cells: PlaceGrid["cells"] = [];
  for (let cell = 0; cell < counts.length; cell++) {
    if (counts[cell] === 0) continue;
    const radiusM = { least: least[cell] as number, most: most[cell] as number };
    cells.push({ x: cell % gridSize, y: Math.floor(cell / gridSize), count: counts[cell] as number, radiusM });
  }
  return { size: gridSize, cells, counted, outside, withoutPlace, counting: unsure.length === 0 ? "exactly" : "at-most" };
}

function passingOf({ texts }: Matched, each: (take: (at: number) => void) => void): Uint32Array {
  const passing = new Uint32Array(texts.length);
  each((at) => setBit(passing, at));
  return passing;
}
