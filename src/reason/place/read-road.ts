/** Clauses along a way between two places, and about roads and crossings that only map data can place. */
import { type ClauseRule, namedRule } from "./clause-rule.ts";
import { bareNameAt, type KnownNames, nameAt } from "./read-name.ts";
import { eat, type Found, matchAt, signsAt, skip, spaces, wordsAt } from "./source-text.ts";

const onRoad = wordsAt("(?:somewhere |just )?(?:on|along|alongside|beside|by|off|next to|near|at the side of|down|up)");
const anyArticle = wordsAt("an?|the");
const adjective = wordsAt(
  "train|tram|main|old|new|dirt|gravel|paved|country|rural|back|minor|side|dual|toll|busy|quiet|narrow|coastal|mountain|forest|local|regional|international|national",
);
const road = wordsAt(
  "roads?|highways?|motorways?|freeways?|expressways?|autobahn|autoroute|route|streets?|track|path|lane|carriageway|railway(?: line)?|rail line|line",
);
const ref = signsAt("[A-Z]{1,3}[-‐ ]?[0-9]{1,4}[A-Za-z]?(?![\\p{L}\\p{N}])");
const named = wordsAt("(?:highway|route|road|autoroute|interstate|motorway) [0-9]{1,4}[a-z]?");
/** A street or a river by its own name, which is no place that anything is measured from. */
const ownName = signsAt(
  "(?:the\\s+)?(?<name>\\p{Lu}[\\p{L}\\p{M}'’-]*(?:\\s\\p{Lu}[\\p{L}\\p{M}'’-]*){0,3}?)\\s(?<sort>Street|Road|Avenue|Lane|Boulevard|Highway|River|highway|motorway|street|road|avenue|lane|boulevard|river)(?![\\p{L}\\p{M}\\p{N}])",
);
const riverFirst = signsAt("the\\s(?<sort>River|river)\\s(?<name>\\p{Lu}[\\p{L}\\p{M}'’-]*)");
const slash = /\s*\/\s*/uy;

/** "A303", "M06/E40", "Highway 1": numbers of a road, as they are called. */
function refsAt(text: string, at: number): Found<readonly string[]> | undefined {
  const refs: string[] = [];
  let end = at;
  for (let here = at; ;) {
    const match = matchAt(ref, text, here) ?? matchAt(named, text, here);
    if (match === undefined) break;
    refs.push(match[0]);
    end = here + match[0].length;
    const next = eat(slash, text, end);
    if (next === undefined) break;
    here = next;
  }
  return refs.length === 0 ? undefined : { value: refs, end };
}

interface RoadWords {
  readonly refs: readonly string[];
  /** "road", "highway"; empty where only a number is given. */
  readonly sort: string;
  /** Names in front of the sort: "the Kyiv-Zhytomyr highway". */
  readonly ends?: readonly [string, string];
}

/** "the M06/E40 highway", "a dirt road", "the Nairobi-Nakuru highway", "the A303". */
function roadAt(text: string, at: number, known: KnownNames): Found<RoadWords> | undefined {
  let here = skip(anyArticle, text, at);
  for (let next = skip(adjective, text, here); next !== here; next = skip(adjective, text, here)) here = next;
  const first = refsAt(text, here);
  if (first !== undefined) here = spaces(text, first.end);
  const ends = endsAt(text, here, known);
  if (ends !== undefined) here = spaces(text, ends.end);
  for (let next = skip(adjective, text, here); next !== here; next = skip(adjective, text, here)) here = next;
  const sort = matchAt(road, text, here);
  if (sort === undefined)
    return first === undefined || ends !== undefined ? undefined : { value: { refs: first.value, sort: "" }, end: first.end };
  let end = here + sort[0].length;
  const bracket = first === undefined ? bracketed(text, end) : undefined;
  if (bracket !== undefined) ({ end } = bracket);
  const refs = first?.value ?? bracket?.value ?? [];
  return { value: { refs, sort: sort[0].toLowerCase(), ...(ends !== undefined && { ends: ends.value }) }, end };
}

