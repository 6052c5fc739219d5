/** Corners of a picture as a person writes them: places in degrees, latitude first, in the order top left, top right, bottom right, bottom left. */
import { Corners } from "./map-layer.ts";

const place = /^(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)$/;

/** Three places make a sheet whose sides are parallel; the fourth is then worked out. Undefined for anything else. */
export function readCorners(text: string): Corners | undefined {
  const words = text
    .trim()
    .replace(/\s*,\s*/g, ",")
    .split(/[\s;]+/)
    .map((one) => place.exec(one));
  if (words.some((found) => found === null) || words.length < 3 || words.length > 4) return undefined;
  const places = words.map((found) => ({ lat: Number(found?.[1]), lon: Number(found?.[2]) }));
  const [a, b, c] = places;
  if (places.length === 3 && a !== undefined && b !== undefined && c !== undefined) {
    const y = (lat: number): number => Math.asinh(Math.tan((lat * Math.PI) / 180));
    const fourth = y(a.lat) + y(c.lat) - y(b.lat);
    places.push({ lat: (Math.atan(Math.sinh(fourth)) * 180) / Math.PI, lon: a.lon + c.lon - b.lon });
  }
  return Corners.safeParse(places).data;
}
