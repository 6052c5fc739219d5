/** A ladder while it is filled in: everything may still be missing, and it becomes an identification only where nothing is. */
import type { EventId } from "../../core/event/event.ts";
import {
  type BasisKind,
  type FeatureState,
  Identification,
  type SpeechToken,
  type UnitAssertion,
} from "../../core/identification/identification.ts";
import { ItemId } from "../../core/item/item.ts";
import type { ObservationId } from "../../core/observation/observation.ts";

export interface FeatureDraft {
  readonly state: FeatureState;
  readonly observations: readonly ObservationId[];
}

export interface IdentificationDraft {
  readonly item: string;
  readonly event: EventId | "unassigned";
  readonly subject: string;
  readonly seen: Readonly<Record<string, FeatureDraft>>;
  readonly means: readonly { readonly marking: string; readonly day: string; readonly basis: string }[];
  readonly actorWords: string;
  readonly bases: readonly { readonly kind: BasisKind; readonly words: string }[];
  readonly assertions: readonly UnitAssertion[];
  readonly speech: readonly SpeechToken[];
}

export const emptyDraft: IdentificationDraft = {
  ...{ item: "", event: "unassigned", subject: "V1", seen: {}, means: [], actorWords: "", bases: [], assertions: [], speech: [] },
};

export function draftOf({ item, event, subject, seen, means, actor, unit }: Identification): IdentificationDraft {
  return {
    ...{ item: item.slice(1), event, subject, means },
    seen: Object.fromEntries(seen.map(({ feature, state, observations }) => [feature, { state, observations }])),
    actorWords: actor === "unknown" ? "" : actor.words,
    bases: actor === "unknown" ? [] : actor.bases,
    assertions: unit.assertions.map((one) => (one.says.is === "elsewhere" ? { ...one, says: { is: "unit", words: "" } } : one)),
    speech: unit.speech,
  };
}

/** "12" and "i12" are the same item. */
export function draftItem({ item }: IdentificationDraft): ItemId | undefined {
  return ItemId.safeParse(`i${item.trim().replace(/^i/i, "")}`).data;
}

/** Rows that are begun and not filled in are left out; undefined while the whole is no identification yet. */
export function identificationOf(draft: IdentificationDraft): Identification | undefined {
  const words = draft.actorWords.trim();
  const bases = draft.bases.filter((basis) => basis.words.trim() !== "");
  return Identification.safeParse({
    item: draftItem(draft),
    event: draft.event,
    subject: draft.subject.trim(),
    seen: Object.entries(draft.seen).map(([feature, { state, observations }]) => ({ feature, state, observations })),
    means: draft.means.filter(({ basis, day }) => basis.trim() !== "" && day !== ""),
    actor: words === "" || bases.length === 0 ? "unknown" : { words, bases },
    unit: {
      // Of another event the words are left out: no record holds the unit of one event beside the persons of another.
      assertions: draft.assertions
        .map((one) => (one.event === draft.event ? one : { ...one, says: { is: "elsewhere" } }))
        .filter(({ by, says }) => by.trim() !== "" && (!("words" in says) || says.words.trim() !== "")),
      speech: draft.speech
        .map((token) => ({ ...token, readings: token.readings.filter((reading) => reading.trim() !== "") }))
        .filter((token) => token.words.trim() !== "" && token.readings.length > 0),
    },
  }).data;
}

/** Every place of the name in the ladder's words, with the label instead. */
export function withoutName(draft: IdentificationDraft, name: string, label: string): IdentificationDraft {
  const clean = (words: string) => words.replaceAll(name, label);
  return {
    ...draft,
    actorWords: clean(draft.actorWords),
    bases: draft.bases.map((basis) => ({ ...basis, words: clean(basis.words) })),
    means: draft.means.map((mark) => ({ ...mark, basis: clean(mark.basis) })),
    assertions: draft.assertions.map((one) => ({
      ...one,
      by: clean(one.by),
      ...(one.says.is === "unit" ? { says: { is: "unit", words: clean(one.says.words) } } : {}),
    })),
    speech: draft.speech.map((token) => ({ ...token, words: clean(token.words), readings: token.readings.map(clean) })),
  };
}