function bracketed(text: string, at: number): Found<readonly string[]> | undefined {
  const open = eat(/\s*\(\s*/uy, text, at);
  const refs = open === undefined ? undefined : refsAt(text, open);
  const close = refs === undefined ? undefined : eat(/\s*\)/uy, text, refs.end);
  return refs === undefined || close === undefined ? undefined : { value: refs.value, end: close };
}

const dash = signsAt("\\s?[-‐–—]\\s?|\\s+to\\s+|\\s?/\\s?");
const part = signsAt("\\p{Lu}[\\p{L}\\p{M}'’]*(?:\\s\\p{Lu}[\\p{L}\\p{M}'’]*)*");

/** "Kyiv-Zhytomyr" before "highway": a hyphen joins two places here, and may also stand within either: known names decide, else the first hyphen. */
function endsAt(text: string, at: number, known: KnownNames): Found<readonly [string, string]> | undefined {
  const one = bareNameAt(text, at, known);
  const knows = (found: Found<string> | undefined) =>
    found !== undefined && [...known.values()].some((names) => names.includes(found.value));
  if (one !== undefined && knows(one)) {
    const joint = eat(dash, text, one.end);
    const other = joint === undefined ? undefined : bareNameAt(text, joint, known);
    if (other !== undefined) return { value: [one.value, other.value], end: other.end };
  }
  const first = matchAt(part, text, at);
  if (first === undefined) return undefined;
  const joint = eat(dash, text, at + first[0].length);
  const second = joint === undefined ? undefined : (bareNameAt(text, joint, known) ?? partOf(text, joint));
  if (second === undefined || /^(?:The|A|An)$/.test(first[0])) return undefined;
  return { value: [first[0], second.value], end: second.end };
}

function partOf(text: string, at: number): Found<string> | undefined {
  const match = matchAt(part, text, at);
  return match === undefined ? undefined : { value: match[0], end: at + match[0].length };
}

const links = wordsAt(
  "(?:(?:that|which) )?(?:(?:runs?|running|leads?|leading|goes|going) )?(?:from|between|connect(?:s|ing)|link(?:s|ing)|join(?:s|ing)|out of|out from|leaving)",
);
const and = wordsAt("and|to|with|or");
const toward = wordsAt("(?:heading |leading |going )?(?:towards?|in the direction of|for|heading for)");

/** "On the road from X to Y", "along the A2 between X and Y", "the road out of X towards Y", "beside the X-Y highway". */
const alongRoad: ClauseRule = (text, at, known) => {
  const on = eat(onRoad, text, at);
  const way = roadAt(text, on === undefined ? at : spaces(text, on), known);
  if (way === undefined) return undefined;
  const { refs, sort, ends } = way.value;
  const named = refs.length === 0 ? {} : { refs };
  if (ends !== undefined) return { value: [{ kind: "between", anchor: ends[0], other: ends[1], road: true, ...named }], end: way.end };
  const link = matchAt(links, text, spaces(text, way.end));
  if (link !== undefined) {
    const from = nameAt(text, spaces(text, spaces(text, way.end) + link[0].length), known);
    const here = from === undefined ? 0 : spaces(text, from.end);
    const heads = from === undefined ? undefined : eat(toward, text, here);
    const joined = heads ?? (from === undefined ? undefined : eat(and, text, here));
    const to = joined === undefined ? undefined : nameAt(text, spaces(text, joined), known);
    if (from !== undefined && to !== undefined) {
      const ways = { anchor: from.value, other: to.value };
      return {
        value: [heads === undefined ? { kind: "between", ...ways, road: true, ...named } : { kind: "towards", ...ways }],
        end: to.end,
      };
    }
  }
  // "A road" alone says nothing of where; on one, it is something to look for.
  return on === undefined ? undefined : { value: [{ kind: "feature", feature: sort === "" ? "road" : sort, ...named }], end: way.end };
};

