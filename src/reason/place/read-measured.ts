/** Clauses with a figure: so far, or so many minutes, from a place. */
import { type ClauseRule, directionAt, ofOrFrom } from "./clause-rule.ts";
import type { ClauseBody } from "./place-clause.ts";
import type { CompassPoint } from "./place-rules.ts";
import { distanceAt, type StatedTime, travelAt } from "./read-figure.ts";
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
  const distance = distanceAt(text, skip(distanceOf, text, at));
  if (distance === undefined) return undefined;
  let here = spaces(text, distance.end);
  const road = matchAt(byRoad, text, here);
  here = skip(byRoad, text, here);
  const heading = directionAt(text, here);
  if (heading !== undefined) here = spaces(text, heading.end);
  // "7 mi SW Bucha": notes leave the "of" out.
  const after = eat(ofOrFrom, text, here) ?? (heading === undefined ? undefined : here);
  const name = after === undefined ? undefined : nameAt(text, spaces(text, after), known);
  if (name === undefined) return undefined;
  const later = heading === undefined ? directionBehind(text, name.end) : undefined;
  const said = road !== undefined && /road|car/i.test(road[0]) ? { ...distance.value, byRoad: true } : distance.value;
  return {
    value: [{ kind: "offset", anchor: name.value, distance: said, heading: heading?.value ?? later?.value ?? null }],
    end: later?.end ?? name.end,
  };
};

/** "From X to the north": a heading behind the name, which must not go on to another place. */
function directionBehind(text: string, end: number): Found<CompassPoint> | undefined {
  const here = spaces(text, eat(comma, text, end) ?? end);
  const intro = eat(behind, text, here);
  const heading = intro === undefined ? undefined : directionAt(text, here);
  if (heading === undefined || eat(ofOrFrom, text, spaces(text, heading.end)) !== undefined) return undefined;
  return heading;
}
const behind = wordsAt("(?:to|towards|in)(?: the)?(?: direction of)?|due");

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
  const here = skip(figureIntro, text, eat(comma, text, name.end) ?? spaces(text, name.end));
  const distance = distanceAt(text, here);
  if (distance === undefined) return undefined;
  const next = spaces(text, distance.end);
  const end = eat(away, text, next) ?? distance.end;
  // "North of X, 2 miles south of Y" and "..., 2 miles from Y": the figure belongs to what follows it.
  if (directionAt(text, next) !== undefined || eat(ofOrFrom, text, spaces(text, end)) !== undefined) return undefined;
  return { value: [{ kind: "offset", anchor: name.value, distance: distance.value, heading: heading.value }], end };
};
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
  return { value: [travelClause(name.value, time.value, heading?.value ?? null)], end: name.end };
};

function travelClause(anchor: string, time: StatedTime, heading: CompassPoint | null): ClauseBody {
  return { kind: "travel", anchor, heading, ...time };
}

export const measuredRules: readonly ClauseRule[] = [offset, inRadius, offsetBehind, travel];
