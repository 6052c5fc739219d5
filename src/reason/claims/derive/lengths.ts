/** Units of length, and whether a converted figure is within what the first was rounded to. */
import { metresOf, type Unit } from "../../place/place-rules.ts";

const names: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:km|kms|kilomet(?:re|er)s?|км|кілометр.*|километр.*)$/iu, "km"],
  [/^(?:mi|miles?|мил.*)$/iu, "mi"],
  [/^(?:m|met(?:re|er)s?|м|метр.*)$/iu, "m"],
  [/^(?:ft|foot|feet|фут.*)$/iu, "ft"],
  [/^(?:yd|yds|yards?|ярд.*)$/iu, "yd"],
  [/^(?:nmi|nautical miles?)$/iu, "nmi"],
];

/** Undefined for what is no unit of length. */
export function lengthUnitOf(words: string): Unit | undefined {
  return names.find(([pattern]) => pattern.test(words.trim()))?.[1];
}

/** A figure with half of what it is stated to: 7 is 6.5 to 7.5, 7.1 is 7.05 to 7.15. */
export interface Length {
  readonly low: number;
  readonly high: number;
  readonly half: number;
  readonly unit: Unit;
}

/** Half of the last digit that a figure states; of a whole number, its last that is not zero. */
export function halfPrecisionOf(value: number): number {
  const written = String(value);
  const decimals = written.split(".")[1];
  if (decimals !== undefined) return 10 ** -Math.min(9, decimals.length) / 2;
  const zeros = /0*$/.exec(written)?.[0].length ?? 0;
  return 10 ** Math.min(zeros, written.length - 1) / 2;
}

/** What the second is in the unit of the first, and whether the first may have been meant by it. */
export function converted(first: Length, second: Length): { readonly within: boolean; readonly words: string } {
  const scale = metresOf[second.unit] / metresOf[first.unit];
  const [low, high] = [second.low * scale, second.high * scale];
  const within = low >= first.low - first.half - 1e-9 && high <= first.high + first.half + 1e-9;
  const shown = low === high ? low.toFixed(2) : `${low.toFixed(2)} to ${high.toFixed(2)}`;
  return { within, words: `${lengthWords(second)} = ${shown} ${first.unit}` };
}

export function lengthWords({ low, high, unit }: Length): string {
  return `${low === high ? low : `${low} to ${high}`} ${unit}`;
}
