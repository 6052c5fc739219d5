/**
 * Whether a sentence says in which zone its clock times are: by name anywhere in it, or by an offset or Z directly behind a clock; or
 * that it is not known.
 */

const named =
  /(?:\bUTC|\bGMT|\b(?:EET|EEST|MSK|CET|CEST|BST|EST|EDT|PST|PDT|TRT|IST)\b|time\s+in\s+\p{Lu}|\bzone\s+(?:\p{L}+\s+){0,3}(?:not\s+(?:known|stated|given)|unknown|unstated)|unknown\s+(?:time\s+)?zone|за\s+(?:Києвом|київськ\p{L}+|Гринвіч\p{L}+|UTC)|по\s+(?:Киеву|киевск\p{L}+|московск\p{L}+|Москве|Гринвичу))/u;
const iana = /(?<![\p{L}\p{N}/])\p{Lu}[\p{L}_]+\/\p{Lu}[\p{L}_]+/gu;
const ofPlace = /(?<![\p{L}\p{N}])(\p{L}+)\s+(?:European\s+)?(?:summer\s+|winter\s+|standard\s+|daylight\s+)?time(?!\p{L})/giu;
/** Names of places and zones that people say and that are no city of the zone database. */
const places = new Set(
  [
    "Kyiv",
    "Kiev",
    "Ukraine",
    "Ukrainian",
    "Kharkiv",
    "Odesa",
    "Lviv",
    "Mariupol",
    "Donetsk",
    "Crimea",
    "Russian",
    "Polish",
    "Syrian",
  ].concat(["Israel", "Gaza", "Greenwich", "European", "Eastern", "Central", "Western", "Pacific", "Mountain", "Universal", "local"]),
);
const areas = ["Europe", "Asia", "Africa", "America", "Atlantic", "Australia", "Indian", "Pacific"];

/**
 * `-11:30` behind a clock is the end of a stretch, not an offset, unless the clock stands in a date with a T; and no offset is more than
 * 14 hours ahead or 12 behind.
 */
const behind = /^(?:\s*Z(?![\p{L}\p{N}])|\s*\+(?:0?\d|1[0-4])(?::?[0-5]\d)?(?![\d:])|\s*\u2212(?:0?\d|1[0-2])(?::?[0-5]\d)?(?![\d:]))/u;
const behindDate = /^-(?:0\d|1[0-2]):?(?:00|30)(?!\d)/u;

export function saysZone(sentence: string, clocks: readonly { readonly start: number; readonly end: number }[]): boolean {
  if (named.test(sentence)) return true;
  if ([...sentence.matchAll(iana)].some(([name]) => isZone(name))) return true;
  if ([...sentence.matchAll(ofPlace)].some(([, place = ""]) => isPlace(place))) return true;
  return clocks.some(({ start, end }) => {
    const after = sentence.slice(end);
    return behind.test(after) || (sentence[start - 1] === "T" && behindDate.test(after));
  });
}

function isPlace(name: string): boolean {
  if (name === "Local" || places.has(name)) return true;
  return /^\p{Lu}/u.test(name) && areas.some((area) => isZone(`${area}/${name}`));
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
