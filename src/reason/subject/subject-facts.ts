/** Subjects, states and judgements as the reasoners below are told them: those that stand. */
import type { ItemId } from "../../core/item/item.ts";
import type { SamePersonBasis, SamePersonId, SamePersonVerdict } from "../../core/subject/same-person.ts";
import type { SubjectFactName, SubjectStateFacts, SubjectStateId } from "../../core/subject/subject-state.ts";
import { signsOfLife } from "../../core/subject/subject-state.ts";
import type { SubjectId, SubjectKnown } from "../../core/subject/subject.ts";

export interface StatedState {
  readonly id: SubjectStateId;
  readonly subject: SubjectId;
  readonly item: ItemId;
  readonly fromS: number;
  readonly toS: number;
  /** Undefined where this copy withholds them. */
  readonly facts: SubjectStateFacts | undefined;
}

export interface JudgedSame {
  readonly id: SamePersonId;
  readonly a: SubjectId;
  readonly b: SubjectId;
  readonly verdict: SamePersonVerdict;
  readonly on: readonly SamePersonBasis[];
}

export interface KnownSubject {
  readonly id: SubjectId;
  readonly item: ItemId;
  readonly known: SubjectKnown;
}

export function standingOf({ facts }: StatedState, fact: SubjectFactName) {
  return facts?.facts.find((one) => one.fact === fact)?.standing;
}

export function isOutOfFrame(state: StatedState): boolean {
  return standingOf(state, "not-in-frame") === "seen";
}

/** A sign of life that is seen in it. */
export function signOfLife(state: StatedState): SubjectFactName | undefined {
  return signsOfLife.find((sign) => standingOf(state, sign) === "seen");
}

/** Signs of life were looked for, and none was seen. That is not death. */
export function showsNoSignOfLife(state: StatedState): boolean {
  return signOfLife(state) === undefined && signsOfLife.some((sign) => standingOf(state, sign) === "not-seen");
}

/** Whether two stretches have more than a moment in common; of a single moment, whether the other holds it. */
export function overlap(a: StatedState, b: StatedState): boolean {
  const [from, to] = [Math.max(a.fromS, b.fromS), Math.min(a.toS, b.toS)];
  return from < to || (from === to && (a.fromS === a.toS || b.fromS === b.toS));
}
