/**
 * The ladder of one identification, worked out: what is seen, what that meant on the day, who is inferred. No rung gives more than
 * its own basis carries: marks say what was worn, two kinds of basis say who, and nothing here says which unit.
 */
import type { BasisKind, Identification, SpeechToken, UnitAssertion } from "../../core/identification/identification.ts";
import type { Taxonomy } from "../../core/identification/taxonomy.ts";
import { exclusionByFeature, type ExclusionAnswer } from "./exclusion-by-feature.ts";
import { meaningsOn, type MeaningsOnDay } from "./marking-meanings.ts";
import { borneWords } from "./worn-words.ts";

export interface LadderAnswer {
  readonly taxonomy: string;
  /** Null where no feature was looked at. */
  readonly vehicle: ExclusionAnswer | null;
  readonly marks: readonly (MeaningsOnDay & { readonly basis: string })[];
  readonly actor: {
    /** `marks`: what was worn, and no more. `inferred`: a person's words on two kinds of basis at least. */
    readonly state: "unknown" | "marks" | "inferred";
    readonly words: string;
    readonly kinds: readonly BasisKind[];
  };
  readonly unit: {
    readonly state: "unresolved" | "not-asked";
    readonly assertions: readonly UnitAssertion[];
    /** Who speaks of another event, without the words: nothing is carried over. */
    readonly ofOtherEvents: readonly UnitAssertion[];
    readonly speech: readonly SpeechToken[];
  };
  readonly caveats: readonly Caveat[];
}

/** What is printed with every answer that rests on such a thing. */
export type Caveat = "worn-not-who" | "captured-vehicles" | "list-not-complete" | "memory-excludes-nothing" | "unit-not-carried-over";

export function climbLadder(taxonomy: Taxonomy, { event, seen, means, actor, unit, subject }: Identification): LadderAnswer {
  const vehicle = seen.length === 0 ? null : exclusionByFeature(taxonomy, seen);
  const marks = means.flatMap(({ marking, day, basis }) => {
    const meanings = meaningsOn(taxonomy, marking, day);
    return meanings === undefined ? [] : [{ ...meanings, basis }];
  });
  const borne = borneWords(marks, subject);
  const kinds = actor === "unknown" ? [] : [...new Set(actor.bases.map(({ kind }) => kind))];
  const ofOtherEvents = unit.assertions.filter((assertion) => assertion.event !== event);
  return {
    taxonomy: taxonomy.version,
    vehicle,
    marks,
    actor:
      actor !== "unknown" && kinds.length >= 2
        ? { state: "inferred", words: actor.words, kinds }
        : { state: borne === null ? "unknown" : "marks", words: borne ?? "unknown", kinds },
    unit: {
      state: unit.assertions.length + unit.speech.length === 0 ? "not-asked" : "unresolved",
      assertions: unit.assertions.filter((assertion) => assertion.event === event),
      ofOtherEvents,
      speech: unit.speech,
    },
    caveats: [
      ...(marks.length > 0 ? (["worn-not-who"] as const) : []),
      ...(vehicle !== null || marks.some(({ sort }) => sort === "painted") ? (["captured-vehicles"] as const) : []),
      ...(vehicle === null ? [] : (["list-not-complete"] as const)),
      ...(vehicle?.nodes.some(({ fromMemory }) => fromMemory.length > 0) === true ? (["memory-excludes-nothing"] as const) : []),
      ...(ofOtherEvents.length > 0 ? (["unit-not-carried-over"] as const) : []),
    ],
  };
}