const onTheWay = wordsAt("(?:somewhere |midway )?(?:on the way|en route|on the route|on the journey|travelling|driving)");
const toFirst = wordsAt("to");
const fromSecond = wordsAt("from");

/** "On the way from X to Y", "en route to Y from X". */
const underway: ClauseRule = (text, at, known) => {
  const start = eat(onTheWay, text, at);
  if (start === undefined) return undefined;
  const turned = eat(toFirst, text, spaces(text, start));
  const first = turned ?? eat(fromSecond, text, spaces(text, start));
  const one = first === undefined ? undefined : nameAt(text, spaces(text, first), known);
  const joint = one === undefined ? undefined : eat(turned === undefined ? toFirst : fromSecond, text, spaces(text, one.end));
  const two = joint === undefined ? undefined : nameAt(text, spaces(text, joint), known);
  if (one === undefined || two === undefined) return undefined;
  const [anchor, other] = turned === undefined ? [one.value, two.value] : [two.value, one.value];
  return { value: [{ kind: "between", anchor, other, road: true }], end: two.end };
};

const bare = wordsAt("(?:somewhere )?(?:in )?(?:between|from)");
const andOnly = wordsAt("and");

/** "Between X and Y"; "from X towards Y". */
const between: ClauseRule = (text, at, known) => {
  const match = matchAt(bare, text, at);
  if (match === undefined) return undefined;
  const from = nameAt(text, spaces(text, at + match[0].length), known);
  if (from === undefined) return undefined;
  const here = spaces(text, from.end);
  const setsOut = /from$/i.test(match[0]);
  const joint = eat(setsOut ? toward : andOnly, text, here);
  const to = joint === undefined ? undefined : nameAt(text, spaces(text, joint), known);
  if (to === undefined) return undefined;
  const ways = { anchor: from.value, other: to.value };
  return { value: [setsOut ? { kind: "towards", ...ways } : { kind: "between", ...ways, road: false }], end: to.end };
};

const half = wordsAt(
  "(?:about |roughly |around |almost |nearly |approximately |exactly )?(?:half[- ]?way|mid[- ]?way|at the mid[- ]?point|in the middle)(?: along)?",
);
const shares: readonly (readonly [RegExp, number])[] = [
  [half, 0.5],
  [wordsAt("(?:about |roughly |around )?(?:a|one)[- ]third of the way"), 1 / 3],
  [wordsAt("(?:about |roughly |around )?two[- ]thirds of the way"), 2 / 3],
  [wordsAt("(?:about |roughly |around )?(?:a|one)[- ]quarter of the way"), 0.25],
  [wordsAt("(?:about |roughly |around )?three[- ]quarters of the way"), 0.75],
];
const betweenOrFrom = wordsAt("(?:of the )?(?:between|from)");

/** "Halfway between X and Y", "a third of the way from X to Y". */
const halfway: ClauseRule = (text, at, known) => {
  for (const [pattern, share] of shares) {
    const end = eat(pattern, text, at);
    if (end === undefined) continue;
    let here = spaces(text, end);
    const way = roadAt(text, here, known);
    if (way !== undefined && way.value.ends === undefined) here = spaces(text, way.end);
    const start = eat(betweenOrFrom, text, here);
    const from = start === undefined ? undefined : nameAt(text, spaces(text, start), known);
    const joint = from === undefined ? undefined : eat(and, text, spaces(text, from.end));
    const to = joint === undefined ? undefined : nameAt(text, spaces(text, joint), known);
    if (from !== undefined && to !== undefined)
      return { value: [{ kind: "halfway", anchor: from.value, other: to.value, share }], end: to.end };
  }
  return undefined;
};

const crossing = wordsAt(
  "(?:road )?(?:junction|crossroads?|intersection|interchange|roundabout|crossing|fork|turn[- ]?off|T-junction|exit)",
);
const at = wordsAt("(?:at|near|by|close to|on|just before|just after)(?: an?| the)?(?: (?:main|big|large|small))?");
const joins = wordsAt("(?:of|between|where)(?: the)?");
const with_ = wordsAt("(?:and|with|meets|crosses|joins)(?: the)?");

