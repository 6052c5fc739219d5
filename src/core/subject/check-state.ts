/** What a state must be before it may be kept. What is not in the picture cannot be seen in it: then only that is said. */
import type { SubjectFact, SubjectStateFacts } from "./subject-state.ts";

export interface ItemSpan {
  readonly startS: number;
  readonly endS: number;
}

/** Stretches are chosen by eye, and a frame may end a little after the clock that the container states. */
const slackS = 0.5;

/** Why a stretch is none of an item, or undefined. `span`: undefined where nobody can say how long the item is. */
export function faultOfStretch(fromS: number, toS: number, span: ItemSpan | undefined): string | undefined {
  if (!(fromS <= toS)) return `expected a stretch that ends at or after its beginning; found ${fromS} s to ${toS} s`;
  if (span !== undefined && (fromS < span.startS - slackS || toS > span.endS + slackS))
    return `expected a stretch within the item, ${span.startS} to ${span.endS} s; found ${fromS} s to ${toS} s`;
  return undefined;
}

/** Why these facts cannot stand together, or undefined. */
export function faultOfFacts({ facts }: SubjectStateFacts): string | undefined {
  const names = facts.map(({ fact }) => fact);
  const twice = names.find((fact, index) => names.indexOf(fact) !== index);
  if (twice !== undefined) return `expected each fact once; found "${twice}" twice. Say the stretches apart.`;
  const standing = new Map(facts.map(({ fact, standing }) => [fact, standing]));
  if (standing.get("not-in-frame") !== "seen") return undefined;
  const other = facts.find((one) => isOfPicture(one) && one.standing !== "cannot-tell");
  return other === undefined
    ? undefined
    : `expected of somebody who is not in the frame nothing that only the picture shows; found "${other.fact}" as ${other.standing}`;
}

/** A voice may be heard of somebody whom the picture does not show. */
function isOfPicture({ fact }: SubjectFact): boolean {
  return fact !== "not-in-frame" && fact !== "voice" && fact !== "breath";
}
