/** Counts what a reader or a writer could not hold, and tells each kind once, in the order in which it was met. */
import { counted } from "../text/counted.ts";

export interface Told {
  /** `what`: a sentence with "#" for how many of them, such as "# with a position". */
  add(what: string, many?: number): void;
  say(sentence: string): void;
  notes(): string[];
}

export function createTold(one: string): Told {
  const counts = new Map<string, number>();
  const sentences = new Set<string>();
  return {
    add: (what, many = 1) => void counts.set(what, (counts.get(what) ?? 0) + many),
    say: (sentence) => void sentences.add(sentence),
    notes: () => [...sentences, ...[...counts].filter(([, many]) => many > 0).map(([what, many]) => what.replace("#", counted(many, one)))],
  };
}
