/**
 * ELAN's annotation format (EAF 3.0 and before) as tiers. ELAN has a tier for each person who speaks; tiers of one sort become one of
 * ours, with a speaker for each segment. Tiers below another one are written from it.
 */
import { counted } from "../../core/text/counted.ts";
import { languageCode } from "../../core/tier/language-code.ts";
import { withoutMarks } from "../../core/tier/plain-marks.ts";
import { mostSegments, type TierSort } from "../../core/tier/tier.ts";
import { type FileCue, type FileTier, plainCue, type TierFile, TierFileRefused } from "../../core/tier/tier-file.ts";
import { createTold, type Told } from "../../core/tier/told.ts";
import { type EafAnnotation, type EafTier, readAnnotations } from "./eaf-annotations.ts";
import { type EafElement, elementsOf, readEafTree } from "./eaf-tree.ts";

/** Tiers of ours that one file may become. */
const mostTiers = 100;

/** How we name a tier of segments without a speaker; a second one holds what overlaps. */
const ownLane = /^(?:verbatim|translation|notes|on-screen)-w\d+(?:-\d+)?$/;

interface Group {
  readonly sort: TierSort | null;
  readonly language: string | null;
  readonly tiers: EafTier[];
  /** Key of the group of the outermost tier above. */
  readonly root: string | null;
}

/** Throws TierFileRefused. */
export function readEaf(text: string): TierFile {
  const root = readEafTree(text);
  const told = createTold("annotation");
  const tiers = readAnnotations(root, told);
  noteMedia(root, told);
  if (tiers.some(({ attributes }) => (attributes["ANNOTATOR"] ?? "") !== "")) told.say("Who annotated the tiers in ELAN is not kept");
  const groups = groupsOf(root, tiers);
  if (groups.size > mostTiers)
    throw new TierFileRefused(`the file: expected at most ${counted(mostTiers, "sort")} of tiers; found ${groups.size}`);
  const place = new Map([...groups.keys()].map((key, at) => [key, at]));
  const ancestors = rootsOf(tiers);
  const where = new Map<string, number>();
  const made = [...groups].map(([, group]): FileTier => {
    const from = group.root === null ? null : (place.get(group.root) ?? null);
    const cues = cuesOf(group, (id) => (from === null ? null : (where.get(ancestors.get(id) ?? "") ?? null)), told);
    if (cues.length > mostSegments)
      throw new TierFileRefused(`the file: expected at most ${mostSegments} annotations of one sort; found ${cues.length}`);
    for (const [at, { annotation }] of cues.entries()) where.set(annotation, at);
    return { sort: group.sort, language: group.language, cues: cues.map(({ cue }) => cue), from };
  });
  return { tiers: kept(made), notes: told.notes() };
}

/** Tiers without annotations are no tiers; what was written from one of them is written from nothing. */
function kept(tiers: readonly FileTier[]): FileTier[] {
  const full = tiers.filter(({ cues }) => cues.length > 0);
  const place = new Map(full.map((tier, at) => [tier, at]));
  return full.map((tier) => {
    const above = tier.from === null ? undefined : tiers[tier.from];
    return { ...tier, from: above === undefined ? null : (place.get(above) ?? null) };
  });
}

/** In the order of the file, parents first. */
function groupsOf(root: EafElement, tiers: readonly EafTier[]): Map<string, Group> {
  const named = new Map(tiers.map((tier) => [tier.id, tier]));
  const languages = new Map(elementsOf(root, "LANGUAGE").map(({ attributes }) => [attributes["LANG_ID"] ?? "", attributes]));
  const keys = new Map<string, string>();
  const groups = new Map<string, Group>();
  for (const tier of tiers) {
    const type = tier.attributes["LINGUISTIC_TYPE_REF"] ?? "";
    const reference = tier.attributes["LANG_REF"] ?? "";
    const parent = named.get(tier.attributes["PARENT_REF"] ?? "");
    const above = parent === undefined ? undefined : groups.get(keys.get(parent.id) ?? "");
    const key = JSON.stringify([above === undefined ? null : keys.get(parent?.id ?? ""), type, reference]);
    keys.set(tier.id, key);
    const group = groups.get(key);
    if (group !== undefined) {
      group.tiers.push(tier);
      continue;
    }
    const language = languageCode(reference) ?? languageCode(languages.get(reference)?.["LANG_LABEL"] ?? null);
    const rootKey = above === undefined ? null : (above.root ?? keys.get(parent?.id ?? "") ?? null);
    const top = rootKey === null ? undefined : groups.get(rootKey);
    groups.set(key, { sort: sortOf(`${type} ${tier.id}`, language, top), language, tiers: [tier], root: rootKey });
  }
  return groups;
}

/** ELAN does not say what a tier is: its name does, or that it is in another language than the tier above. */
function sortOf(name: string, language: string | null, above: Group | undefined): TierSort | null {
  if (/transl|\bft\b|\bft@|gloss|перев|перекл|ترجم/iu.test(name)) return "translation";
  if (/\bnotes?\b|comment|remark|прим/iu.test(name)) return "notes";
  if (above === undefined) return /on-screen|\bocr\b/i.test(name) ? "on-screen" : null;
  return language !== null && above.language !== null && language !== above.language ? "translation" : "notes";
}

/** Of each annotation, the one at the top of its chain. */
function rootsOf(tiers: readonly EafTier[]): Map<string, string> {
  const roots = new Map<string, string>();
  for (const { annotations } of tiers)
    for (const { id, parent } of annotations) roots.set(id, parent === null ? id : (roots.get(parent) ?? parent));
  return roots;
}

interface Placed {
  readonly annotation: string;
  readonly cue: FileCue;
}

function cuesOf({ tiers, root }: Group, source: (id: string) => number | null, told: Told): Placed[] {
  const several = tiers.length > 1;
  const cues = tiers.flatMap((tier) => {
    const participant = (tier.attributes["PARTICIPANT"] ?? "").trim();
    // Where nobody is named, tiers side by side are still of several speakers.
    const speaker = participant !== "" ? participant : several && root === null && !ownLane.test(tier.id) ? tier.id : null;
    return tier.annotations.map((annotation): Placed => ({
      annotation: annotation.id,
      cue: cueOf(annotation, speaker, source(annotation.id)),
    }));
  });
  if (root !== null)
    told.add("# that belongs to one of another tier, as what is written from it", cues.filter(({ cue }) => cue.of !== null).length);
  return cues.sort((a, b) => a.cue.startMs - b.cue.startMs);
}

function cueOf({ id, startMs, endMs, value }: EafAnnotation, speaker: string | null, of: number | null): FileCue {
  const number = /^[a-z]*([1-9]\d{0,6})$/i.exec(id)?.[1];
  return { ...plainCue, ...withoutMarks(value), startMs, endMs, speaker, of, id: number === undefined ? null : Number(number) };
}

function noteMedia(root: EafElement, told: Told): void {
  const media = elementsOf(elementsOf(root, "HEADER")[0], "MEDIA_DESCRIPTOR");
  const origins = new Set(media.map(({ attributes }) => attributes["TIME_ORIGIN"] ?? "0"));
  if (media.length > 1) told.say(`The file is about ${counted(media.length, "recording")}: times are on the clock of ELAN's first`);
  if ([...origins].some((origin) => origin !== "0"))
    told.say("A recording of the file begins elsewhere on ELAN's clock (TIME_ORIGIN): check the times against the recording");
}
