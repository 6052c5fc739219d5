/** What differs between two versions of a tier, segment by segment, with the words that went and came. */
import type { TierSegment } from "../../core/tier/tier.ts";

export interface WordRun {
  readonly is: "same" | "gone" | "new";
  readonly text: string;
}

export interface SegmentDifference {
  readonly id: number;
  readonly before: TierSegment | undefined;
  readonly after: TierSegment | undefined;
  readonly words: readonly WordRun[];
  readonly timeMoved: boolean;
  readonly speakerChanged: boolean;
}

/** In the order of the newer version; segments that are gone stand where they were. Same ones are left out. */
export function compareVersions(before: readonly TierSegment[], after: readonly TierSegment[]): readonly SegmentDifference[] {
  const older = new Map(before.map((one) => [one.id, one]));
  const newer = new Set(after.map(({ id }) => id));
  const all = [
    ...after.map((one) => ({ one, now: one })),
    ...before.filter(({ id }) => !newer.has(id)).map((one) => ({ one, now: undefined })),
  ];
  return all
    .toSorted((a, b) => a.one.startMs - b.one.startMs || a.one.id - b.one.id)
    .map(({ one, now }): SegmentDifference => {
      const was = older.get(one.id);
      return {
        ...{ id: one.id, before: was, after: now, words: compareWords(was?.text ?? "", now?.text ?? "") },
        timeMoved: was !== undefined && now !== undefined && (was.startMs !== now.startMs || was.endMs !== now.endMs),
        speakerChanged: was !== undefined && now !== undefined && was.speaker !== now.speaker,
      };
    })
    .filter(({ before: was, after: now }) => was === undefined || now === undefined || JSON.stringify(was) !== JSON.stringify(now));
}

/** Beyond this many pairs of words the whole text counts as replaced: the table would hold up the page. */
const mostPairs = 4_000_000;

/** By the longest common run of words; spaces go with the word after them, so that the runs put together give the text back. */
export function compareWords(before: string, after: string): readonly WordRun[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length * now.length > mostPairs) return runs([...old.map(gone), ...now.map(come)]);
  const width = now.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      longest[i * width + j] =
        old[i] === now[j]
          ? (longest[(i + 1) * width + j + 1] as number) + 1
          : Math.max(longest[(i + 1) * width + j] as number, longest[i * width + j + 1] as number);
  const found: WordRun[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      found.push({ is: "same", text: old[i] as string });
      i++;
      j++;
    } else if ((longest[(i + 1) * width + j] as number) >= (longest[i * width + j + 1] as number)) found.push(gone(old[i++] as string));
    else found.push(come(now[j++] as string));
  }
  return runs([...found, ...old.slice(i).map(gone), ...now.slice(j).map(come)]);
}

const gone = (text: string): WordRun => ({ is: "gone", text });
const come = (text: string): WordRun => ({ is: "new", text });

function wordsOf(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

function runs(words: readonly WordRun[]): WordRun[] {
  const joined: WordRun[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last?.is === word.is) joined[joined.length - 1] = { is: word.is, text: last.text + word.text };
    else joined.push(word);
  }
  return joined;
}
