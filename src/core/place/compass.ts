/** The sixteen points of the compass, for saying a bearing in a word. */

const points = ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"] as const;

/** The nearest point to a bearing, degrees clockwise from north. */
export function compassPointOf(bearingDeg: number): (typeof points)[number] {
  return points[Math.round((((bearingDeg % 360) + 360) % 360) / 22.5) % 16] as (typeof points)[number];
}
