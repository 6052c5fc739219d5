/** Takes words out of a text that a public edition withholds, however they are cased, accented or spaced. */
import type { TextSpan } from "../../core/claim/text-span.ts";
import { isLongEnough, isWrittenWithoutSpaces } from "../../core/edition/sought-name.ts";
import { wordsWithheld } from "../../core/redaction/words-mark.ts";

export type SecretSort = "name" | "account" | "file" | "source" | "analyst" | "machine" | "place" | "marked";

export interface SecretText {
  readonly text: string;
  readonly as: SecretSort;
  /** Counts only as a word of its own: part of a name. */
  readonly own?: boolean;
  /** What of it is taken out, where the rest is what stands around the secret; absent: all of it. */
  readonly covered?: TextSpan;
  /** The record that says it, where that is told in place of its sort: "identity of s3". */
  readonly of?: string;
}

export interface TextSecrets {
  says(text: string): boolean;
  redact(text: string): string;
}

/** Shorter than this they count only as words of their own. */
const ownWordBelow = 5;
/** Of two Latin letters only names count, written as they are: "Jo", and not "jo". */
const names: ReadonlySet<SecretSort> = new Set(["name", "source", "analyst"]);

const instead: Readonly<Record<SecretSort, string>> = {
  name: "[name withheld]",
  account: "[account withheld]",
  file: "[file name withheld]",
  source: "[source withheld]",
  analyst: "[name withheld]",
  machine: "[machine withheld]",
  place: "[place withheld]",
  marked: wordsWithheld,
};

export function createTextSecrets(secrets: readonly SecretText[]): TextSecrets {
  const sought = secrets
    .map((secret) => soughtOf(secret))
    .filter((one) => one !== undefined)
    // Longer ones first: a name with its surname before the surname alone.
    .sort((a, b) => b.words.length - a.words.length);
  return {
    says: (text) => finds(text, sought).length > 0,
    redact(text) {
      const found = finds(text, sought);
      let result = "";
      let at = 0;
      for (const { from, to, as } of found) {
        result += text.slice(at, from) + instead[as];
        at = to;
      }
      return found.length === 0 ? text : result + text.slice(at);
    },
  };
}

interface Sought {
  readonly words: string;
  readonly as: SecretSort;
  readonly ownWord: boolean;
  /** Has to stand so, letter by letter. */
  readonly exactly: string | null;
  /** Folded letters at its beginning and end that stay. */
  readonly around: { readonly before: number; readonly after: number };
}

function soughtOf({ text, as, own, covered }: SecretText): Sought | undefined {
  const trimmed = text.trim();
  const words = fold(trimmed).folded;
  const around = {
    before: covered === undefined ? 0 : fold(text.slice(0, covered.start).trimStart()).folded.length,
    after: covered === undefined ? 0 : fold(text.slice(covered.end).trimEnd()).folded.length,
  };
  const isShortName = words.length === 2 && names.has(as) && /^\p{Lu}/u.test(trimmed);
  if (!isLongEnough(words) && !isShortName) return undefined;
  const ownWord = (own === true || words.length < ownWordBelow) && !isWrittenWithoutSpaces(trimmed);
  return { words, as, ownWord, exactly: isLongEnough(words) ? null : trimmed, around };
}

interface Find {
  readonly from: number;
  readonly to: number;
  readonly as: SecretSort;
}

function finds(text: string, sought: readonly Sought[]): Find[] {
  const { folded, places } = fold(text);
  const taken: Find[] = [];
  for (const { words, as, ownWord, exactly, around } of sought)
    for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) {
      const end = at + words.length;
      if (ownWord && (isLetter(folded[at - 1]) || isLetter(folded[end]))) continue;
      if (exactly !== null && text.slice(places[at], places[end]) !== exactly) continue;
      const find = { from: places[at + around.before] as number, to: places[end - around.after] as number, as };
      if (taken.every(({ from, to }) => find.to <= from || find.from >= to)) taken.push(find);
    }
  return taken.sort((a, b) => a.from - b.from);
}

function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
}

/** `places`: where each folded letter begins in the text, and the text's end behind the last. Runs of spaces are one. */
function fold(text: string): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = letter
      .normalize("NFKD")
      .replace(/[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "")
      .toLowerCase()
      .replace(/\s/gu, " ");
    for (const one of plain) {
      if (one === " " && folded.endsWith(" ")) continue;
      folded += one;
      for (let n = 0; n < one.length; n++) places.push(at);
    }
    at += letter.length;
  }
  places.push(text.length);
  return { folded, places };
}
