/** Clauses with a figure: so far, or so many minutes, from a place. */
import { type ClauseRule, directionAt, ofOrFrom } from "./clause-rule.ts";
import type { ClauseBody, StatedBearing } from "./place-clause.ts";
import type { CompassPoint } from "./place-rules.ts";
import { distanceAt, type StatedTime, travelAt } from "./read-figure.ts";
import { bearingAt } from "./read-heading.ts";
import { nameAt } from "./read-name.ts";
import { eat, type Found, matchAt, skip, spaces, wordsAt } from "./source-text.ts";

const byRoad = wordsAt("(?:by|along the|on the) road|by car|as the crow flies|in a straight line");
const distanceOf = wordsAt("(?:at|to|from)?(?: a)? distance of|at");
const radius = wordsAt("(?:in|within|inside)(?: an?| the)?(?: radius of)?");
const radiusAfter = wordsAt("radius");
const radiusName = wordsAt("of|from|around|about|round");
const comma = /\s*,\s*/uy;
const away = wordsAt("away|or so away");

/** "Around 7 miles southwest of X", "12 km from X, to the north", "5 km by road from X". */
const offset: ClauseRule = (text, at, known) => {
  const distance = distanceAt(text, at) ?? distanceAt(text, skip(distanceOf, text, at));
  if (distance === undefined) return undefined;
  let here = spaces(text, distance.end);
  const road = matchAt(byRoad, text, here);
  here = skip(byRoad, text, here);
  const toward = towardAt(text, skip(loosely, text, here));
  here = spaces(text, toward?.end ?? here);
  // "7 mi SW Bucha": notes leave the "of" out.
  const after = eat(ofOrFrom, text, here) ?? (toward === undefined ? undefined : here);
  const name = after === undefined ? undefined : nameAt(text, spaces(text, after), known);
  if (name === undefined) return undefined;
  const later = toward === undefined ? towardBehind(text, name.end) : undefined;
  const said = road !== undefined && /road|car/i.test(road[0]) ? { ...distance.value, byRoad: true } : distance.value;
  const way = toward?.value ?? later?.value ?? { heading: null };
  return { value: [{ kind: "offset", anchor: name.value, distance: said, ...way }], end: later?.end ?? name.end };
};

const loosely = wordsAt("approximately|roughly|more or less|about|almost|slightly");

interface Toward {
  readonly heading: CompassPoint | null;
  readonly bearing?: StatedBearing;
}

function towardAt(text: string, at: number): Found<Toward> | undefined {
  const heading = directionAt(text, at);
  if (heading !== undefined) return { value: { heading: heading.value }, end: heading.end };
  const bearing = bearingAt(text, at);
  return bearing === undefined ? undefined : { value: { heading: null, bearing: bearing.value }, end: bearing.end };
}

/** "From X to the north", "from X at 225 degrees": behind the name, and not going on to another place. */
function towardBehind(text: string, end: number): Found<Toward> | undefined {
  const here = spaces(text, eat(comma, text, end) ?? end);
  const toward = eat(behind, text, here) === undefined ? undefined : towardAt(text, here);
  return toward === undefined || eat(ofOrFrom, text, spaces(text, toward.end)) !== undefined ? undefined : toward;
}
const behind = wordsAt("(?:to|towards|in|on|at)(?: an?| the)?(?: (?:direction|bearing|azimuth)(?: of)?)?|due|bearing");

/** "Within a radius of 5 km of X", "in a 10 km radius around X". */
const inRadius: ClauseRule = (text, at, known) => {
  const start = eat(radius, text, at);
  if (start === undefined) return undefined;
  const distance = distanceAt(text, spaces(text, start));
  if (distance === undefined) return undefined;
  const spoken = /radius/iu.test(text.slice(at, start));
  const after = eat(radiusAfter, text, eat(/[-\s]*/uy, text, distance.end) ?? distance.end);
  if (!spoken && after === undefined) return undefined;
  const of = eat(radiusName, text, spaces(text, after ?? distance.end));
  const name = of === undefined ? undefined : nameAt(text, spaces(text, of), known);
  if (name === undefined) return undefined;
  return {
    value: [{ kind: "offset", anchor: name.value, distance: { ...distance.value, wording: "within" }, heading: null }],
    end: name.end,
  };
};

/** "North of X, about 5 km away", "to the south of X by two miles": the figure stands behind. */
const offsetBehind: ClauseRule = (text, at, known) => {
  const heading = directionAt(text, skip(just, text, at));
  if (heading === undefined) return undefined;
  const of = eat(ofOrFrom, text, spaces(text, heading.end));
  const name = of === undefined ? undefined : nameAt(text, spaces(text, of), known);
  if (name === undefined) return undefined;
  const open = eat(bracket, text, name.end);
  const here = skip(figureIntro, text, open ?? eat(comma, text, name.end) ?? spaces(text, name.end));
  const distance = distanceAt(text, here);
  if (distance === undefined) return undefined;
  const next = spaces(text, distance.end);
  const said = eat(away, text, next) ?? distance.end;
  const end = open === undefined ? said : (eat(closing, text, said) ?? said);
  // "North of X, 2 miles south of Y" and "..., 2 miles from Y": the figure belongs to what follows it.
  if (directionAt(text, next) !== undefined || eat(ofOrFrom, text, spaces(text, end)) !== undefined) return undefined;
  return { value: [{ kind: "offset", anchor: name.value, distance: distance.value, heading: heading.value }], end };
};
const bracket = /\s*\(\s*/uy;
const closing = /\s*\)/uy;
const just = wordsAt("just|immediately|directly|due");
const figureIntro = wordsAt("by|at(?: a distance of)?|some");

/** "20 minutes' drive south of X", "an hour by car from X". */
const travel: ClauseRule = (text, at, known) => {
  const time = travelAt(text, at);
  if (time === undefined) return undefined;
  const heading = directionAt(text, spaces(text, time.end));
  const after = eat(ofOrFrom, text, spaces(text, heading?.end ?? time.end));
  const name = after === undefined ? undefined : nameAt(text, spaces(text, after), known);
  if (name === undefined) return undefined;
  const later = heading === undefined ? towardBehind(text, name.end) : undefined;
  // A bearing to the degree goes with a distance, not with minutes.
  const behind = later?.value.bearing === undefined ? later : undefined;
  return { value: [travelClause(name.value, time.value, heading?.value ?? behind?.value.heading ?? null)], end: behind?.end ?? name.end };
};

function travelClause(anchor: string, time: StatedTime, heading: CompassPoint | null): ClauseBody {
  return { kind: "travel", anchor, heading, ...time };
}

export const measuredRules: readonly ClauseRule[] = [offset, inRadius, offsetBehind, travel];
