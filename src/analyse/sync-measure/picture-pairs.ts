/** Which pairs are looked at by light and movement once sound has had its say, and which of the two is believed. Pictures take many times longer to read than sound. */
import type { MeasureControl } from "../../core/sync/measurer.port.ts";
import { joinsClocks, type PairMeasurement } from "../../core/sync/pair-measurement.ts";

export interface SoundSaid {
  /** Places in the list. */
  readonly a: number;
  readonly b: number;
  readonly measurement: PairMeasurement | undefined;
}

export function picturePairs(said: readonly SoundSaid[], when: NonNullable<MeasureControl["picture"]>): [number, number][] {
  if (when === "never") return [];
  const joined = new Set(said.flatMap(({ a, b, measurement }) => (joinsClocks(measurement) ? [a, b] : [])));
  const wanted = ({ a, b, measurement }: SoundSaid): boolean =>
    !joinsClocks(measurement) && (when === "where-sound-refuses" || !joined.has(a) || !joined.has(b));
  return said.filter(wanted).map(({ a, b }) => [a, b]);
}

/** Pictures that agree with sound which is one recording show a copy of it; those that do not show that its sound was used again. */
const asSoundS = 0.1;

/** What is said of a pair that was looked at in both. Why sound refused stands, unless pictures say more. */
export function better(bySound: PairMeasurement, byPicture: PairMeasurement): PairMeasurement {
  if (bySound.state === "measured") {
    if (byPicture.state === "refused") return bySound;
    if (!bySound.sameRecording) return byPicture.wrong < bySound.wrong ? byPicture : bySound;
    const { a, b } = byPicture.offset.at;
    const rate = bySound.offset.rate === "not-measured" ? 0 : bySound.offset.rate.ppm * 1e-6;
    const heard = bySound.offset.at.a + (b - bySound.offset.at.b) * (1 + rate);
    return Math.abs(a - heard) <= asSoundS + byPicture.offset.plusMinusS + bySound.offset.plusMinusS ? bySound : byPicture;
  }
  if (byPicture.state === "measured") return byPicture;
  const saysMore = byPicture.candidates.length > 0 && bySound.candidates.length === 0;
  const unheard = ["no-sound", "unread", "silent"].includes(bySound.reason);
  return saysMore || (unheard && byPicture.reason !== "no-picture") ? byPicture : bySound;
}
