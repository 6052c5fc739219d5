/**
 * Names of places: first those that the caller knows, longest first, whatever their script; else words that begin with a capital
 * letter, or a run of letters of a script that has none. Which place a name stands for is not asked here.
 */
import { eat, type Found, matchAt, signsAt, skip, spaces, wordsAt } from "./source-text.ts";

export type KnownNames = ReadonlyMap<string, readonly string[]>;

const firstWord = /^[\p{L}\p{M}\p{N}]+/u;

/** Known names by their first word, so that thousands cost no more than a few. */
export function knownNames(names: Iterable<string>): KnownNames {
  const byWord = new Map<string, string[]>();
  for (const name of names) {
    const word = firstWord.exec(name)?.[0].toLowerCase() ?? name;
    byWord.set(word, [...(byWord.get(word) ?? []), name]);
  }
  for (const list of byWord.values()) list.sort((a, b) => b.length - a.length);
  return byWord;
}

const sorts =
  "villages?|towns?|cit(?:y|ies)|hamlets?|settlements?|suburbs?|districts?|neighbou?rhoods?|municipalit(?:y|ies)|communes?|ports?|islands?|regions?|provinces?|count(?:y|ies)|states?|townships?|parish(?:es)?";
const adjectives = "(?:(?:small|tiny|little|large|old|historic|capital|nearby|neighbou?ring|coastal|border|market|resort) )*";
const sortBefore = wordsAt(
  `the [\\p{L}-]+ (?:villages?|towns?|cit(?:y|ies)|hamlets?|settlements?|ports?|islands?) of|(?:the |an? )?${adjectives}(?:${sorts})(?: (?:of|called|named|and town of))?|central|downtown|(?:the )?(?:(?:city|town|village) )?(?:cent(?:re|er)|middle|heart) of`,
);
const article = wordsAt("the");
/** "The Turkish border", "Lyman railway station": places of their own, which are not where the name before them is. */
const landmark = wordsAt(
  "(?:(?:railway|train|bus|metro|power|police|fire|petrol|gas|radio|tv) )?(?:station|plant)|(?:(?:international|military) )?air(?:port|field|base)|(?:state )?border|frontier|river|lake|reservoir|dam|bridge|cathedral|church|monastery|mosque|palace|castle|forest|hospital|school|cemetery|refinery|harbou?r|checkpoint|crossing|junction|interchange|roundabout",
);
/** "Bucha district" is far larger than Bucha: a place of its own. */
const area = wordsAt(
  "(?:(?:autonomous |urban |rural )?(?:district|region|province|county|state|oblast|raion|rayon|prefecture|governorate|voivodeship|canton|department|municipality|commune|township|parish|valley|island|islands|peninsula|desert|coast))",
);
const sortAfter = wordsAt("village|town|city|hamlet|settlement|suburb|neighbou?rhood|port|proper|itself");
const centreAfter = /['’]s (?:(?:city|town|village|historic|old) )?(?:cent(?:re|er)|downtown)(?![\p{L}])/iuy;

const dated =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)";
const word = `(?!${dated}(?![\\p{L}]))\\p{Lu}[\\p{L}\\p{M}\\p{N}]*(?:['’.](?=[\\p{L}])[\\p{L}\\p{M}]+)*(?:[-‐][\\p{L}\\p{M}\\p{N}'’]+)*`;
const particle = "(?:de|da|do|dos|das|di|del|della|des|du|la|le|les|el|al|von|van|der|den|am|upon|sur|sous)";
/** "of" joins only what begins as such names do: "Isle of Man", never "Bucha of". */
const ofNames =
  "(?:Isle|Cape|Gulf|Bay|Lake|Sea|Strait|Port|Mount|Mouth|Tower|Bridge|University|Church|Castle|Palace|Rock|Forest|Valley|City|Bank|House)";
