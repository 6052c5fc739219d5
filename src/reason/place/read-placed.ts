/** Clauses without a figure: to a side of a place, near it, in it, about its border, across a water from it. */
import { type ClauseRule, directionAt, namedRule, ofOrFrom } from "./clause-rule.ts";
import { headingAt } from "./read-heading.ts";
import { bareNameAt, nameAt } from "./read-name.ts";
import { eat, matchAt, skip, spaces, wordsAt } from "./source-text.ts";

const degree = wordsAt("just|immediately|slightly|directly|right|a little(?: way)?|a short (?:way|distance)|well|far|somewhere|due");

/** "Just north of X", "to the west of X". */
const side: ClauseRule = (text, at, known) => {
  const heading = directionAt(text, skip(degree, text, at));
  const of = heading === undefined ? undefined : eat(ofOrFrom, text, spaces(text, heading.end));
  const name = of === undefined ? undefined : nameAt(text, spaces(text, of), known);
  if (heading === undefined || name === undefined) return undefined;
  return { value: [{ kind: "side", anchor: name.value, heading: heading.value }], end: name.end };
};

const inThe = wordsAt("(?:in|on|at|within|inside|from|to|along|near|close to|around)(?: the)?(?: (?:far|extreme|very))?");
const partWords = wordsAt("(?:part|half|quarter|districts?|area|reaches|sector|end)(?: of)?|of");
const sideWords = wordsAt("side of");
const edgeWords = wordsAt(
  "(?:(?:outer|very|city|town|village) )?(?:outskirts|edges?|fringes?|suburbs|limits?|borders?|boundary|perimeter|entrance|exit|approach(?:es)?)(?: (?:of|to|from))?",
);
const centreWords = wordsAt("(?:(?:city|town|village|historic|old|very) )?(?:cent(?:re|er)|heart|middle|downtown)(?: of)?");

/** "In the north of X", "in the western part of X", "on the northern edge of X", "in the centre of X". */
const within: ClauseRule = (text, at, known) => {
  const start = eat(inThe, text, at) ?? eat(the, text, at);
  if (start === undefined) return undefined;
  const here = spaces(text, start);
  const heading = headingAt(text, here);
  const next = spaces(text, heading?.end ?? here);
  const point = heading?.value ?? null;
  const edge = eat(edgeWords, text, next);
  if (edge !== undefined) {
    const name = nameAt(text, spaces(text, edge), known);
    return name === undefined ? undefined : { value: [{ kind: "edge", anchor: name.value, heading: point }], end: name.end };
  }
  const both = point === null ? undefined : eat(sideWords, text, next);
  if (both !== undefined && point !== null) {
    const name = nameAt(text, spaces(text, both), known);
    if (name === undefined) return undefined;
    // The north side of a town is in it, that of a church is beside it.
    const value = [
      { kind: "part", anchor: name.value, heading: point } as const,
      { kind: "side", anchor: name.value, heading: point } as const,
    ];
    return { value, end: name.end };
  }
  const part = point === null ? eat(centreWords, text, next) : eat(partWords, text, next);
  const name = part === undefined ? undefined : nameAt(text, spaces(text, part), known);
  return name === undefined ? undefined : { value: [{ kind: "part", anchor: name.value, heading: point }], end: name.end };
};

const inBefore = wordsAt("in|within|inside|across|from|at|throughout");
const central = wordsAt("central|downtown|inner");

/** "Northern Oxford", "in central Kyiv". */
const adjective: ClauseRule = (text, at, known) => {
  const here = skip(inBefore, text, at);
  const middle = eat(central, text, here);
  const heading = middle === undefined ? headingAt(text, here) : undefined;
  const end = middle ?? heading?.end;
  if (end === undefined || spaces(text, end) === end) return undefined;
  // Letters ("N Oxford") are too little to go by.
  if (heading !== undefined && !/^(?:north|south|east|west)/i.test(text.slice(here, end))) return undefined;
  const name = bareNameAt(text, spaces(text, end), known);
  return name === undefined ? undefined : { value: [{ kind: "part", anchor: name.value, heading: heading?.value ?? null }], end: name.end };
};

