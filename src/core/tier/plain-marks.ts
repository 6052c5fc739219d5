/**
 * Marks that stand in words. What a subtitle cannot say of its words, said in them: that a machine wrote them and nobody took them
 * over, that somebody else speaks too, and what else they may say. Whoever opens the file elsewhere sees it; when it comes back it is
 * read as what it was.
 */
import { plainCue, type FileCue } from "./tier-file.ts";
import type { TierSegment } from "./tier.ts";

/** Stands in the words for what was not understood. */
export const unintelligible = "/unintelligible/";

const draftMark = "[machine draft] ";
const overlapMark = "[overlap] ";
const alternativeMark = "[or] ";

export function withMarks({ machine, overlap, text, alternatives }: TierSegment): string {
  const first = `${machine === null ? "" : draftMark}${overlap ? overlapMark : ""}${text}`;
  return [first, ...alternatives.map((one) => alternativeMark + one)].join("\n");
}

type Marked = Pick<FileCue, "text" | "machine" | "overlap" | "alternatives">;

export function withoutMarks(marked: string): Marked {
  let text = marked;
  const take = (mark: string): boolean => {
    // Where no words follow, whoever wrote the file may have left out the space.
    const found = text.startsWith(mark) || text === mark.trimEnd() || text.startsWith(`${mark.trimEnd()}\n`);
    if (found) text = text.slice(text.startsWith(mark) ? mark.length : mark.length - 1);
    return found;
  };
  const machine = take(draftMark) ? { confidence: null, suspect: [] } : plainCue.machine;
  const overlap = take(overlapMark);
  const [words = "", ...alternatives] = text.split(`\n${alternativeMark}`);
  const [kept, over] = [alternatives.slice(0, 10), alternatives.slice(10)];
  return {
    ...{ machine, overlap },
    text: [words, ...over.map((one) => alternativeMark + one)].join("\n"),
    alternatives: [...new Set(kept)].filter((one) => one.trim() !== "" && one !== words),
  };
}
