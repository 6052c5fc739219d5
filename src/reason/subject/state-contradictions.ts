/**
 * What states and judgements say that cannot all hold, or hardly: listed with the records that say it, and never resolved. Clocks of
 * two items are not compared here: what comes first in another clip is not known from its own seconds.
 */
import type { SamePersonId } from "../../core/subject/same-person.ts";
import type { SubjectFactName, SubjectStateId } from "../../core/subject/subject-state.ts";
import type { SubjectId } from "../../core/subject/subject.ts";
import { joinedTo } from "./same-persons.ts";
import {
  isOutOfFrame,
  type JudgedSame,
  type KnownSubject,
  overlap,
  showsNoSignOfLife,
  signOfLife,
  standingOf,
  type StatedState,
} from "./subject-facts.ts";

export type StateContradiction = {
  readonly subject: SubjectId;
  /** What says the one, and what says the other. */
  readonly records: readonly (SubjectStateId | SamePersonId | SubjectId)[];
} &
  /** Seen and not seen in stretches that overlap. */
  (
    | { readonly sort: "seen-and-not-seen"; readonly fact: SubjectFactName }
    /** No sign of life was seen, and later in the item one is. */
    | { readonly sort: "alive-after-no-sign"; readonly fact: SubjectFactName }
    /** A wound that is seen, and later in the item is looked for and not seen. */
    | { readonly sort: "wound-gone" }
    | { readonly sort: "seen-out-of-frame" }
    /** Only spoken of, and yet something is seen of them. */
    | { readonly sort: "said-yet-seen" }
    /** Two labels that are judged one person, both in the picture at one moment of one item. */
    | { readonly sort: "one-person-twice" }
    /** Judged one person by some judgements, and not by another. */
    | { readonly sort: "same-and-not-same" }
  );

export function stateContradictions(
  subjects: readonly KnownSubject[],
  states: readonly StatedState[],
  judgements: readonly JudgedSame[],
): StateContradiction[] {
  return [...subjects.flatMap((subject) => ofSubject(subject, states)), ...ofJudgements(subjects, states, judgements)];
}

function ofSubject({ id, item, known }: KnownSubject, all: readonly StatedState[]): StateContradiction[] {
  const own = all.filter(({ subject, item: on }) => subject === id && on === item).toSorted((a, b) => a.fromS - b.fromS || a.toS - b.toS);
  const found: StateContradiction[] = own
    .filter((state) => known === "said" && state.facts?.facts.some(({ standing }) => standing === "seen"))
    .map((state) => ({ sort: "said-yet-seen", subject: id, records: [id, state.id] }));
  for (const [index, first] of own.entries()) for (const second of own.slice(index + 1)) found.push(...ofTwo(id, first, second));
  return found;
}

/** `first` begins no later than `second`. */
function ofTwo(subject: SubjectId, first: StatedState, second: StatedState): StateContradiction[] {
  const of = { subject, records: [first.id, second.id] };
  if (!overlap(first, second)) {
    const sign = showsNoSignOfLife(first) ? signOfLife(second) : undefined;
    return [
      ...(sign === undefined ? [] : [{ sort: "alive-after-no-sign" as const, fact: sign, ...of }]),
      ...(standingOf(first, "wounded") === "seen" && standingOf(second, "wounded") === "not-seen"
        ? [{ sort: "wound-gone" as const, ...of }]
        : []),
    ];
  }
  const opposite = (first.facts?.facts ?? []).filter(({ fact, standing }) => {
    const other = standingOf(second, fact);
    return other !== undefined && other !== standing && other !== "cannot-tell" && standing !== "cannot-tell";
  });
  const [out, other] = isOutOfFrame(first) ? [first, second] : [second, first];
  const inPicture =
    isOutOfFrame(out) &&
    !isOutOfFrame(other) &&
    other.facts?.facts.some(({ fact, standing }) => standing === "seen" && fact !== "voice" && fact !== "breath");
  return [
    ...opposite.map(({ fact }) => ({ sort: "seen-and-not-seen" as const, fact, ...of })),
    ...(inPicture === true && !opposite.some(({ fact }) => fact === "not-in-frame") ? [{ sort: "seen-out-of-frame" as const, ...of }] : []),
  ];
}

function ofJudgements(
  subjects: readonly KnownSubject[],
  states: readonly StatedState[],
  judgements: readonly JudgedSame[],
): StateContradiction[] {
  const found: StateContradiction[] = [];
  for (const { id, a, b, verdict } of judgements) {
    const way = verdict === "not-same" ? joinedTo(a, judgements).get(b) : undefined;
    if (way !== undefined) found.push({ sort: "same-and-not-same", subject: a, records: [...way, id] });
  }
  const items = new Map(subjects.map((subject) => [subject.id, subject.item]));
  for (const { id: a } of subjects)
    for (const [b, way] of joinedTo(a, judgements)) {
      // Each two once.
      if (Number(a.slice(1)) >= Number(b.slice(1)) || items.get(a) !== items.get(b)) continue;
      const both = bothInFrame(states, a, b);
      if (both !== undefined) found.push({ sort: "one-person-twice", subject: a, records: [both[0].id, both[1].id, ...way] });
    }
  return found;
}

function bothInFrame(states: readonly StatedState[], a: SubjectId, b: SubjectId): readonly [StatedState, StatedState] | undefined {
  const seen = (subject: SubjectId) => states.filter((state) => state.subject === subject && isInPicture(state));
  for (const one of seen(a)) for (const other of seen(b)) if (one.item === other.item && overlap(one, other)) return [one, other];
  return undefined;
}

function isInPicture(state: StatedState): boolean {
  return (
    !isOutOfFrame(state) &&
    (state.facts?.facts.some(({ fact, standing }) => standing === "seen" && fact !== "voice" && fact !== "breath") ?? false)
  );
}
