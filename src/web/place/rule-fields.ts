/** The rules of a place phrase as a person sets them: bounds and steps of each slider, and its words. */
import type { PlaceRules } from "../../reason/place/place-rules.ts";
import type { WordKey } from "../words/t.ts";

export interface RuleField {
  readonly name: string;
  readonly rule: keyof PlaceRules;
  readonly says: WordKey;
  readonly unit: "deg" | "km" | "last-unit" | "share" | "kmh" | "times";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  get(rules: PlaceRules): number;
  set(rules: PlaceRules, value: number): PlaceRules[keyof PlaceRules];
}

type Bounds = readonly [unit: RuleField["unit"], min: number, max: number, step: number];
type Plain = { readonly [Name in keyof PlaceRules]: PlaceRules[Name] extends number ? Name : never }[keyof PlaceRules];
type Count = keyof PlaceRules["counts"];

function field(rule: Plain, [unit, min, max, step]: Bounds): RuleField {
  return { name: rule, rule, says: `place-rule.${rule}`, unit, min, max, step, get: (rules) => rules[rule], set: (_, value) => value };
}

function sideField(part: keyof PlaceRules["sideOf"], [unit, min, max, step]: Bounds): RuleField {
  return {
    ...{ name: `sideOf.${part}`, rule: "sideOf", says: `place-rule.sideOf.${part}`, unit, min, max, step },
    get: ({ sideOf }) => sideOf[part],
    set: ({ sideOf }, value) => ({ ...sideOf, [part]: value }),
  };
}

function figureField(part: keyof PlaceRules["figures"], [unit, min, max, step]: Bounds): RuleField {
  return {
    ...{ name: `figures.${part}`, rule: "figures", says: `place-rule.figures.${part}`, unit, min, max, step },
    get: ({ figures }) => figures[part],
    set: ({ figures }, value) => ({ ...figures, [part]: value }),
  };
}

function travelField(part: keyof PlaceRules["travel"], [unit, min, max, step]: Bounds): RuleField {
  return {
    ...{ name: `travel.${part}`, rule: "travel", says: `place-rule.travel.${part}`, unit, min, max, step },
    get: ({ travel }) => travel[part],
    set: ({ travel }, value) => ({ ...travel, [part]: value }),
  };
}

/** The other end gives way, so that the lower one stays the lower. */
function countField(word: Count, end: 0 | 1, max: number): RuleField {
  return {
    ...{ name: `counts.${word}.${end}`, rule: "counts", says: `place-rule.counts.${word}.${end === 0 ? "low" : "high"}` },
    ...{ unit: "times", min: 0.5, max, step: 0.5 },
    get: ({ counts }) => counts[word][end],
    set: ({ counts }, value) => {
      const [low, high] = counts[word];
      return { ...counts, [word]: end === 0 ? [value, Math.max(value, high)] : [Math.min(value, low), value] };
    },
  };
}

export const ruleFields = {
  around: field("around", ["last-unit", 0, 5, 0.1]),
  fives: figureField("fives", ["last-unit", 1, 10, 1]),
  bearing: figureField("bearingHalfWidthDeg", ["deg", 0.5, 45, 0.5]),
  cardinalHalfWidthDeg: field("cardinalHalfWidthDeg", ["deg", 2.5, 90, 2.5]),
  headingHalfWidthDeg: field("headingHalfWidthDeg", ["deg", 2.5, 90, 2.5]),
  sixteenthHalfWidthDeg: field("sixteenthHalfWidthDeg", ["deg", 1.25, 90, 1.25]),
  sideHalfWidth: sideField("halfWidthDeg", ["deg", 2.5, 90, 2.5]),
  sideReach: sideField("maxKm", ["km", 0.1, 20, 0.1]),
  inKm: field("inKm", ["km", 0.1, 20, 0.1]),
  nearKm: field("nearKm", ["km", 0.1, 30, 0.1]),
  outsideKm: field("outsideKm", ["km", 0.1, 20, 0.1]),
  bandShare: field("bandShare", ["share", 0.01, 1, 0.01]),
  bandLeastKm: field("bandLeastKm", ["km", 0.1, 20, 0.1]),
  halfwayShare: field("halfwayShare", ["share", 0.01, 0.5, 0.01]),
  towardsShare: field("towardsShare", ["share", 0.05, 1, 0.05]),
  edgeFromShare: field("edgeFromShare", ["share", 0, 1, 0.05]),
  edgeBeyondKm: field("edgeBeyondKm", ["km", 0.1, 10, 0.1]),
  partHalfWidthDeg: field("partHalfWidthDeg", ["deg", 2.5, 90, 2.5]),
  centreShare: field("centreShare", ["share", 0.05, 1, 0.05]),
  oppositeKm: field("oppositeKm", ["km", 0.05, 5, 0.05]),
  acrossKm: field("acrossKm", ["km", 0.1, 20, 0.1]),
  walkKmh: travelField("walkKmh", ["kmh", 1, 10, 0.5]),
  cycleKmh: travelField("cycleKmh", ["kmh", 5, 40, 1]),
  driveKmh: travelField("driveKmh", ["kmh", 10, 150, 5]),
  leastShare: travelField("leastShare", ["share", 0, 1, 0.05]),
  coupleLow: countField("couple", 0, 5),
  coupleHigh: countField("couple", 1, 5),
  fewLow: countField("few", 0, 15),
  fewHigh: countField("few", 1, 15),
  severalLow: countField("several", 0, 20),
  severalHigh: countField("several", 1, 20),
  pairTimes: field("pairTimes", ["times", 1, 100, 1]),
  beyondTimes: field("beyondTimes", ["times", 1, 10, 0.5]),
} as const satisfies Readonly<Record<string, RuleField>>;
