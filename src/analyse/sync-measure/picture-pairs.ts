/** Which pairs are looked at by light and movement once sound has had its say. Pictures take many times longer to read than sound. */
import type { MeasureControl } from "../../core/sync/measurer.port.ts";

export interface SoundSaid {
  /** Places in the list. */
  readonly a: number;
  readonly b: number;
  readonly measured: boolean;
}

export function picturePairs(said: readonly SoundSaid[], when: NonNullable<MeasureControl["picture"]>): [number, number][] {
  if (when === "never") return [];
  const joined = new Set(said.flatMap(({ a, b, measured }) => (measured ? [a, b] : [])));
  const wanted = ({ a, b, measured }: SoundSaid): boolean =>
    !measured && (when === "where-sound-refuses" || !joined.has(a) || !joined.has(b));
  return said.filter(wanted).map(({ a, b }) => [a, b]);
}
