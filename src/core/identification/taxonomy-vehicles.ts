/**
 * Armoured vehicles of the BMD, BMP, BTR and T families, to the level that public sources tell them apart. `false` stands only where
 * a source gives what is there instead. Facts with `null` are known from memory: they are shown and exclude nothing.
 */
import type { FactSource, NodeFact, TaxonomyNode } from "./taxonomy.ts";
import { byDefinition, sources as from } from "./taxonomy-sources.ts";

const has = (source: FactSource, ...features: string[]): NodeFact[] => features.map((feature) => ({ feature, has: true, source }));
const not = (source: FactSource, ...features: string[]): NodeFact[] => features.map((feature) => ({ feature, has: false, source }));

const roadWheels = ["wheels-five-even", "wheels-five-gapped", "wheels-six", "wheels-six-uneven"];
const otherThan = (...mine: string[]) => roadWheels.filter((wheels) => !mine.includes(wheels));
const guns = ["gun-73", "gun-30", "gun-100-with-30"];
const otherGuns = (...mine: string[]) => guns.filter((gun) => !mine.includes(gun));

const classes: readonly TaxonomyNode[] = [
  {
    key: "afv-tracked",
    label: "tracked armoured vehicle",
    parent: null,
    level: "class",
    facts: [...has(byDefinition, "tracks"), ...not(byDefinition, "tyres-eight")],
    confusables: [],
  },
  {
    key: "afv-wheeled",
    label: "wheeled armoured vehicle",
    parent: null,
    level: "class",
    facts: not(byDefinition, "tracks", ...roadWheels, "rollers-three", "rollers-none"),
    confusables: [],
  },
];

const roles: readonly TaxonomyNode[] = [
  { key: "ifv-tracked", label: "tracked infantry fighting vehicle", parent: "afv-tracked", level: "role", facts: [], confusables: [] },
  { key: "apc-tracked", label: "tracked personnel carrier", parent: "afv-tracked", level: "role", facts: [], confusables: [] },
  { key: "tank", label: "tank", parent: "afv-tracked", level: "role", facts: [], confusables: [] },
  { key: "apc-wheeled", label: "wheeled personnel carrier", parent: "afv-wheeled", level: "role", facts: [], confusables: [] },
];

const bmd: readonly TaxonomyNode[] = [
  {
    key: "bmd",
    label: "BMD family",
    parent: "ifv-tracked",
    level: "family",
    facts: [],
    confusables: [
      { with: "BMP family", why: "the same turrets and guns on a larger hull with six road wheels", source: from.bmp1 },
      { with: "M113", why: "five road wheels too, on a box without a gun turret", source: null },
      { with: "BTR-D", why: "a carrier without a turret on the lengthened chassis", source: null },
    ],
  },
  {
    key: "bmd-1",
    label: "BMD-1",
    parent: "bmd",
    level: "model",
    facts: [
      ...has(from.bmd1Wheels, "wheels-five-even"),
      ...not(from.bmd1Wheels, ...otherThan("wheels-five-even")),
      ...has(from.bmd1, "gun-73", "bow-guns-two"),
      ...not(from.bmd1, ...otherGuns("gun-73")),
    ],
    confusables: [],
  },
  {
    key: "bmd-2",
    label: "BMD-2",
    parent: "bmd",
    level: "model",
    facts: [...has(null, "wheels-five-even"), ...has(from.bmd2, "gun-30"), ...not(from.bmd2, ...otherGuns("gun-30"), "bow-guns-two")],
    confusables: [
      { with: "BMP-2", why: "the same cannon and a turret that looks alike; the running gear tells them apart", source: from.bmp2 },
    ],
  },
  {
    key: "bmd-3",
    label: "BMD-3",
    parent: "bmd",
    level: "model",
    facts: has(null, "wheels-five-even", "gun-30", "turret-two-man"),
    confusables: [],
  },
  {
    key: "bmd-4",
    label: "BMD-4",
    parent: "bmd",
    level: "model",
    facts: [
      ...has(null, "wheels-five-even"),
      ...not(from.bmd4Wheels, "wheels-six", "wheels-six-uneven"),
      ...has(from.bmd4Guns, "gun-100-with-30", "gun-30", "turret-two-man"),
      ...not(from.bmd4Guns, "gun-73"),
    ],
    confusables: [{ with: "BMP-3", why: "the same pair of guns; the BMP-3 has six road wheels", source: from.bmp3Wheels }],
  },
];

