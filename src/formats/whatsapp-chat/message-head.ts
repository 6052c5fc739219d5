/**
 * The head of a message as WhatsApp's exports write it, in the forms of many locales: date and clock in figures, then a
 * dash (Android) or in brackets (iOS). Says what stands there; which figure is the day is decided elsewhere.
 */

export interface MessageHead {
  /** Everything but the figures: heads of one export are of one form. */
  readonly form: string;
  readonly figures: readonly [number, number, number];
  /** Which figure has four digits, if one has. */
  readonly fullYear: "first" | "last" | "none";
  readonly separator: string;
  readonly hour: number;
  readonly minute: number;
  readonly second: number | undefined;
  /** "unknown": a word for the half of the day that is in no list here. */
  readonly half: "am" | "pm" | "unknown" | undefined;
  /** The words of date and clock, as they stand. */
  readonly words: string;
  /** What follows the head. */
  readonly rest: string;
}

/** A head is short; so much of a line is looked at. */
const reach = 80;
/** U+200E and its kin stand before and inside heads, and are not seen. */
const marks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/;

const amWords = ["am", "a.m.", "a. m.", "上午", "오전", "午前", "ص", "vorm.", "de.", "dop.", "π.μ.", "öö", "पूर्वाह्न"];
const pmWords = ["pm", "p.m.", "p. m.", "下午", "오후", "午後", "م", "nachm.", "du.", "odp.", "μ.μ.", "ös", "अपराह्न"];
const halfWord = "\\p{L}[\\p{L}\\p{M}]{0,10}(?:\\. ?\\p{L}{1,10})?\\.?";
const date = "(?<a>\\d{1,4})(?<sep>[-./\\u2010] ?|년 ?|年 ?)(?<b>\\d{1,2})(?:[-./\\u2010] ?|월 ?|月 ?)(?<c>\\d{1,4})(?<end>\\.|일|日)?";
const clock = "(?<h>\\d{1,2})(?<colon>[:.h])(?<m>\\d{2})(?:[:.](?<s>\\d{2}))?";
const between = `(?<joint>[,،]? ?(?:(?:klo|kl|a las|às|as|à|um|at|alle|om|о|об|в) )?)(?:(?<before>${halfWord}) ?)?`;
const whole = `${date}${between}${clock}(?: ?(?<after>${halfWord}))?`;
const dashed = new RegExp(`^(?<words>${whole}) [-–—] ?`, "u");
const bracketed = new RegExp(`^\\[(?<words>${whole})\\] ?`, "u");

/** Undefined for a line that begins no message. */
export function readMessageHead(line: string): MessageHead | undefined {
  if (!mayBegin(line)) return undefined;
  const { text, at } = cleaned(line);
  const found = (text.startsWith("[") ? bracketed : dashed).exec(text);
  const parts = found?.groups;
  if (found === null || parts === undefined) return undefined;
  const [a, b, c] = [parts["a"] ?? "", parts["b"] ?? "", parts["c"] ?? ""];
  const word = parts["before"] ?? parts["after"];
  const from = at[text.startsWith("[") ? 1 : 0] as number;
  const to = at[(text.startsWith("[") ? 1 : 0) + (parts["words"] ?? "").length] as number;
  return {
    form: [
      text.startsWith("[") ? "[" : "-",
      parts["sep"],
      a.length > 2 ? "y" : "",
      c.length > 2 ? "y" : "",
      parts["joint"],
      parts["colon"],
      parts["s"] === undefined ? "" : "s",
      word === undefined ? "" : "12",
    ].join("|"),
    figures: [Number(a), Number(b), Number(c)],
    fullYear: a.length > 2 ? "first" : c.length > 2 ? "last" : "none",
    separator: parts["sep"] ?? "",
    hour: Number(parts["h"]),
    minute: Number(parts["m"]),
    second: parts["s"] === undefined ? undefined : Number(parts["s"]),
    half: word === undefined ? undefined : halfOf(word),
    words: line.slice(from, to),
    rest: line.slice(at[found[0].length] as number),
  };
}

/** Most lines of a chat begin with a letter: told by one look. */
function mayBegin(line: string): boolean {
  let at = 0;
  while (at < 4 && marks.test(line.charAt(at))) at++;
  const code = line.charCodeAt(at);
  return code === 0x5b || digitOf(code) !== undefined;
}

/** The line's beginning without marks, with plain spaces and digits; `at` gives each unit's place in the line. */
function cleaned(line: string): { text: string; at: number[] } {
  let text = "";
  const at: number[] = [];
  const end = Math.min(line.length, reach);
  for (let i = 0; i < end; i++) {
    const letter = line.charAt(i);
    if (marks.test(letter)) continue;
    const digit = digitOf(line.charCodeAt(i));
    text += digit ?? (/\s/.test(letter) ? " " : letter);
    at.push(i);
  }
  at.push(end);
  return { text, at };
}

/** Digits of ASCII, Arabic, Persian and Devanagari. */
function digitOf(code: number): string | undefined {
  for (const zero of [0x30, 0x660, 0x6f0, 0x966]) if (code >= zero && code <= zero + 9) return String(code - zero);
  return undefined;
}

function halfOf(word: string): "am" | "pm" | "unknown" {
  const bare = word.toLowerCase().trim();
  if (amWords.includes(bare)) return "am";
  return pmWords.includes(bare) ? "pm" : "unknown";
}
