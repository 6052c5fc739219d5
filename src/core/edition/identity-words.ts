/**
 * What in restricted words tells who somebody is: names, handles, addresses, phones, e-mails, numbers of papers. The words are free
 * text of a person, so this goes by how such things are written; when in doubt it is one. Nothing of it is ever shown.
 */
import { isLongEnough, wordsOfName } from "./sought-name.ts";

export interface IdentityWord {
  readonly text: string;
  /** Counts only as a word of its own: part of a name. */
  readonly own?: true;
}

/** `whole`: the words are about nothing but who somebody is. Else they are a note, of which a name alone in a sentence may be a place. */
export function identityWords(text: string, about: "whole" | "note"): IdentityWord[] {
  const found: IdentityWord[] = [];
  const numbers = [...text.matchAll(phone)].flatMap(([one]) => spellingsOfNumber(one));
  found.push(...numbers);
  for (const [one] of text.matchAll(email)) found.push({ text: one }, { text: one.slice(0, one.indexOf("@")), own: true });
  for (const [, handle = ""] of text.matchAll(handles)) found.push({ text: handle, own: true });
  for (const [one, last = ""] of text.matchAll(link)) found.push({ text: one.replace(/^https?:\/\//iu, "") }, { text: last, own: true });
  for (const [one] of text.matchAll(paper)) found.push({ text: one, own: true });
  const plain = text.replaceAll(email, ";").replaceAll(link, ";").replaceAll(handles, ";");
  for (const piece of plain.split(/[\n\r;,|•·()[\]{}<>"“”„«»:=]+|\s[-–—/]\s|[.!?]\s+/u)) found.push(...inPiece(piece.trim(), about));
  return once(found.filter(({ text: one }) => isLongEnough(one) || /^\p{Lu}.$/u.test(one)));
}

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const handles = /(?<![\p{L}\p{N}._-])@([\p{L}\p{N}_.]{3,})/gu;
const link = /(?:https?:\/\/|www\.|(?<![\p{L}\p{N}])t\.me\/)[^\s;,<>"']*?\/?([^\s;,<>"'/]{3,})\/?(?=[\s;,<>"']|$)/giu;
const phone = /\+?\p{Nd}(?:[\s().\p{Pd}/]{0,2}\p{Nd}){6,}/gu;
/** Days and spans of years stand in every report. */
const day =
  /^(?:\p{Nd}{4}[\p{Pd}./]\p{Nd}{1,2}[\p{Pd}./]\p{Nd}{1,2}|\p{Nd}{1,2}[\p{Pd}./]\p{Nd}{1,2}[\p{Pd}./]\p{Nd}{4}|(?:19|20)\p{Nd}{2}\s?\p{Pd}\s?(?:19|20)\p{Nd}{2})\b/u;
/** Numbers of passports, cards, plates: letters and digits in one. */
const paper = /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}-]*\p{Nd})(?=[\p{L}\p{N}-]*\p{Lu})[\p{L}\p{N}-]{6,}(?![\p{L}\p{N}])/gu;

/** As written; its digits alone; and those behind a code of a country, which others leave out. */
function spellingsOfNumber(written: string): IdentityWord[] {
  if (day.test(written)) return [];
  const digits = written.replace(/\P{Nd}/gu, "");
  const plain = digits.length < 9 ? { text: digits, own: true as const } : { text: digits };
  return [{ text: written.trim() }, plain, ...(digits.length > 9 ? [{ text: digits.slice(-9) }] : [])];
}

const mostWords = 8;

/** Runs of capitals are names; a script without them is taken as it stands, in pieces no longer than a name or an address. */
function inPiece(piece: string, about: "whole" | "note"): IdentityWord[] {
  const words = piece.split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0) return [];
  const hasCapital = /\p{Lu}/u.test(piece);
  if (!hasCapital && !/\p{Lo}/u.test(piece)) return [];
  const found: IdentityWord[] = [];
  const isShort = words.length <= mostWords;
  if (isShort && (about === "whole" || !hasCapital) && !words.every((word) => isLabel(word)))
    found.push(words.length === 1 ? { text: piece, own: true } : { text: piece });
  for (const { run, begins, lone } of capitalRuns(words)) {
    const named = run.filter((word, at) => at > 0 || !isLabel(word));
    if (named.length === 0) continue;
    const name = named.join(" ");
    // A sentence begins with a capital, whatever its first word is.
    const tells = named.length > 1 || (about === "whole" && (!begins || lone));
    if (!tells) continue;
    found.push(named.length > 1 ? { text: name } : { text: name, own: true });
    found.push(
      ...wordsOfName(name)
        .filter((word) => !isLabel(word))
        .map((word) => ({ text: word, own: true as const })),
    );
  }
  return found;
}

/** `begins`: it is the first word of the piece. `lone`: no word in small letters follows it there. */
function capitalRuns(words: readonly string[]): { run: string[]; begins: boolean; lone: boolean }[] {
  const runs: { run: string[]; begins: boolean; lone: boolean }[] = [];
  let run: string[] = [];
  let from = 0;
  const end = (): void => {
    if (run.length > 0) runs.push({ run, begins: from === 0, lone: from === 0 && !words.some((word) => /^\p{Ll}/u.test(word)) });
    run = [];
  };
  for (const [at, word] of words.entries()) {
    const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    if (/^\p{Lu}/u.test(bare)) {
      if (run.length === 0) from = at;
      run.push(bare);
    } else end();
  }
  end();
  return runs;
}

/** What such words say before a name, a number or a place, in whatever case. */
const labels: ReadonlySet<string> = new Set([
  ...[
    "name",
    "names",
    "full",
    "real",
    "called",
    "known",
    "nickname",
    "alias",
    "phone",
    "mobile",
    "telephone",
    "tel",
    "cell",
    "fax",
    "number",
  ],
  ...["email", "e-mail", "mail", "signal", "telegram", "whatsapp", "viber", "threema", "wire", "skype", "facebook", "instagram", "tiktok"],
  ...["twitter", "youtube", "vk", "contact", "contacts", "reach", "via", "through", "address", "lives", "works", "home", "work", "street"],
  ...[
    "flat",
    "apartment",
    "house",
    "city",
    "village",
    "born",
    "passport",
    "card",
    "id",
    "account",
    "handle",
    "user",
    "channel",
    "the",
    "a",
  ],
  ...["he", "she", "they", "his", "her", "their", "filmed", "posted", "sent", "gave", "wife", "husband", "brother", "sister", "mother"],
  ...["father", "son", "daughter", "friend", "neighbour", "neighbor", "mr", "mrs", "ms", "dr", "prof", "do", "not", "no", "only", "never"],
  ...["identity", "witness", "source", "filmer", "unknown", "none", "journalist", "resident", "soldier", "driver", "doctor", "nurse"],
  ...["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december", "english", "ukrainian", "russian", "arabic", "french", "spanish"],
]);

function isLabel(word: string): boolean {
  return labels.has(word.toLowerCase().replace(/[^\p{L}-]/gu, ""));
}

/** Whole ones before words of their own: what stands inside other words counts for more. */
function once(found: readonly IdentityWord[]): IdentityWord[] {
  const seen = new Set<string>();
  return [...found.filter(({ own }) => own !== true), ...found.filter(({ own }) => own === true)].filter(
    ({ text }) => !seen.has(text) && seen.add(text),
  );
}
