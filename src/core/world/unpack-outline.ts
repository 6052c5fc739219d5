/** The rings of world-outline.ts: whole hundredths of a degree, each a step from the one before, five bits to a character. */
export interface OutlineRing {
  /** Degrees, longitude and latitude in turn. */
  readonly lonLat: Float32Array;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

export function unpackOutline(packed: string): OutlineRing[] {
  return packed.split(" ").map(ringOf);
}

function ringOf(text: string): OutlineRing {
  const steps: number[] = [];
  let [rest, shift] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const bits = text.charCodeAt(at) - 63;
    rest |= (bits & 0x1f) << shift;
    shift += 5;
    if (bits >= 0x20) continue;
    steps.push(rest & 1 ? ~(rest >> 1) : rest >> 1);
    [rest, shift] = [0, 0];
  }
  const lonLat = new Float32Array(steps.length);
  const [bounds, sums] = [{ west: Infinity, east: -Infinity, south: 90, north: -90 }, [0, 0] as [number, number]];
  let last: number | undefined;
  for (let at = 0; at + 1 < steps.length; at += 2) {
    const written = (sums[0] += steps[at] ?? 0) / 100;
    // A ring over the date line goes on beyond 180 rather than back around the earth.
    const lon: number = last === undefined ? written : written + Math.round((last - written) / 360) * 360;
    last = lon;
    const lat = (sums[1] += steps[at + 1] ?? 0) / 100;
    lonLat[at] = lon;
    lonLat[at + 1] = lat;
    bounds.west = Math.min(bounds.west, lon);
    bounds.east = Math.max(bounds.east, lon);
    bounds.south = Math.min(bounds.south, lat);
    bounds.north = Math.max(bounds.north, lat);
  }
  const turn = Math.round((bounds.west + bounds.east) / 720) * 360;
  if (turn === 0) return { lonLat, ...bounds };
  for (let at = 0; at < lonLat.length; at += 2) lonLat[at] = (lonLat[at] ?? 0) - turn;
  return { lonLat, ...bounds, west: bounds.west - turn, east: bounds.east - turn };
}
