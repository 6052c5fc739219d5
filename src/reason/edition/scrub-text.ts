/** Every text of a public edition goes through here: names, coordinates near a withheld place, hashes and figures of originals. */
import { coordinatesIn } from "../../core/edition/place-clue.ts";
import type { Digest } from "../../core/hash/digest.ts";
import { digitsOf } from "../../core/hash/digest.ts";
import type { Position } from "../../core/place/region.ts";
import type { TextSecrets } from "./text-secrets.ts";

export interface Scrubbing {
  readonly secrets: TextSecrets;
  readonly places: readonly Position[];
  readonly gridM: number;
  readonly digests: readonly Digest[];
  readonly sizes: readonly number[];
  readonly durations: readonly number[];
}

const digitsAtLeast = 12;

export function createScrub({ secrets, places, gridM, digests, sizes, durations }: Scrubbing): (text: string) => string {
  const near = (2 * gridM) / 111_320;
  const isNear = (lat: number, lon: number) =>
    places.some((place) => Math.abs(place.lat - lat) <= near && Math.abs(place.lon - lon) * Math.cos((lat * Math.PI) / 180) <= near);
  const starts = new Set(digests.map((digest) => digitsOf(digest).slice(0, digitsAtLeast)));
  const bySize = new Set(sizes.map(String));
  return (text) => {
    let now = secrets.redact(text);
    if (places.length > 0) now = withoutCoordinates(now, isNear, gridM);
    if (starts.size > 0)
      now = now.replace(/(?:sha256:)?([0-9a-f]{12,128})/gi, (whole, digits: string) =>
        starts.has(digits.toLowerCase().slice(0, digitsAtLeast)) ? "[hash withheld]" : whole,
      );
    if (bySize.size > 0)
      now = now.replace(/(?<![\d.,])(?:\d{4,15}|\d{1,3}(?:[ ,'\u00a0\u202f]\d{3}){1,4})(?!\d)/g, (whole) =>
        bySize.has(whole.replace(/\D/g, "")) ? "[size withheld]" : whole,
      );
    if (durations.length > 0)
      now = now.replace(
        /(?<![\d.:])(?:(\d{1,2}):)?(?:(\d{1,3}):)?(\d{1,6})\.(\d{2,9})(?!\d)/g,
        (whole, first?: string, second?: string, seconds?: string, part = "") => {
          const [hours, minutes] = second === undefined ? [0, Number(first ?? 0)] : [Number(first), Number(second)];
          const value = hours * 3600 + minutes * 60 + Number(`${seconds}.${part}`);
          return durations.some((one) => Math.abs(one - value) <= 0.5 * 10 ** -part.length + 1e-9) ? "[length withheld]" : whole;
        },
      );
    return now;
  };
}

function withoutCoordinates(text: string, isNear: (lat: number, lon: number) => boolean, gridM: number): string {
  const found = coordinatesIn(text, isNear)
    .filter(({ halfM }) => halfM * 2 <= gridM)
    .sort((a, b) => a.at - b.at);
  let result = "";
  let at = 0;
  for (const one of found) {
    if (one.end <= at) continue;
    if (one.at > at) result += `${text.slice(at, one.at)}[coordinates withheld]`;
    at = Math.max(at, one.end);
  }
  return result + text.slice(at);
}
