/**
 * Speakers who are named in the words of a file, as subtitles do: "Name: ..." or "- NAME: ...". What stands so at the beginning of two
 * cues or more is taken for a speaker; what stands so once may as well be a word and stays, which is told. Files that say themselves
 * who speaks are left as they are, cue by cue.
 */
import { type FileCue, type TierFile } from "./tier-file.ts";
import { createTold } from "./told.ts";

/** Up to four words of letters alone, the first with a capital where its script has any; a colon and a blank behind them. */
const word = "[\\p{L}\\p{M}'’.-]{1,30}";
const before = "[ \\t]*(?:(?:[-–—‐•»]|>>)[ \\t]*)?";
const named = new RegExp(
  `^${before}([\\p{Lu}\\p{Lt}\\p{Lo}]${word.replace("{1,30}", "{0,30}")}(?: ${word}){0,3})[ \\t]?[:：](?:\\s+|$)`,
  "u",
);

const fewest = 2;

interface Spoken {
  readonly name: string | null;
  readonly text: string;
}

/** `asLabels`: false leaves the names in the words, and says so. */
export function namesInWords(file: TierFile, asLabels: boolean): TierFile {
  const told = createTold("cue");
  const counts = countNames(file);
  const names = new Set([...counts].filter(([, many]) => many >= fewest).map(([name]) => name));
  // A cue is cut in two only where no other tier counts on its place.
  const mayCut = file.tiers.length === 1;
  const tiers = file.tiers.map((tier) => ({
    ...tier,
    cues: tier.cues.flatMap((cue) => {
      if (cue.speaker !== null) return [cue];
      const spoken = turnsOf(cue.text, (name) => names.has(name));
      const [first] = spoken;
      const known = spoken.filter(({ name }) => name !== null).length;
      if (known === 0) {
        if (spoken.length > 0 && startsNamed(cue.text))
          told.add("# that begins with what may be a name and a colon, once in the file: it stays in the words, look whether it is one");
        return [cue];
      }
      if (!asLabels || (spoken.length > 1 && !mayCut)) {
        told.add("# with what seems to be a speaker's name, which stays in the words, in the search and in whatever is made of them");
        return [cue];
      }
      if (spoken.length === 1 && first !== undefined) return [{ ...cue, speaker: first.name, text: first.text }];
      told.add("# of several speakers, which became a segment each at the same time");
      return spoken.map(({ name, text }, at): FileCue => ({ ...cue, id: at === 0 ? cue.id : null, speaker: name, text, overlap: true }));
    }),
  }));
  if (asLabels && names.size > 0 && tiers.some(({ cues }) => cues.some(({ speaker }) => speaker !== null && names.has(speaker))))
    told.say("What stands before a colon at the beginning of two cues or more was taken for a speaker's name and out of the words");
  return { tiers, notes: [...file.notes, ...told.notes()] };
}

function countNames({ tiers }: TierFile): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { cues } of tiers)
    for (const { speaker, text } of cues) {
      if (speaker !== null) continue;
      const here = new Set(text.split("\n").flatMap((line) => nameOf(line) ?? []));
      for (const name of here) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return counts;
}

/** The words by who says them; what stands before the first name is nobody's. */
function turnsOf(text: string, isName: (name: string) => boolean): Spoken[] {
  const turns: { name: string | null; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const name = nameOf(line);
    if (name !== undefined && isName(name)) turns.push({ name, lines: [line.replace(named, "")] });
    else if (turns.length === 0) turns.push({ name: null, lines: [line] });
    else turns.at(-1)?.lines.push(line);
  }
  return turns.map(({ name, lines }) => ({ name, text: lines.join("\n").trim() }));
}

function startsNamed(text: string): boolean {
  return text.split("\n").some((line) => nameOf(line) !== undefined);
}

function nameOf(line: string): string | undefined {
  return named.exec(line)?.[1];
}
