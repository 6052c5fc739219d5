/** UTM and MGRS (NGA.STND.0037, appendices A and B): a square of the grid, with its own size as radius. Polar squares (UPS) are refused. */
import { type Found, onEarth, roundedUp } from "./read-precision.ts";
import { fromUtm } from "./transverse-mercator.ts";

const bands = "CDEFGHJKLMNPQRSTUVWX";
const eastLetters = ["ABCDEFGH", "JKLMNPQR", "STUVWXYZ"] as const;
const northLetters = "ABCDEFGHJKLMNPQRSTUV";

const mgrsForm = /^(\d{1,2})\s*([A-Z])\s*([A-Z])([A-Z])\s*(?:(\d{0,10})|(\d{1,5})\s+(\d{1,5}))$/i;
const polarForm = /^[ABYZ]\s*[A-Z]{2}\s*\d{0,5}\s*\d{0,5}$/i;
const utmForm = /^(?:UTM\s*)?(\d{1,2})\s*([A-Z])[\s,]+(\d{5,7}(?:\.\d+)?)\s*m?\s*E?[\s,]+(\d{1,8}(?:\.\d+)?)\s*m?\s*N?$/i;

export type GridRead = { readonly found: Found; readonly form: "mgrs" | "utm" } | { readonly refused: string } | undefined;

export function readGrid(text: string): GridRead {
  const utm = utmForm.exec(text);
  if (utm !== null) return readUtm(utm);
  const mgrs = mgrsForm.exec(text);
  if (mgrs !== null) return readMgrs(mgrs);
  if (polarForm.test(text) && /\d/.test(text)) return { refused: "an MGRS square of the polar grid (UPS): only zones 1 to 60 are read" };
  return undefined;
}

function readUtm([, zoneWords, letterWords, east, north]: RegExpExecArray): GridRead {
  const zone = Number(zoneWords);
  const letter = (letterWords ?? "").toUpperCase();
  if (zone < 1 || zone > 60) return { refused: `UTM: expected a zone from 1 to 60, found ${zone}` };
  if (!bands.includes(letter)) return { refused: `UTM: expected a band letter from C to X without I and O, found ${letter}` };
  const eastingM = Number(east);
  const northingM = Number(north);
  if (eastingM < 100_000 || eastingM >= 1_000_000) return { refused: `UTM: expected an easting of six figures, found ${east}` };
  if (northingM > 10_000_000) return { refused: `UTM: expected a northing up to 10,000,000, found ${north}` };
  const at = (south: boolean) => fromUtm({ zone, south, eastingM, northingM });
  const asBand = at(letter < "N");
  // N and S are bands, and are also written for the hemispheres; the northing tells which.
  const centre = letter === "S" && bandOf(asBand.lat) !== "S" ? at(true) : asBand;
  if (!onEarth(centre)) return { refused: "UTM: the figures lie outside the earth" };
  const band = bandOf(centre.lat);
  if (band === undefined || (band !== letter && letter !== "N" && letter !== "S")) {
    return { refused: `UTM: the northing lies in band ${band ?? "none"}, and band ${letter} is given` };
  }
  const half = 0.5 * 10 ** -Math.min(decimals(east), decimals(north));
  const radiusM = Math.max(1, roundedUp(Math.hypot(half, half)));
  return { form: "utm", found: { centre, radiusM, precision: `last digit of the UTM figures: ${half} m either way` } };
}

function readMgrs([, zoneWords, bandWords, columnWords, rowWords, joined = "", east, north]: RegExpExecArray): GridRead {
  const zone = Number(zoneWords);
  const band = (bandWords ?? "").toUpperCase();
  const column = (columnWords ?? "").toUpperCase();
  const row = (rowWords ?? "").toUpperCase();
  const figures =
    east === undefined || north === undefined ? halves(joined) : east.length === north.length ? ([east, north] as const) : undefined;
  if (figures === undefined) return { refused: "MGRS: expected as many figures for the easting as for the northing" };
  if (zone < 1 || zone > 60) return { refused: `MGRS: expected a zone from 1 to 60, found ${zone}` };
  if (!bands.includes(band)) return { refused: `MGRS: expected a band letter from C to X without I and O, found ${band}` };
  const eastPlace = (eastLetters[(zone - 1) % 3] ?? "").indexOf(column);
  if (eastPlace < 0) return { refused: `MGRS: zone ${zone} has no squares of column ${column}` };
  const rowPlace = northLetters.indexOf(row);
  if (rowPlace < 0) return { refused: `MGRS: expected a row letter from A to V without I and O, found ${row}` };
  const sizeM = 10 ** (5 - figures[0].length);
  const eastingM = (eastPlace + 1) * 100_000 + Number(figures[0]) * sizeM + sizeM / 2;
  const inCycle = ((rowPlace + (zone % 2 === 0 ? 15 : 0)) % 20) * 100_000 + Number(figures[1]) * sizeM + sizeM / 2;
  const south = band < "N";
  // Rows repeat every 2,000 km; the band tells which. A square of 100 km may reach over its edge.
  for (let northingM = inCycle; northingM < 10_000_000; northingM += 2_000_000) {
    const centre = fromUtm({ zone, south, eastingM, northingM });
    if (!onEarth(centre)) continue;
    const slack = sizeM === 100_000 ? 0.5 : 0.0001;
    const [low, high] = latitudesOf(band);
    if (centre.lat < low - slack || centre.lat >= high + slack) continue;
    const radiusM = Math.max(1, roundedUp(Math.hypot(sizeM / 2, sizeM / 2)));
    return { form: "mgrs", found: { centre, radiusM, precision: `MGRS square of ${sizeM} m` } };
  }
  return { refused: `MGRS: zone ${zone} band ${band} has no square ${column}${row}` };
}

function halves(figures: string): readonly [string, string] | undefined {
  if (figures.length % 2 !== 0) return undefined;
  return [figures.slice(0, figures.length / 2), figures.slice(figures.length / 2)];
}

function latitudesOf(band: string): readonly [number, number] {
  const low = bands.indexOf(band) * 8 - 80;
  return [low, band === "X" ? 84 : low + 8];
}

function bandOf(lat: number): string | undefined {
  return [...bands].find((band) => latitudesOf(band)[0] <= lat && lat < latitudesOf(band)[1]);
}

function decimals(figure: string | undefined): number {
  return figure?.split(".")[1]?.length ?? 0;
}
