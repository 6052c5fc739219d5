/**
 * Whether an exception still counts: given for a person as they stood when it was signed, by somebody who did not describe them, for
 * these bytes, under these marks and conditions. Once any of that changes it lapses, and somebody has to weigh it anew.
 */
import type { PersonId } from "../key/key.ts";
import type { SubjectId } from "../subject/subject.ts";

export interface OverrideSaid {
  readonly line: number;
  readonly by: PersonId;
  /** Null: it is for a mark. */
  readonly subject: SubjectId | null;
}

/** A line that describes a person, or says or takes back something else of how they stand, which may make them protected. */
export interface PersonSaid {
  readonly line: number;
  readonly by: PersonId;
  readonly subject: SubjectId;
  readonly what: "described" | "standing";
}

/** What else it was given under. */
export interface OverrideGround {
  /** Whether the bytes are still there: under its number an item has one original and never another. */
  readonly held: boolean;
  /** Line of the last mark that was made, changed or taken back on the item; 0 for none. */
  readonly marksChanged: number;
  /** Line of the last statement of conditions that binds the item, or of who gave it; 0 for none. */
  readonly conditionsChanged: number;
}

/** Those that never counted. "for-a-mark": what is marked is shown by withdrawing the mark, which somebody has to look at. */
const neverCounted = ["for-a-mark", "by-maker"] as const;
/** Those that lapsed. */
const lapsed = ["person-changed", "bytes-gone", "marks-changed", "conditions-changed"] as const;
export const overrideFaults = [...neverCounted, ...lapsed] as const;
export type LapsedBecause = (typeof lapsed)[number];
export type OverrideFault = (typeof overrideFaults)[number];

/** Null: it counts. */
export function overrideFault(
  { line, by, subject }: OverrideSaid,
  said: readonly PersonSaid[],
  ground: OverrideGround,
): OverrideFault | null {
  if (subject === null) return "for-a-mark";
  const own = said.filter((one) => one.subject === subject);
  if (own.some((one) => one.what === "described" && one.by === by)) return "by-maker";
  if (own.some((one) => one.line > line)) return "person-changed";
  if (!ground.held) return "bytes-gone";
  if (ground.marksChanged > line) return "marks-changed";
  return ground.conditionsChanged > line ? "conditions-changed" : null;
}

export function hasLapsed(fault: OverrideFault | null): fault is LapsedBecause {
  return fault !== null && (lapsed as readonly OverrideFault[]).includes(fault);
}