/** "At the crossroads", "at the junction of the A303 and the A360". */
const junction: ClauseRule = (text, start, known) => {
  const here = eat(at, text, start);
  const what = here === undefined ? undefined : matchAt(crossing, text, spaces(text, here));
  if (here === undefined || what === undefined) return undefined;
  let end = spaces(text, here) + what[0].length;
  const feature = what[0].toLowerCase();
  const joined = eat(joins, text, spaces(text, end));
  const one = joined === undefined ? undefined : roadAt(text, spaces(text, joined), known);
  if (one === undefined || one.value.refs.length === 0) return { value: [{ kind: "feature", feature }], end };
  ({ end } = one);
  const more = eat(with_, text, spaces(text, end));
  const two = more === undefined ? undefined : roadAt(text, spaces(text, more), known);
  if (two !== undefined && two.value.refs.length > 0) ({ end } = two);
  return { value: [{ kind: "feature", feature, refs: [...one.value.refs, ...(two?.value.refs ?? [])] }], end };
};

const bankOf = wordsAt(
  "(?:on|at|along|by) the (?:(?:left|right|north|south|east|west)(?:ern)? )?(?:banks?|shores?|waterfront) of(?: the)?(?: river| lake)?",
);

/** "On the south bank of the Danube". */
const bank: ClauseRule = (text, start, known) => {
  const after = eat(bankOf, text, start);
  const name = after === undefined ? undefined : bareNameAt(text, spaces(text, after), known);
  return name === undefined ? undefined : { value: [{ kind: "feature", feature: "river", refs: [name.value] }], end: name.end };
};

/** "On Yablunska Street", "along the Dnipro river". */
const ownLine: ClauseRule = (text, start) => {
  const on = eat(onRoad, text, start);
  const match = on === undefined ? undefined : (matchAt(riverFirst, text, spaces(text, on)) ?? matchAt(ownName, text, spaces(text, on)));
  if (on === undefined || match === undefined) return undefined;
  const { name = "", sort = "" } = match.groups ?? {};
  const river = /river/i.test(sort);
  const refs = [river ? name : `${name} ${sort}`];
  return { value: [{ kind: "feature", feature: sort.toLowerCase(), refs }], end: spaces(text, on) + match[0].length };
};

const onGround = wordsAt(
  "(?:on|in|at|along|beside|by|next to|near|under|across|over) (?:an?|the) (?:(?:small|large|big|old|new|nearby|open|local|railway|river) )?(?<feature>bridge|square|riverbank|river|field|beach|forest|wood|hill|ridge|quarry|dam|railway(?: line| station)?|canal|lake|petrol station|gas station|car park|parking lot|cemetery|school|church|mosque|factory|farm|airfield|airport|harbour|port|market)",
);

const ground: ClauseRule = (text, start) => {
  const match = matchAt(onGround, text, start);
  if (match === undefined) return undefined;
  return { value: [{ kind: "feature", feature: (match.groups?.["feature"] ?? "").toLowerCase() }], end: start + match[0].length };
};

/** "Towards Y" behind a place: set out from that place. The anchor is filled in where the clauses are put together. */
const towards: ClauseRule = namedRule(
  wordsAt(
    "(?:(?:on|along|down|up) (?:the|a) (?:main )?(?:road|highway|motorway|route|track) |(?:in the direction of|heading for|heading towards?|going towards?) )?(?:to|towards?|leading to|for)",
  ),
  (other) => ({ kind: "towards", anchor: "", other }),
);
const onlyTowards: ClauseRule = (text, here, known) => {
  const found = towards(text, here, known);
  // "To" alone is no direction: "the road to X" is.
  return found !== undefined && /^(?:to|for)\s/i.test(text.slice(here)) ? undefined : found;
};

export const roadRules: readonly ClauseRule[] = [halfway, alongRoad, underway, between, junction, ownLine, bank, ground, onlyTowards];
