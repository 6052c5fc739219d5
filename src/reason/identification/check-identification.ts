/** What a ladder may not hold: rungs without a basis, a unit where a group is asked for, a name anywhere. */
import type { Identification } from "../../core/identification/identification.ts";
import type { Taxonomy } from "../../core/identification/taxonomy.ts";
import { likelyNames, namedInFull, outletWords } from "./person-names.ts";

const unitWords =
  /(?<![\p{L}])(?:battalions?|brigades?|regiments?|legions?|compan(?:y|ies)|platoons?|squadrons?|divisions?|corps|батальйон|бригад|полк|легіон|рот[аи]|батальон|легион)/iu;

/** Why the ladder cannot stand as it is, or undefined. Names are asked for apart. */
export function faultOfIdentification(taxonomy: Taxonomy, { event, seen, means, actor, unit }: Identification): string | undefined {
  const feature = seen.find((one) => !taxonomy.features.some(({ key }) => key === one.feature));
  if (feature !== undefined) return `feature ${feature.feature}: expected one of the taxonomy ${taxonomy.version}; found none of that key`;
  const twice = seen.find((one, at) => seen.findIndex((other) => other.feature === one.feature) !== at);
  if (twice !== undefined) return `feature ${twice.feature}: expected each once; found it twice`;
  const marking = means.find((one) => !taxonomy.markings.some(({ key }) => key === one.marking));
  if (marking !== undefined) return `marking ${marking.marking}: expected one of the taxonomy ${taxonomy.version}; found none of that key`;
  const joined = unit.assertions.find((one) => (one.event === event) === (one.says.is === "elsewhere"));
  if (joined !== undefined)
    return joined.event === event
      ? "unit: expected what is said of this event; found one that is said to be of another"
      : `unit: expected what is said of ${event === "unassigned" ? "no event yet, as the identification" : event}; found what is said of ${joined.event === "unassigned" ? "none" : joined.event}. Note that somebody speaks of another event, without the words: nothing joins the two.`;
  if (seen.length === 0 && means.length === 0 && actor === "unknown") return "expected something that is seen or worn; found nothing";
  if (actor === "unknown") return undefined;
  if (unitWords.test(actor.words))
    return "expected words for a group of persons; found a unit. Who says which unit is a rung of its own, and nothing settles it here.";
  const kinds = new Set(actor.bases.map(({ kind }) => kind));
  if (kinds.size < 2)
    return `expected two kinds of basis for words that say who they are; found one (${[...kinds].join("")}). Bands, flags and painted letters are one kind. Without a second the ladder says what was worn.`;
  if (kinds.has("marks") && means.length === 0) return "basis marks: expected a marking on the second rung; found none";
  return undefined;
}

/** Words in it, or in the reason for it, that look like a person's name, in its order. Only what was heard stands as it was heard. */
export function namesInIdentification({ means, actor, unit }: Identification, reason = ""): string[] {
  const told = [
    ...means.map(({ basis }) => basis),
    ...(actor === "unknown" ? [] : [actor.words, ...actor.bases.map(({ words }) => words)]),
    ...unit.assertions.flatMap(({ says }) => (says.is === "unit" ? [says.words] : [])),
    ...unit.speech.flatMap(({ readings }) => readings),
  ];
  const spokenFor = [...unit.assertions.map(({ by }) => by), reason];
  const heard = unit.speech.map(({ words }) => words);
  return [
    ...new Set([
      ...told.flatMap((words) => likelyNames(words)),
      ...spokenFor.flatMap((words) => likelyNames(words, outletWords)),
      ...heard.flatMap(namedInFull),
    ]),
  ];
}

/** Why words beside an identification cannot be kept, or undefined. The name itself is in no message: those are kept. */
export function faultOfNaming(item: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return `expected words that name no person; found what looks like a name. Put it in a restricted note on ${item} and write a neutral label instead.`;
}
