/**
 * Annotations of an ELAN file with their times, whatever gives them: their own time slots, or the annotation they refer to. Slots
 * without a time are placed evenly between the neighbours that have one, as ELAN shows them.
 */
import { TierFileRefused } from "../../core/tier/tier-file.ts";
import type { Told } from "../../core/tier/told.ts";
import { type EafElement, elementsOf } from "./eaf-tree.ts";

export interface EafAnnotation {
  readonly id: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly value: string;
  /** The annotation of the parent tier that it belongs to. */
  readonly parent: string | null;
}

export interface EafTier {
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly annotations: readonly EafAnnotation[];
}

interface Raw {
  readonly id: string;
  readonly slots: readonly [string, string] | null;
  readonly ref: string | null;
  readonly value: string;
}

/** ELAN shows a tier a line: nobody works on so many. */
const mostTiers = 1000;

const placed = "# without a time of its own in the file: placed evenly between those that have one";
const lost = "# left out: nothing in the file says when it is";

/** Milliseconds of one unit of HEADER's TIME_UNITS. */
const units: Readonly<Record<string, number>> = {
  ...{ milliseconds: 1, "PAL-frames": 40, "PAL-50-frames": 20, "NTSC-frames": 1001 / 30 },
};

export function readAnnotations(root: EafElement, told: Told): EafTier[] {
  const unit = units[elementsOf(root, "HEADER")[0]?.attributes["TIME_UNITS"] ?? "milliseconds"] ?? 1;
  const order = elementsOf(elementsOf(root, "TIME_ORDER")[0], "TIME_SLOT");
  const slots = new Map<string, number>();
  for (const { attributes } of order) {
    const value = attributes["TIME_VALUE"];
    if (value !== undefined && /^\d{1,12}$/.test(value)) slots.set(attributes["TIME_SLOT_ID"] ?? "", Math.round(Number(value) * unit));
  }
  const known = new Map<string, EafAnnotation>();
  const tiers: EafTier[] = [];
  const elements = elementsOf(root, "TIER");
  if (elements.length > mostTiers) throw new TierFileRefused(`the file: expected at most ${mostTiers} tiers; found ${elements.length}`);
  for (const element of parentsFirst(elements)) {
    const raw = elementsOf(element, "ANNOTATION").flatMap(rawOf);
    const parent = element.attributes["PARENT_REF"] ?? null;
    const above = parent === null ? [] : (tiers.find(({ id }) => id === parent)?.annotations ?? []);
    const annotations = [...aligned(raw, slots, above, told), ...referring(raw, known, told)];
    for (const one of annotations) known.set(one.id, one);
    tiers.push({ id: element.attributes["TIER_ID"] ?? "", attributes: element.attributes, annotations });
  }
  return tiers;
}

/** A tier that names itself, or a circle, as its parent is left where it stands. */
function parentsFirst(tiers: readonly EafElement[]): EafElement[] {
  const named = new Map(tiers.map((tier) => [tier.attributes["TIER_ID"], tier]));
  const out = new Set<EafElement>();
  for (const tier of tiers) {
    const chain: EafElement[] = [];
    for (let at: EafElement | undefined = tier; at !== undefined && !out.has(at) && !chain.includes(at);) {
      chain.push(at);
      at = named.get(at.attributes["PARENT_REF"]);
    }
    for (const one of chain.reverse()) out.add(one);
  }
  return [...out];
}

function rawOf(annotation: EafElement): Raw[] {
  return annotation.children.flatMap((element): Raw[] => {
    const { attributes } = element;
    const id = attributes["ANNOTATION_ID"] ?? "";
    const value = elementsOf(element, "ANNOTATION_VALUE")[0]?.text ?? "";
    if (element.name === "ALIGNABLE_ANNOTATION")
      return [{ id, value, slots: [attributes["TIME_SLOT_REF1"] ?? "", attributes["TIME_SLOT_REF2"] ?? ""], ref: null }];
    return element.name === "REF_ANNOTATION" ? [{ id, value, slots: null, ref: attributes["ANNOTATION_REF"] ?? "" }] : [];
  });
}

function aligned(raw: readonly Raw[], given: ReadonlyMap<string, number>, above: readonly EafAnnotation[], told: Told): EafAnnotation[] {
  const own = raw.flatMap((one) => (one.slots === null ? [] : [{ ...one, slots: one.slots }]));
  const inTime = [...above].sort((a, b) => a.startMs - b.startMs);
  const times = interpolated(
    own.flatMap(({ slots }) => slots),
    given,
  );
  return own.flatMap(({ id, value, slots: [first, second] }) => {
    const [startMs, endMs] = [times.get(first), times.get(second)];
    if (startMs === undefined || endMs === undefined) {
      told.add(lost);
      return [];
    }
    if (!given.has(first) || !given.has(second)) told.add(placed);
    const parent = around(inTime, (startMs + endMs) / 2)?.id ?? null;
    return [{ id, startMs, endMs, value, parent }];
  });
}

/** The one of a tier, whose annotations do not overlap, that holds the moment. */
function around(inTime: readonly EafAnnotation[], ms: number): EafAnnotation | undefined {
  let [low, high] = [0, inTime.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((inTime[middle]?.startMs ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  const found = inTime[low - 1];
  return found !== undefined && ms <= found.endMs ? found : undefined;
}

/** Slots of one tier in the order of its annotations; those without a time lie between two that have one. */
function interpolated(refs: readonly string[], given: ReadonlyMap<string, number>): Map<string, number> {
  const chain = refs.filter((ref, at) => ref !== refs[at - 1]);
  const times = new Map<string, number>();
  let last = -1;
  for (const [at, ref] of chain.entries()) {
    const value = given.get(ref);
    if (value === undefined) continue;
    times.set(ref, value);
    const before = given.get(chain[last] ?? "");
    for (let one = last + 1; before !== undefined && one < at; one++)
      times.set(chain[one] ?? "", Math.round(before + ((value - before) * (one - last)) / (at - last)));
    last = at;
  }
  return times;
}

/** Several that refer to one annotation share its time evenly, in their order (Symbolic_Subdivision). */
function referring(raw: readonly Raw[], known: ReadonlyMap<string, EafAnnotation>, told: Told): EafAnnotation[] {
  const groups = new Map<string, Raw[]>();
  for (const one of raw) {
    if (one.ref === null) continue;
    const group = groups.get(one.ref);
    if (group === undefined) groups.set(one.ref, [one]);
    else group.push(one);
  }
  return [...groups].flatMap(([ref, group]) => {
    const parent = known.get(ref);
    if (parent === undefined) {
      told.add(lost, group.length);
      return [];
    }
    if (group.length > 1) told.add(placed, group.length);
    const share = (parent.endMs - parent.startMs) / group.length;
    return group.map(({ id, value }, at) => ({
      ...{ id, value, parent: ref },
      startMs: Math.round(parent.startMs + share * at),
      endMs: Math.round(parent.startMs + share * (at + 1)),
    }));
  });
}
