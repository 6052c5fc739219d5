/** A folded text cut into runs of one class; and the terms under which the index keeps a run. */
import { type CharacterClass, classAt, gap, lengthAt, running, sign } from "./characters.ts";

export interface Run {
  readonly sort: Exclude<CharacterClass, typeof gap>;
  readonly text: string;
  /** Nothing but the text's own characters between this run and the one before: no space. */
  readonly joined: boolean;
}

/** A sign is a run of its own. */
export function runsOf(folded: string): Run[] {
  const runs: Run[] = [];
  let joined = false;
  for (let at = 0; at < folded.length;) {
    const sort = classAt(folded, at);
    let end = at + lengthAt(folded, at);
    if (sort !== gap && sort !== sign) while (end < folded.length && classAt(folded, end) === sort) end += lengthAt(folded, end);
    if (sort !== gap) runs.push({ sort, text: folded.slice(at, end), joined });
    joined = sort !== gap;
    at = end;
  }
  return runs;
}

/**
 * Terms of a text, with repeats: words whole; of a script without spaces every character and every two that follow each other
 * (bigrams answer such scripts best for their size: Nie, Gao, Zhang and Zhou 2000); signs one by one.
 */
export function eachTerm(folded: string, take: (term: string) => void): void {
  for (let at = 0; at < folded.length;) {
    const sort = classAt(folded, at);
    let end = at + lengthAt(folded, at);
    if (sort === running) {
      let before: string | undefined;
      for (end = at; end < folded.length && classAt(folded, end) === running; end += lengthAt(folded, end)) {
        const one = folded.slice(end, end + lengthAt(folded, end));
        take(one);
        if (before !== undefined) take(before + one);
        before = one;
      }
    } else if (sort === sign) {
      take(folded.slice(at, end));
    } else if (sort !== gap) {
      while (end < folded.length && classAt(folded, end) === sort) end += lengthAt(folded, end);
      take(folded.slice(at, end));
    }
    at = end;
  }
}

/** The terms that a text with this run of a script without spaces has in any case. */
export function gramsOf(run: string): string[] {
  const characters = [...run];
  return characters.length === 1 ? characters : characters.slice(1).map((one, before) => `${characters[before]}${one}`);
}
