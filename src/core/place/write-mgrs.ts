/**
 * The square of the military grid in which a place lies (NGA.STND.0037, appendices A and B), with the exceptions of zones around
 * Norway and Svalbard. Figures are cut off, never rounded: the square holds the place. The polar grid (UPS) is not written.
 */
import type { Position } from "./region.ts";
import { toUtm } from "./transverse-mercator.ts";

const bands = "CDEFGHJKLMNPQRSTUVWX";
const eastLetters = ["ABCDEFGH", "JKLMNPQR", "STUVWXYZ"] as const;
const northLetters = "ABCDEFGHJKLMNPQRSTUV";

/** "36U UB 08437 93423"; undefined beyond 80 south and 84 north. The side of the square is at most a fifth of the radius, and a metre at least. */
export function writeMgrs(at: Position, radiusM: number): string | undefined {
  if (at.lat < -80 || at.lat > 84) return undefined;
  const figures = Math.max(0, Math.min(5, Math.ceil(5 - Math.log10(Math.max(1, radiusM / 5)))));
  const zone = zoneOf(at);
  const { eastingM, northingM } = toUtm(at, zone);
  const band = bands.charAt(Math.min(bands.length - 1, Math.floor((at.lat + 80) / 8)));
  const column = (eastLetters[(zone - 1) % 3] as string).charAt(Math.floor(eastingM / 100_000) - 1);
  const row = northLetters.charAt((Math.floor(northingM / 100_000) + (zone % 2 === 0 ? 5 : 0)) % 20);
  const cut = (metres: number): string =>
    String(Math.floor(metres % 100_000))
      .padStart(5, "0")
      .slice(0, figures);
  const square = `${zone}${band} ${column}${row}`;
  return figures === 0 ? square : `${square} ${cut(eastingM)} ${cut(northingM)}`;
}

/** From 1 to 60. */
export function zoneOf({ lat, lon: given }: Position): number {
  const lon = (((given % 360) + 540) % 360) - 180;
  if (lat >= 56 && lat < 64 && lon >= 3 && lon < 12) return 32;
  if (lat >= 72 && lon >= 0 && lon < 42) return lon < 9 ? 31 : lon < 21 ? 33 : lon < 33 ? 35 : 37;
  return Math.floor((lon + 180) / 6) + 1;
}