const bmp: readonly TaxonomyNode[] = [
  {
    key: "bmp",
    label: "BMP family",
    parent: "ifv-tracked",
    level: "family",
    facts: [],
    confusables: [
      { with: "BMD family", why: "the same turrets and guns on a smaller hull with five road wheels", source: from.bmd1Wheels },
    ],
  },
  {
    key: "bmp-1",
    label: "BMP-1",
    parent: "bmp",
    level: "model",
    facts: [
      ...has(from.bmp1, "wheels-six", "wheels-six-uneven", "rollers-three", "gun-73"),
      ...not(from.bmp1, "wheels-five-even", "wheels-five-gapped", "rollers-none", ...otherGuns("gun-73"), "turret-two-man"),
    ],
    confusables: [],
  },
  {
    key: "bmp-2",
    label: "BMP-2",
    parent: "bmp",
    level: "model",
    facts: [
      ...has(from.bmp2Chassis, "wheels-six", "wheels-six-uneven", "rollers-three"),
      ...not(from.bmp2Chassis, "wheels-five-even", "wheels-five-gapped", "rollers-none"),
      ...has(from.bmp2, "gun-30", "turret-two-man"),
      ...not(from.bmp2, ...otherGuns("gun-30")),
    ],
    confusables: [{ with: "BMD-2", why: "the same cannon; the running gear tells them apart", source: from.bmd2 }],
  },
  {
    key: "bmp-3",
    label: "BMP-3",
    parent: "bmp",
    level: "model",
    facts: [
      ...has(from.bmp3Wheels, "wheels-six"),
      ...not(from.bmp3Wheels, "wheels-five-even", "wheels-five-gapped"),
      ...has(from.bmp3Guns, "gun-100-with-30", "gun-30"),
      ...not(from.bmp3Guns, "gun-73"),
    ],
    confusables: [{ with: "BMD-4", why: "the same pair of guns; the BMD-4M has five road wheels", source: from.bmd4Wheels }],
  },
];

const carriers: readonly TaxonomyNode[] = [
  {
    key: "mt-lb",
    label: "MT-LB",
    parent: "apc-tracked",
    level: "family",
    facts: [
      ...has(from.mtlb, "wheels-six", "rollers-none"),
      ...not(from.mtlb, "wheels-five-even", "wheels-five-gapped", "rollers-three", "gun-73", "gun-100-with-30"),
    ],
    confusables: [],
  },
  {
    key: "btr",
    label: "BTR family",
    parent: "apc-wheeled",
    level: "family",
    facts: [...has(from.btrEight, "tyres-eight"), ...not(null, "gun-73", "gun-100-with-30")],
    confusables: [],
  },
  {
    key: "btr-60",
    label: "BTR-60",
    parent: "btr",
    level: "model",
    facts: [...has(from.btr70, "door-above-belt"), ...not(from.btr70, "door-below-belt", "door-halves")],
    confusables: [],
  },
  {
    key: "btr-70",
    label: "BTR-70",
    parent: "btr",
    level: "model",
    facts: [...has(from.btr70, "door-below-belt"), ...not(from.btr70, "door-above-belt", "door-halves")],
    confusables: [],
  },
  {
    key: "btr-80",
    label: "BTR-80",
    parent: "btr",
    level: "model",
    facts: [...has(from.btr80, "door-halves"), ...not(from.btr80, "door-above-belt")],
    confusables: [{ with: "BTR-82A", why: "the same hull; some BTR-80 carry a 30 mm cannon too", source: from.btr80 }],
  },
  {
    key: "btr-82a",
    label: "BTR-82A",
    parent: "btr",
    level: "model",
    facts: [...has(from.btr82a, "gun-30"), ...has(null, "door-halves")],
    confusables: [{ with: "BTR-80", why: "the same hull; the thin cannon alone does not settle it", source: from.btr80 }],
  },
];

const tanks: readonly TaxonomyNode[] = [
  { key: "t-54-62", label: "T-54, T-55 and T-62", parent: "tank", level: "family", facts: [], confusables: [] },
  {
    key: "t-54-55",
    label: "T-54 or T-55",
    parent: "t-54-62",
    level: "model",
    facts: [...has(from.t55, "wheels-five-gapped", "rollers-none"), ...not(from.t55, ...otherThan("wheels-five-gapped"), "rollers-three")],
    confusables: [{ with: "T-62", why: "its gaps grow to the rear; here the wide gap is behind the first wheel", source: from.t55 }],
  },
  {
    key: "t-62",
    label: "T-62",
    parent: "t-54-62",
    level: "model",
    facts: [...has(from.t62, "wheels-five-gapped"), ...not(from.t62, ...otherThan("wheels-five-gapped"))],
    confusables: [{ with: "T-55", why: "its wide gap is behind the first wheel; here the gaps grow to the rear", source: from.t55 }],
  },
  { key: "t-64-90", label: "T-64, T-72, T-80 and T-90", parent: "tank", level: "family", facts: sixWheels(), confusables: [] },
  {
    key: "t-64",
    label: "T-64",
    parent: "t-64-90",
    level: "model",
    facts: [...has(from.tWheels, "wheels-narrow-steel"), ...not(from.tWheels, "wheels-large-rubber")],
    confusables: [],
  },
  largeWheels("t-72", "T-72", "T-90", "the same wheels"),
  largeWheels("t-80", "T-80", "T-72", "wheels of 670 mm against 750 mm: a measure, not a look"),
  largeWheels("t-90", "T-90", "T-72", "the same wheels"),
];

function sixWheels(): NodeFact[] {
  return [...has(from.tSix, "wheels-six"), ...not(from.tSix, "wheels-five-even", "wheels-five-gapped")];
}

function largeWheels(key: string, label: string, other: string, why: string): TaxonomyNode {
  return {
    ...{ key, label, parent: "t-64-90", level: "model" },
    facts: [...has(from.tWheels, "wheels-large-rubber"), ...not(from.tWheels, "wheels-narrow-steel")],
    confusables: [{ with: other, why, source: from.tWheels }],
  };
}

/** A parent stands before what lies under it. */
export const vehicles: readonly TaxonomyNode[] = [...classes, ...roles, ...bmd, ...bmp, ...carriers, ...tanks];
