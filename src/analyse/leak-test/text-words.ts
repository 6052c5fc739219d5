/** The byte forms in which a secret text can stand in a file: spellings, character sets and base64 at each alignment. */
import type { LabelledText } from "../../core/edition/leak-test.port.ts";
import { isLongEnough, isWrittenWithoutSpaces } from "../../core/edition/sought-name.ts";
import { foldText, squashText } from "./fold-text.ts";
import type { SoughtWord } from "./find-words.ts";

export interface TextWord extends SoughtWord {
  readonly label: string;
  readonly form: "folded" | "squashed" | "utf-8" | "utf-16" | "old-set" | "base64";
  /** Whether it has to be a word of its own: always, never, or where it is short. */
  readonly own: "always" | "never" | "short";
}

const shortestSquashed = 8;
/** In coded and compressed bytes a short word stands by chance: 6 bytes once in 2^40 with both cases. */
export const shortestInNoise = 6;
const oldSets = ["windows-1252", "windows-1250", "windows-1251", "koi8-r", "ibm866", "iso-8859-2"] as const;
/** Base64 of fewer whole groups is too short to mean anything. */
const shortestBase64 = 8;

/** Words for bytes as they are. */
export function rawWords(texts: readonly LabelledText[]): TextWord[] {
  return texts.flatMap(({ label, text, own }) => {
    if (!isLongEnough(text)) return [];
    const how = ownOf(text, own);
    const words: TextWord[] = [];
    const add = (form: TextWord["form"], bytes: Buffer, exact = false) => words.push({ label, form, bytes, exact, own: how });
    for (const spelling of spellings(text.trim())) {
      add("utf-8", Buffer.from(spelling));
      add("utf-16", Buffer.from(spelling, "utf16le"));
      add("utf-16", Buffer.from(spelling, "utf16le").swap16());
      if (/[^\p{ASCII}]/u.test(spelling)) for (const set of oldSets) for (const bytes of inOldSet(spelling, set)) add("old-set", bytes);
      for (const bytes of [Buffer.from(spelling), Buffer.from(spelling, "utf16le")])
        for (const code of base64Forms(bytes)) if (code.length >= shortestBase64) add("base64", Buffer.from(code), true);
    }
    return distinct(words);
  });
}

function ownOf(text: string, own: boolean | undefined): TextWord["own"] {
  return isWrittenWithoutSpaces(text) ? "never" : own === true ? "always" : "short";
}

/** Words for text that was folded, and for folded text squashed to its letters. */
export function foldedWords(texts: readonly LabelledText[]): { folded: TextWord[]; squashed: TextWord[] } {
  const folded: TextWord[] = [];
  const squashed: TextWord[] = [];
  for (const { label, text, own: isOwn } of texts) {
    const whole = foldText(text).trim();
    const own = ownOf(text, isOwn);
    if (isLongEnough(whole)) folded.push({ label, form: "folded", bytes: Buffer.from(whole), exact: false, own });
    const letters = squashText(whole);
    // Squashed, no word is one of its own.
    if (letters.length >= shortestSquashed && own !== "always")
      squashed.push({ label, form: "squashed", bytes: Buffer.from(letters), exact: false, own });
  }
  return { folded: distinct(folded), squashed: distinct(squashed) };
}

/** ASCII case is folded when it is searched for; other letters are written out in each case. */
function spellings(text: string): string[] {
  const forms = new Set<string>();
  for (const form of [text.normalize("NFC"), text.normalize("NFD"), foldText(text)])
    for (const cased of [form, form.toLowerCase(), form.toUpperCase(), capitalised(form)]) forms.add(cased);
  const seen = new Set<string>();
  return [...forms].filter((form) => {
    const key = form.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    return !seen.has(key) && seen.add(key);
  });
}

function capitalised(text: string): string {
  return text.toLowerCase().replace(/(^|[^\p{L}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

const tables = new Map<string, ReadonlyMap<string, number>>();

function inOldSet(text: string, set: string): Buffer[] {
  let table = tables.get(set);
  if (table === undefined) {
    const decoder = new TextDecoder(set);
    table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const));
    tables.set(set, table);
  }
  const bytes: number[] = [];
  for (const letter of text.normalize("NFC")) {
    const byte = table.get(letter);
    if (byte === undefined) return [];
    bytes.push(byte);
  }
  return [Buffer.from(bytes)];
}

/** The part of the code that does not depend on what stands around the bytes, for each of three alignments, in both alphabets. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const code = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const from = shift === 0 ? 0 : shift + 1;
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    const stable = code.slice(from, whole);
    const other = stable.replaceAll("+", "-").replaceAll("/", "_");
    return stable === other ? [stable] : [stable, other];
  });
}

function distinct(words: readonly TextWord[]): TextWord[] {
  const seen = new Set<string>();
  return words.filter(({ form, bytes, label }) => {
    const key = `${form} ${label} ${bytes.toString("hex")}`;
    return !seen.has(key) && seen.add(key);
  });
}
