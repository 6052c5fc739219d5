/**
 * Whether two answers can be those of two people who did not know each other's. What no line says stays unknown; what a line says is
 * enough to call them no agreement. Pure.
 */
import type { Answerer } from "../../core/blind/commitment.ts";
import type { PriorSealed } from "../../core/blind/prior-knowledge.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { PersonId } from "../../core/key/key.ts";

/** People by the keys that are or were theirs; a key that two people name as theirs makes them one. */
export type Answerers = ReadonlyMap<Digest, ReadonlySet<PersonId>>;

export type NotIndependent = "same-person" | "saw-answer";

interface OfAnswer {
  readonly answerer: Answerer;
  readonly prior: PriorSealed | null;
}

export function notIndependent(answerers: Answerers, a: OfAnswer, b: OfAnswer): NotIndependent | null {
  if (isOnePerson(answerers, a.answerer, b.answerer)) return "same-person";
  return a.prior?.knew === "saw-answer" || b.prior?.knew === "saw-answer" ? "saw-answer" : null;
}

/** Whether the lines say that both are one: the same person, one key, or keys that lead from one to the other. */
export function isOnePerson(answerers: Answerers, a: Answerer, b: Answerer): boolean {
  const reached = new Set<Answerer>([a]);
  for (let grew = true; grew && !reached.has(b);) {
    grew = false;
    for (const [key, people] of answerers) {
      const known = reached.has(key) || [...people].some((person) => reached.has(person));
      for (const one of known ? [key, ...people] : [])
        if (!reached.has(one)) {
          reached.add(one);
          grew = true;
        }
    }
  }
  return reached.has(b);
}
