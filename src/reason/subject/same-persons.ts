/**
 * Which labels are one person by judgements that stand, with the judgements that join them. "same" is followed from one to the next;
 * a "not-same" between two that are so joined is a contradiction, and is named, not weighed.
 */
import type { SamePersonId } from "../../core/subject/same-person.ts";
import type { SubjectId } from "../../core/subject/subject.ts";
import type { JudgedSame } from "./subject-facts.ts";

/** Labels joined to this one, each with the judgements on the way; without the label itself. */
export function joinedTo(subject: SubjectId, judgements: readonly JudgedSame[]): ReadonlyMap<SubjectId, readonly SamePersonId[]> {
  const found = new Map<SubjectId, readonly SamePersonId[]>([[subject, []]]);
  const open = [subject];
  for (let at = open.shift(); at !== undefined; at = open.shift())
    for (const { id, a, b, verdict } of judgements) {
      if (verdict !== "same" || (a !== at && b !== at)) continue;
      const other = a === at ? b : a;
      if (found.has(other)) continue;
      found.set(other, [...(found.get(at) ?? []), id]);
      open.push(other);
    }
  found.delete(subject);
  return found;
}
