/** The rules of a place phrase as a person sets them: bounds and steps of each slider, and its words. */
import type { PlaceRules } from "../../reason/place/place-rules.ts";
import type { WordKey } from "../words/t.ts";

export interface RuleField {
  readonly name: string;
  readonly rule: keyof PlaceRules;
  readonly says: WordKey;
  readonly unit: "deg" | "km" | "last-unit" | "share";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  get(rules: PlaceRules): number;
  set(rules: PlaceRules, value: number): PlaceRules[keyof PlaceRules];
}

type Plain = { readonly [Name in keyof PlaceRules]: PlaceRules[Name] extends number ? Name : never }[keyof PlaceRules];

function field(rule: Plain, unit: RuleField["unit"], min: number, max: number, step: number): RuleField {
  return {
    name: rule,
    rule,
    says: `place-rule.${rule}` as WordKey,
    unit,
    min,
    max,
    step,
    get: (rules) => rules[rule],
    set: (_, value) => value,
  };
}

function sideField(part: "halfWidthDeg" | "maxKm", unit: RuleField["unit"], min: number, max: number, step: number): RuleField {
  return {
    ...{ name: `sideOf.${part}`, rule: "sideOf", says: `place-rule.sideOf.${part}`, unit, min, max, step },
    get: ({ sideOf }) => sideOf[part],
    set: ({ sideOf }, value) => ({ ...sideOf, [part]: value }),
  };
}

export const ruleFields = {
  around: field("around", "last-unit", 0, 5, 0.1),
  cardinalHalfWidthDeg: field("cardinalHalfWidthDeg", "deg", 2.5, 90, 2.5),
  headingHalfWidthDeg: field("headingHalfWidthDeg", "deg", 2.5, 90, 2.5),
  sixteenthHalfWidthDeg: field("sixteenthHalfWidthDeg", "deg", 1.25, 90, 1.25),
  sideHalfWidth: sideField("halfWidthDeg", "deg", 2.5, 90, 2.5),
  sideReach: sideField("maxKm", "km", 0.1, 20, 0.1),
  inKm: field("inKm", "km", 0.1, 20, 0.1),
  nearKm: field("nearKm", "km", 0.1, 30, 0.1),
  outsideKm: field("outsideKm", "km", 0.1, 20, 0.1),
  bandShare: field("bandShare", "share", 0.01, 1, 0.01),
  bandLeastKm: field("bandLeastKm", "km", 0.1, 20, 0.1),
} as const satisfies Readonly<Record<string, RuleField>>;