const the = wordsAt("the");
const outskirts = wordsAt("(?:(?:north|south|east|west)(?:ern)? )?(?:outskirts|suburbs)");
const possessive = /['’]s?\s+/uy;

/** "On Cambridge's northern outskirts", "in Kyiv's centre". */
const owned: ClauseRule = (text, at, known) => {
  const name = bareNameAt(text, skip(inThe, text, at), known);
  if (name === undefined) return undefined;
  const bare = spaces(text, name.end);
  const own = eat(possessive, text, name.end) ?? (eat(outskirts, text, bare) === undefined ? undefined : bare);
  if (own === undefined) return undefined;
  const heading = headingAt(text, own);
  const here = spaces(text, heading?.end ?? own);
  const edge = eat(edgeWords, text, here);
  const part =
    edge === undefined ? (eat(centreWords, text, here) ?? (heading === undefined ? undefined : eat(partWords, text, here))) : undefined;
  const end = edge ?? part;
  if (end === undefined) return undefined;
  const about = { anchor: name.value, heading: heading?.value ?? null };
  return { value: [edge === undefined ? { kind: "part", ...about } : { kind: "edge", ...about }], end };
};

const acrossWords = wordsAt("(?:just |directly |right )?(?:across|over)(?: the)?");
const otherBank = wordsAt(
  "(?:(?:just |directly )?(?:on|at|to) )?the (?:opposite|other|far|left|right|north|south|east|west)(?:ern)? (?:bank|shore|side) of(?: the)?",
);
const waters = wordsAt(
  "(?:river|lake|bay|strait|straits|water|canal|estuary|border|frontier|valley|fjord|sound|gulf|harbou?r|reservoir|channel|stream|railway|tracks|motorway|highway|street|road|square)",
);

/** "Across the river from X", "on the other bank of the Thames from X". */
const across: ClauseRule = (text, at, known) => {
  const start = eat(otherBank, text, at) ?? eat(acrossWords, text, at);
  if (start === undefined) return undefined;
  const here = spaces(text, start);
  const common = matchAt(waters, text, here);
  let end = common === undefined ? here : here + common[0].length;
  const proper = bareNameAt(text, spaces(text, end), known);
  if (proper !== undefined) end = proper.end;
  end = eat(waters, text, spaces(text, end)) ?? end;
  if (end === here) return undefined;
  const from = eat(fromOrTo, text, spaces(text, end));
  const name = from === undefined ? undefined : nameAt(text, spaces(text, from), known);
  if (name === undefined) return undefined;
  const near = common !== undefined && /^(?:street|road|square)$/i.test(common[0]);
  const water = text.slice(here, end);
  return { value: [near ? { kind: "opposite", anchor: name.value } : { kind: "across", anchor: name.value, water }], end: name.end };
};
const fromOrTo = wordsAt("from|to|opposite");

const namedRules: readonly ClauseRule[] = [
  namedRule(wordsAt("(?:(?:just|right|immediately|directly) )?outside(?: of)?"), (anchor) => ({ kind: "outside", anchor })),
  namedRule(
    wordsAt(
      "(?:very )?(?:near(?:by)?(?: to)?|close to|next to|beside|adjacent to|not far (?:from|away from|off)|a short (?:walk|drive|way|distance) (?:away )?from|in the (?:close |immediate )?(?:vicinity|neighbou?rhood|area|environs) of|in and around|around|bordering|neighbou?ring)",
    ),
    (anchor) => ({ kind: "near", anchor }),
  ),
  namedRule(wordsAt("(?:directly |just |right )?(?:opposite(?: to)?|facing|in front of|across from|behind)"), (anchor) => ({
    kind: "opposite",
    anchor,
  })),
  namedRule(wordsAt("(?:(?:geo)?located |situated )?(?:in|at|inside|within)|geolocated to|located to"), (anchor) => ({
    kind: "in",
    anchor,
  })),
];

export const placedRules: readonly ClauseRule[] = [side, within, adjective, owned, across, ...namedRules];
