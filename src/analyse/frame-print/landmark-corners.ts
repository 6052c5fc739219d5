/**
 * Corners of a luma picture, spread over all of it: candidates by the segment test (FAST-9; Rosten and Drummond 2006,
 * "Machine learning for high-speed corner detection"), ranked by Harris' measure (Harris and Stephens 1988), the strongest
 * of each part of the picture first, so that a logo or a fence does not take all places.
 */
import type { Plane } from "./landmark-pyramid.ts";

export interface Corner {
  readonly x: number;
  readonly y: number;
  readonly strength: number;
}

/** How much brighter or darker nine neighbours in a row must be, grey levels: the first that leaves corners to choose from. Noise makes corners below the last. */
const contrasts = [24, 8];
/** Parts along the longer and the shorter side that each get their share. */
const partsLong = 6;
const partsShort = 4;

const ringX = [0, 1, 2, 3, 3, 3, 2, 1, 0, -1, -2, -3, -3, -3, -2, -1];
const ringY = [-3, -3, -2, -1, 0, 1, 2, 3, 3, 3, 2, 1, 0, -1, -2, -3];

/** For each set of ring pixels (a bit each), whether nine of them lie in a row. */
const nineInARow = (() => {
  const table = new Uint8Array(1 << 16);
  for (let set = 0; set < table.length; set += 1) {
    let turning = set;
    for (let start = 0; start < 16 && table[set] === 0; start += 1) {
      if ((turning & 0x1ff) === 0x1ff) table[set] = 1;
      turning = ((turning >>> 1) | (turning << 15)) & 0xffff;
    }
  }
  return table;
})();

/** At most `count` corners, none nearer than `margin` to the border. */
export function cornersOf(plane: Plane, margin: number, count: number): Corner[] {
  let peaks: Corner[] = [];
  for (const contrast of contrasts) {
    peaks = peaksOf(plane, margin, contrast);
    if (peaks.length >= 2 * count) break;
  }
  return spread(peaks, plane, count);
}

function peaksOf(plane: Plane, margin: number, contrast: number): Corner[] {
  const { data, width, height } = plane;
  const ring = Int32Array.from(ringX, (x, place) => (ringY[place] ?? 0) * width + x);
  const north = -3 * width;
  const south = 3 * width;
  const differences = new Uint16Array(width * height);
  const candidates: number[] = [];
  for (let y = margin; y < height - margin; y += 1)
    for (let x = margin, at = y * width + margin; x < width - margin; x += 1, at += 1) {
      const centre = data[at] ?? 0;
      const above = centre + contrast;
      const below = centre - contrast;
      const n = data[at + north] ?? 0;
      const s = data[at + south] ?? 0;
      // Nine in a row always hold two of these four, next to each other.
      if (n <= above && n >= below && s <= above && s >= below) continue;
      const e = data[at + 3] ?? 0;
      const w = data[at - 3] ?? 0;
      if (!((n > above || s > above) && (e > above || w > above)) && !((n < below || s < below) && (e < below || w < below))) continue;
      let brighter = 0;
      let darker = 0;
      // Without branches: in noise none of them can be foreseen.
      for (let place = 0; place < 16; place += 1) {
        const value = data[at + (ring[place] as number)] as number;
        brighter |= ((above - value) >>> 31) << place;
        darker |= ((value - below) >>> 31) << place;
      }
      if (nineInARow[brighter] === 0 && nineInARow[darker] === 0) continue;
      let difference = 1;
      for (let place = 0; place < 16; place += 1)
        difference += Math.max(0, Math.abs((data[at + (ring[place] as number)] as number) - centre) - contrast);
      differences[at] = difference;
      candidates.push(at);
    }
  const peaks: Corner[] = [];
  for (const at of candidates) {
    if (!isPeak(differences, at, width)) continue;
    const strength = harris(plane, at);
    if (strength > 0) peaks.push({ x: at % width, y: Math.floor(at / width), strength });
  }
  return peaks;
}

/** Harris' measure over seven by seven pixels: large only where brightness changes in both directions. */
function harris({ data, width }: Plane, at: number): number {
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let dy = -3; dy <= 3; dy += 1)
    for (let here = at + dy * width - 3, last = here + 6; here <= last; here += 1) {
      const gx = (data[here + 1] ?? 0) - (data[here - 1] ?? 0);
      const gy = (data[here + width] ?? 0) - (data[here - width] ?? 0);
      xx += gx * gx;
      yy += gy * gy;
      xy += gx * gy;
    }
  return xx * yy - xy * xy - 0.04 * (xx + yy) * (xx + yy);
}

function isPeak(differences: Uint16Array, at: number, width: number): boolean {
  const here = differences[at] ?? 0;
  for (let dy = -1; dy <= 1; dy += 1)
    for (let dx = -1; dx <= 1; dx += 1) {
      const other = differences[at + dy * width + dx] ?? 0;
      // Of equal neighbours the first one stays.
      if (other > here || (other === here && (dy < 0 || (dy === 0 && dx < 0)))) return false;
    }
  return true;
}

function spread(peaks: Corner[], { width, height }: Plane, count: number): Corner[] {
  if (peaks.length <= count) return peaks;
  const [columns, rows] = width >= height ? [partsLong, partsShort] : [partsShort, partsLong];
  const share = Math.ceil(count / (columns * rows));
  const taken = new Uint16Array(columns * rows);
  const byStrength = peaks.sort((one, other) => other.strength - one.strength || one.y - other.y || one.x - other.x);
  const first: Corner[] = [];
  const rest: Corner[] = [];
  for (const peak of byStrength) {
    const part = Math.floor((peak.y * rows) / height) * columns + Math.floor((peak.x * columns) / width);
    const before = taken[part] ?? 0;
    taken[part] = before + 1;
    (before < share ? first : rest).push(peak);
  }
  return [...first, ...rest].slice(0, count);
}