const capitals = signsAt(
  `(?:${ofNames}\\s+of\\s+(?:the\\s+)?${word}|(?:St|Ste|Mt|Ft)\\.?\\s+${word}|${word})(?:\\s+(?:${particle}\\s+)?${word}){0,5}`,
);
/** Letters without capitals (Han, Kana, Arabic, Hebrew, Thai ...): a run of them. */
const caseless = signsAt("(?:[\\p{Lo}ー々][\\p{Lo}\\p{M}\\p{Lm}\\p{N}ー々]*)(?:\\s(?:[\\p{Lo}][\\p{Lo}\\p{M}\\p{Lm}]*)){0,3}");
const letter = /[\p{L}\p{M}\p{N}]/u;

/** Capitalised words that are no place: they are met behind "in" and "on", or begin a sentence. */
const noPlace = wordsAt(
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Spring|Summer|Autumn|Winter|English|Russian|Ukrainian|Arabic|French|German|Spanish|Telegram|Twitter|Facebook|Reuters|I|The|A|An|It|He|She|They|We|You|There|Here|This|That|These|Those|About|Around|Some|In|On|At|Near|Between|Just|From|To|And|Or|But|Not|As|By|Filmed|Taken|Seen|Shot|Recorded|Video|Photo|Photos|Footage|Image|Images|Picture|Located|Situated|Geolocated|Posted|Verified|North|South|East|West|Northern|Southern|Eastern|Western)",
);
const theName = signsAt("The\\s+");

/** The name at an offset, with "the village of" before it left out of the name and kept in its words. */
export function nameAt(text: string, at: number, known: KnownNames): Found<string> | undefined {
  const direct = bareNameAt(text, at, known);
  if (direct !== undefined) return withSort(text, direct);
  const after = skip(sortBefore, text, at);
  const here = skip(article, text, after);
  if (here === at) return undefined;
  const name = bareNameAt(text, here, known);
  return name === undefined ? undefined : withSort(text, name);
}

/** Without anything before it. */
export function bareNameAt(text: string, at: number, known: KnownNames): Found<string> | undefined {
  const first = firstWord.exec(text.slice(at, at + 60))?.[0];
  for (const name of known.get(first?.toLowerCase() ?? "") ?? []) {
    const end = at + name.length;
    if (text.slice(at, end).toLowerCase() !== name.toLowerCase()) continue;
    // A name that ends within a word is another name, but scripts without spaces run on.
    if (letter.test(text.charAt(end)) && !/\p{Lo}$/u.test(name)) continue;
    return { value: name, end };
  }
  const begins = matchAt(theName, text, at);
  const from = begins === undefined ? at : at + begins[0].length;
  if (matchAt(noPlace, text, from) !== undefined) return undefined;
  const match = matchAt(capitals, text, from) ?? (begins === undefined ? matchAt(caseless, text, from) : undefined);
  if (match === undefined) return undefined;
  const value = (begins?.[0].replace(/\s+$/, " ") ?? "") + match[0].replace(/['’]s$/, "");
  return { value, end: at + (begins?.[0].length ?? 0) + match[0].replace(/['’]s$/, "").length };
}

function withSort(text: string, name: Found<string>): Found<string> {
  const own = eat(landmark, text, spaces(text, name.end)) ?? eat(area, text, spaces(text, name.end));
  if (own !== undefined) return { value: `${name.value}${text.slice(name.end, own)}`.replaceAll(/\s+/g, " "), end: own };
  const after = eat(sortAfter, text, spaces(text, name.end)) ?? eat(centreAfter, text, name.end);
  return after === undefined ? name : { ...name, end: after };
}

/** "A, B and C": further names behind one, and how they are joined. */
export function namesAfter(
  text: string,
  at: number,
  known: KnownNames,
): { readonly names: readonly (Found<string> & { start: number })[]; readonly or: boolean } {
  const names: (Found<string> & { start: number })[] = [];
  let here = at;
  for (;;) {
    const joined = matchAt(joint, text, here);
    if (joined === undefined) break;
    const start = here + joined[0].length;
    const name = nameAt(text, start, known);
    if (name === undefined) break;
    names.push({ ...name, start });
    here = name.end;
    if (/and|or/i.test(joined[0])) return { names, or: /or/i.test(joined[0]) };
  }
  return { names: [], or: false };
}
const joint = /\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+/iuy;
