/**
 * Whether an exception still counts: given for a person as they were described when it was signed, by somebody who did not describe
 * them. What is said of the person after that, somebody has to weigh anew.
 */
import type { PersonId } from "../key/key.ts";
import type { SubjectId } from "../subject/subject.ts";

export interface OverrideSaid {
  readonly line: number;
  readonly by: PersonId;
  /** Null: it is for a mark. */
  readonly subject: SubjectId | null;
}

/** A line that describes a person, or states something of them in a stretch, which may make them protected. */
export interface PersonSaid {
  readonly line: number;
  readonly by: PersonId;
  readonly subject: SubjectId;
  readonly what: "described" | "state";
}

/** "for-a-mark": what is marked is shown by withdrawing the mark, which somebody has to look at; an exception shows nothing of it. */
export type OverrideFault = "for-a-mark" | "by-maker" | "person-changed";

/** Null: it counts. */
export function overrideFault({ line, by, subject }: OverrideSaid, said: readonly PersonSaid[]): OverrideFault | null {
  if (subject === null) return "for-a-mark";
  const own = said.filter((one) => one.subject === subject);
  if (own.some((one) => one.what === "described" && one.by === by)) return "by-maker";
  return own.some((one) => one.line > line) ? "person-changed" : null;
}
