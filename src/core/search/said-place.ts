/** The place that a post carries, out of the words in which its export gives it ("50.10, 30.25"; see message-carries). */
import type { PostThing } from "../post/post.ts";
import type { TextPlace } from "./segment.ts";

/** Metres of a degree of latitude; of one of longitude at the equator, where it is longest. */
const metresOfDegree = 111_320;

/**
 * Half of the last digit given is how far the figures themselves can be off. What the sender's telephone knew is not in them.
 * Undefined when nothing the post carries is a position on the globe.
 */
export function saidPlace(things: readonly PostThing[] | undefined): TextPlace | undefined {
  for (const { kind, said } of things ?? []) {
    if (kind !== "location" && kind !== "place") continue;
    const [, lat, lon] = /(?:^|, )(-?\d{1,2}(?:\.\d+)?), (-?\d{1,3}(?:\.\d+)?)(?:, live for \d+ s)?$/.exec(said) ?? [];
    if (lat === undefined || lon === undefined || Math.abs(Number(lat)) > 90 || Math.abs(Number(lon)) > 180) continue;
    const digits = Math.min(...[lat, lon].map((figure) => figure.split(".")[1]?.length ?? 0));
    return { lat: Number(lat), lon: Number(lon), radiusM: Math.max(1, (metresOfDegree * 10 ** -digits) / 2) };
  }
  return undefined;
}
