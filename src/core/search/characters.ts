/** What a character is to search: part of a word, of a script that puts no spaces between words, a sign of its own, or a gap. */

export const gap = 0;
export const word = 1;
export const running = 2;
export const sign = 3;
export type CharacterClass = typeof gap | typeof word | typeof running | typeof sign;

const letter = /[\p{L}\p{M}\p{N}]/u;
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const empty = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Z}]/u;

function classify(character: string): CharacterClass {
  if (letter.test(character)) return unspaced.test(character) ? running : word;
  return empty.test(character) ? gap : sign;
}

let table: Uint8Array | undefined;

/** By code unit, for the basic plane: text is gone through unit by unit, and a pattern per character would take most of the time. */
function basicPlane(): Uint8Array {
  if (table === undefined) {
    table = new Uint8Array(0x10000);
    for (let unit = 0; unit < 0x10000; unit++) table[unit] = classify(String.fromCharCode(unit));
  }
  return table;
}

/** Of the character that begins at `at`. Half a pair is a gap. */
export function classAt(text: string, at: number): CharacterClass {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) return basicPlane()[unit] as CharacterClass;
  const point = text.codePointAt(at) ?? 0;
  return point > 0xffff ? classify(String.fromCodePoint(point)) : gap;
}

/** Code units of the character at `at`. */
export function lengthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Of the character that ends before `at`. */
export function classBefore(text: string, at: number): CharacterClass {
  if (at <= 0) return gap;
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? (at < 2 ? gap : classAt(text, at - 2)) : classAt(text, at - 1);
}
