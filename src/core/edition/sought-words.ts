/**
 * What of covered words can be looked for by itself, wherever it may stand: the words together, runs of them, and single words that
 * tell of one thing. What is too short or too common is looked for with the words around it only, and taken out at its place. One
 * rule for whoever takes words out and whoever looks whether they are out.
 */
import type { TextSpan } from "../claim/text-span.ts";
import { isEveryday, isWrittenWithoutSpaces } from "./sought-name.ts";

export interface SoughtWords {
  readonly text: string;
  /** Counts only as words of their own. */
  readonly own: boolean;
  /** What of the text is covered; the rest is what stands around it. */
  readonly covered: TextSpan;
}

interface Covered {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Covered because what is covered elsewhere is said in them too: then no word of them is telling by itself. */
  readonly besides?: boolean;
}

const lettersOfPhrase = 8;
const wordsOfRun = 5;
const lettersOfRun = 20;
const wordsOfName = 4;

/** Empty where nothing of it can be told from what every text says, even with the words around it. */
export function soughtWords({ exact, prefix, suffix, besides = false }: Covered): SoughtWords[] {
  const words = wordsIn(exact);
  const all = (text: string, own: boolean): SoughtWords => ({ text, own, covered: { start: 0, end: text.length } });
  const whole = exact.trim();
  const sought: SoughtWords[] = [];
  const isPhrase = words.length > 1 && lettersOf(whole) >= lettersOfPhrase;
  if (isPhrase) sought.push(all(whole, false));
  for (let n = 0; words.length > wordsOfRun && n + wordsOfRun <= words.length; n++) {
    const run = exact.slice(words[n]?.start, words[n + wordsOfRun - 1]?.end);
    if (lettersOf(run) >= lettersOfRun) sought.push(all(run, false));
  }
  if (!besides) {
    const telling = words.map(({ text }) => text).filter((word) => isTelling(word, words.length));
    // One of several counts as it stands; a word that is covered alone counts with whatever ending it has too.
    sought.push(...telling.map((word) => all(word, words.length > 1 && !isWrittenWithoutSpaces(word))));
  }
  if (!isPhrase && !sought.some(({ text }) => text === whole)) {
    const around = withAround(whole, exact, prefix, suffix);
    if (around !== undefined) sought.push(around);
  }
  return distinct(sought);
}

/** Whether the words are looked for without what stands around them. */
export function isSoughtAlone(covered: Covered): boolean {
  return soughtWords(covered).some(({ text, covered: { start, end } }) => start === 0 && end === text.length);
}

/** A word that few texts hold: handles, numbers of plates, names. `among`: how many words are covered with it. */
function isTelling(word: string, among: number): boolean {
  const letters = [...word].length;
  if (isEveryday(word)) return false;
  if (/^\p{N}[\p{N}.,:/-]*$/u.test(word)) return word.replace(/\P{N}/gu, "").length >= 5 && !/^\d{4}-\d\d-\d\d$/.test(word);
  if (/^[@#]|_|\p{N}/u.test(word)) return letters >= 4;
  if (isWrittenWithoutSpaces(word)) return letters >= 3;
  if (/^\p{Lu}/u.test(word)) return letters >= 4;
  if (/^\p{Lo}/u.test(word)) return letters >= 4 && among <= wordsOfName;
  return letters >= 6 && among === 1;
}

/** Two words on each side, as far as they are there. */
function withAround(whole: string, exact: string, prefix: string, suffix: string): SoughtWords | undefined {
  const left = `${prefix}${exact.slice(0, exact.indexOf(whole))}`;
  const right = `${exact.slice(exact.indexOf(whole) + whole.length)}${suffix}`;
  const [before, after] = [wordsIn(left).slice(-2), wordsIn(right).slice(0, 2)];
  const from = before[0]?.start ?? left.length;
  const text = `${left.slice(from)}${whole}${right.slice(0, after.at(-1)?.end ?? 0)}`;
  if (before.length + after.length === 0 || lettersOf(text) < lettersOfPhrase) return undefined;
  const start = left.length - from;
  return { text, own: false, covered: { start, end: start + whole.length } };
}

function wordsIn(text: string): { text: string; start: number; end: number }[] {
  return [...text.matchAll(/[@#]?[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_'’.:/-]*/gu)].map((found) => {
    const word = found[0].replace(/['’.:/-]+$/u, "");
    return { text: word, start: found.index, end: found.index + word.length };
  });
}

function lettersOf(text: string): number {
  return [...text.replace(/[^\p{L}\p{N}]/gu, "")].length;
}

function distinct(sought: readonly SoughtWords[]): SoughtWords[] {
  const seen = new Set<string>();
  return sought.filter(({ text }) => !seen.has(text) && seen.add(text));
}
