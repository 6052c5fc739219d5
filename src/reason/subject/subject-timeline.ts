/**
 * Subjects by time, for one item: a lane for each label, cut where the picture is cut. Where nobody stated anything there is a gap,
 * and over a cut nothing goes on: what lies between two shots of a camera is not in the item, however continuous it looks.
 */
import type { SubjectStateId } from "../../core/subject/subject-state.ts";
import type { SubjectId } from "../../core/subject/subject.ts";
import { isOutOfFrame, showsNoSignOfLife, signOfLife, type StatedState } from "./subject-facts.ts";

/** `alive`: a sign of life is seen. `no-sign`: looked for and not seen, which is not death. `stated`: something else is said. */
export type LaneStanding = "alive" | "no-sign" | "stated" | "out-of-frame" | "unsaid";

export interface LanePart {
  readonly fromS: number;
  readonly toS: number;
  readonly standing: LaneStanding;
  /** States that say something of this part; more than one where they overlap. */
  readonly states: readonly SubjectStateId[];
  /** A cut of the picture lies at its end: the next part does not follow on this one. */
  readonly endsInCut: boolean;
}

export interface SubjectLane {
  readonly subject: SubjectId;
  readonly parts: readonly LanePart[];
}

/** Parts in the order of time, without holes between `startS` and `endS`. A state of one moment is a part of no length. */
export function subjectLane(
  subject: SubjectId,
  states: readonly StatedState[],
  { startS, endS, cuts }: { readonly startS: number; readonly endS: number; readonly cuts: readonly number[] },
): SubjectLane {
  const own = states.filter((state) => state.subject === subject);
  const inside = (s: number): boolean => s > startS && s < endS;
  const edges = [
    ...new Set([startS, endS, ...own.flatMap(({ fromS, toS }) => [fromS, toS]).filter(inside), ...cuts.filter(inside)]),
  ].toSorted((a, b) => a - b);
  const cutAt = new Set(cuts);
  const parts: LanePart[] = [];
  for (const [index, fromS] of edges.slice(0, -1).entries()) {
    const toS = edges[index + 1] as number;
    const said = own.filter((state) => state.fromS < state.toS && state.fromS <= fromS && state.toS >= toS);
    for (const moment of own.filter((state) => state.fromS === state.toS && state.fromS === fromS))
      parts.push({ fromS, toS: fromS, standing: standingIn([moment]), states: [moment.id], endsInCut: false });
    const part = { fromS, toS, standing: standingIn(said), states: said.map(({ id }) => id), endsInCut: cutAt.has(toS) };
    const before = parts.at(-1);
    // Parts that say the same and are no cut apart are one.
    if (before !== undefined && before.toS > before.fromS && !before.endsInCut && sameSaid(before, part))
      parts[parts.length - 1] = { ...part, fromS: before.fromS };
    else parts.push(part);
  }
  for (const moment of own.filter(({ fromS, toS }) => fromS === toS && fromS === endS))
    parts.push({ fromS: endS, toS: endS, standing: standingIn([moment]), states: [moment.id], endsInCut: false });
  return { subject, parts };
}

function sameSaid(a: LanePart, b: LanePart): boolean {
  return a.standing === b.standing && a.states.length === b.states.length && a.states.every((state, index) => state === b.states[index]);
}

function standingIn(states: readonly StatedState[]): LaneStanding {
  if (states.length === 0) return "unsaid";
  if (states.some((state) => signOfLife(state) !== undefined)) return "alive";
  if (states.some(showsNoSignOfLife)) return "no-sign";
  return states.every(isOutOfFrame) ? "out-of-frame" : "stated";
}
