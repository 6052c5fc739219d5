/** Numbers as intervals: hedged and rounded figures reach further, lengths and the like are brought to one unit. */
import type { Hedge } from "../../../core/claim/claim.ts";
import type { ClaimValue } from "../../../core/claim/claim-value.ts";
import { numberWords } from "./figures.ts";
import type { Relation } from "./relation.ts";
import { wordsOf } from "./same-words.ts";

type NumberValue = Extract<ClaimValue, { is: "number" }>;

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** International yard and pound (1959) and the SI: how many of the first of its kind one is. */
const measures: readonly { readonly of: string; readonly unit: string; readonly names: readonly (readonly [RegExp, number])[] }[] = [
  {
    of: "length",
    unit: "km",
    names: [
      [/^(?:km|kms|kilomet(?:re|er)s?|км|кілометр\p{L}*|километр\p{L}*)$/u, 1],
      [/^(?:mi|miles?|мил[яьіией]\p{L}*)$/u, 1.609344],
      [/^(?:m|met(?:re|er)s?|м|метр\p{L}*)$/u, 0.001],
      [/^(?:yd|yds|yards?)$/u, 0.0009144],
      [/^(?:ft|feet|foot)$/u, 0.0003048],
    ],
  },
  {
    of: "mass",
    unit: "kg",
    names: [
      [/^(?:kg|kilos?|kilogram(?:me)?s?|кг|кілограм\p{L}*|килограмм\p{L}*)$/u, 1],
      [/^(?:t|tonnes?|тонн\p{L}*)$/u, 1000],
      [/^(?:lb|lbs|pounds?)$/u, 0.45359237],
    ],
  },
  {
    of: "duration",
    unit: "hours",
    names: [
      [/^(?:h|hours?|годин\p{L}*|час\p{L}*)$/u, 1],
      [/^(?:min|minutes?|хвилин\p{L}*|минут\p{L}*)$/u, 1 / 60],
      [/^(?:days?|дн\p{L}*|день|діб|доб\p{L}*)$/u, 24],
    ],
  },
];

/** Words for human beings at large: each may count any of them. */
const anyone = /^(?:people|persons?|individuals?|humans?|людей|люди|осіб|особи|человек|человека)$/u;

export function compareNumbers(first: NumberValue, second: NumberValue, hedges: readonly [readonly Hedge[], readonly Hedge[]]): Relation {
  const [a, b] = [unitOf(first.unit), unitOf(second.unit)];
  if (a.of !== b.of) return apartInKind(first, second, a.of, b.of);
  const isMeasure = a.factor !== null && b.factor !== null;
  if (!isMeasure && a.name !== b.name) {
    const why = `one counts "${first.unit}", the other "${second.unit}": whether these are the same is for a person to say`;
    return { is: "unknown", words: why };
  }
  const unit = isMeasure ? (a.unit as string) : first.unit;
  const [one, other] = [intervalOf(first, a.factor, hedges[0]), intervalOf(second, b.factor, hedges[1])];
  const words = `${tell(one, unit)} and ${tell(other, unit)}`;
  if (one.low === other.low && one.high === other.high) return { is: "same", words };
  const by = Math.max(one.low - other.high, other.low - one.high);
  if (by > 0) return { is: "apart", words: `${words}: ${numberWords(by)} ${unit} apart`, gap: { in: "number", number: by, unit } };
  if (one.low >= other.low && one.high <= other.high) return { is: "inside", words };
  if (other.low >= one.low && other.high <= one.high) return { is: "around", words };
  return { is: "overlap", words, touching: by === 0 };
}

function apartInKind(first: NumberValue, second: NumberValue, a: string, b: string): Relation {
  if (a === "count" && b === "count") return { is: "unknown", words: "they count different things" };
  return { is: "overlap", words: `one is of "${first.unit}" (${a}), the other of "${second.unit}" (${b}): they do not bear on each other` };
}

interface ReadUnit {
  readonly of: string;
  readonly unit: string | null;
  readonly name: string;
  /** Null for what is counted and not measured. */
  readonly factor: number | null;
}

function unitOf(unit: string): ReadUnit {
  const name = wordsOf(unit).join(" ");
  for (const { of, unit: base, names } of measures)
    for (const [pattern, factor] of names) if (pattern.test(name)) return { of, unit: base, name, factor };
  return { of: "count", unit: null, name: anyone.test(name) ? "people" : name, factor: null };
}

/** A figure that is measured holds to half its last digit; one that is hedged, to one unit of that digit to either side, as for places. */
function intervalOf({ low, best, high }: NumberValue, factor: number | null, hedges: readonly Hedge[]): Interval {
  const isAbout = hedges.some(({ sort }) => sort === "approximate");
  const isPlain = low !== null && low === high;
  const last = isPlain ? lastDigitOf(best ?? low) : 0;
  const slack = !isPlain ? 0 : isAbout ? last : factor === null ? 0 : last / 2;
  const scaled = (value: number | null, open: number) => (value === null ? open : (value + (open < 0 ? -slack : slack)) * (factor ?? 1));
  return { low: Math.max(0, scaled(low, -Infinity)), high: scaled(high, Infinity) };
}

/** 1 of 7, 10 of 30, 0.1 of 2.5: what a written figure is stated to. */
export function lastDigitOf(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 1;
  const [, fraction = ""] = String(Math.abs(value)).split(".");
  if (fraction !== "" && !fraction.includes("e")) return 10 ** -fraction.length;
  let digit = 1;
  while (Math.abs(value) % (digit * 10) === 0) digit *= 10;
  return digit;
}

function tell({ low, high }: Interval, unit: string): string {
  if (low === high) return `${numberWords(low)} ${unit}`;
  if (high === Infinity) return `${numberWords(low)} ${unit} or more`;
  if (low <= 0) return `at most ${numberWords(high)} ${unit}`;
  return `${numberWords(low)} to ${numberWords(high)} ${unit}`;
}
