/** The place reasoner as a whole: every way to read a phrase, each with its clauses, its region and its area. Which reading is meant is for a person to say. */
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";
import { auditPlace } from "./audit-place.ts";
import { readingsOf } from "./bind-clauses.ts";
import type { AnchorPoint, Anchors } from "./clause-miss.ts";
import type { ReadClause } from "./collect-clauses.ts";
import { type Ground, groundOf } from "./ground-lines.ts";
import { coarse, fine } from "./outline-region.ts";
import { namesakeAnswer } from "./namesakes.ts";
import type { AnsweredClause, ParseAnswer, PlaceAnswer } from "./place-answer.ts";
import { namesOf, type PlaceClause } from "./place-clause.ts";
import type { PlaceProblem } from "./place-problem.ts";
import type { PlaceRules } from "./place-rules.ts";
import { extentOf, type MultiPolygon } from "./polygon.ts";
import { readingsOfProblem } from "./problem-readings.ts";
import { readPhrase } from "./read-phrase.ts";
import { type Relaxation, relaxationsOf } from "./relax-rules.ts";
import { type NearestMiss, nearestMisses, type RuledClause, solveClauses, type SolvedRegion } from "./solve-clauses.ts";
import { assumptionsOf } from "./tell-assumptions.ts";
import { tellMiss } from "./tell-miss.ts";

export type { MissAnswer, ParseAnswer, PlaceAnswer } from "./place-answer.ts";

/** Throws ProblemUnreadable when no clause can be used for want of points. */
export function answerPlace(problem: PlaceProblem): PlaceAnswer {
  const { text, anchors, alternatives = {}, rules, lines = [] } = problem;
  const { clauses, leftOver } = readPhrase(text, new Set([...Object.keys(anchors), ...Object.keys(alternatives)]));
  const points = { anchors: new Map(Object.entries(anchors)), alternatives: new Map(Object.entries(alternatives)) };
  demandPoints(clauses, points, problem.namesakes);
  const { parses, leftOut } = readingsOf(clauses);
  const about: About = { ...points, problem, ground: groundOf(lines, rules), alone: new Map(), together: new Map() };
  const left = leftOver.map((words) => words.text);
  return {
    ...{ text, rules, parses: parses.map((reading) => parseAnswer(reading, about, left)), parsesLeftOut: leftOut, leftOver },
    ...namesakeAnswer(readingsOfProblem(problem), problem),
  };
}

interface Points {
  readonly anchors: Anchors;
  readonly alternatives: Anchors;
}

interface About extends Points {
  readonly problem: PlaceProblem;
  readonly ground: Ground;
  /** Regions of single clauses, by their words and their reading, and of clauses together: the same in every parse that has them. */
  readonly alone: Map<string, Alone | null>;
  readonly together: Map<string, Together>;
}

interface Alone {
  readonly region: MultiPolygon;
  readonly areaKm2: number;
}

function demandPoints(clauses: readonly ReadClause[], points: Points, namesakes: PlaceProblem["namesakes"] = {}): void {
  const named = clauses.flatMap(({ ways }) => ways).filter((clause) => namesOf(clause).length > 0);
  // A name that gazetteers list is answered with its namesakes, though none of them be taken for an anchor.
  const unknown = (clause: PlaceClause) => namesOf(clause).find((name) => isUnknown(name, points) && (namesakes[name]?.length ?? 0) === 0);
  const [first] = named;
  if (first === undefined || named.some((clause) => unknown(clause) === undefined)) return;
  throw new ProblemUnreadable(
    "anchors",
    `expected points for every place that the text names; found none for ${JSON.stringify(unknown(first)?.slice(0, 80))}`,
  );
}

function parseAnswer(reading: readonly PlaceClause[], about: About, leftOver: readonly string[]): ParseAnswer {
  const { anchors, alternatives, problem, ground } = about;
  const clauses = reading.map((clause) => answered(clause, about));
  const ruled = clauses.map((clause) => ({ clause, rules: rulesFor(clause, problem) }));
  const used = ruled.filter(({ clause }) => clause.unused === null);
  const { solved, misses, relaxations } = togetherOf(used, about);
  const near = misses.find(({ asks }) => asks === "distance") ?? misses[0];
  const alone = ruled.map((one) => aloneOf(one, about));
  const region = solved?.region ?? nowhere;
  return {
    reads: clauses.map(readingOf).join("; "),
    clauses,
    clauseRegions: alone.map((one) => one?.region ?? null),
    clauseAreasKm2: alone.map((one) => one?.areaKm2 ?? null),
    region,
    areaKm2: solved?.areaKm2 ?? 0,
    areaErrorKm2: solved?.errorKm2 ?? 0,
    ...extentOf(region),
    assumes: [
      ...used.flatMap(({ clause, rules }) => assumptionsOf(clause, anchors, rules, ground)),
      ...(solved?.cutOff === true
        ? [`"more than" is cut off at ${problem.rules.beyondTimes} times as far (beyondTimes): nothing else ends the region`]
        : []),
    ],
    nearestMiss: near === undefined ? null : tellMiss(near),
    furtherMisses: misses.filter((one) => one !== near).map(tellMiss),
    relaxations,
    audits: ruled.flatMap(({ clause, rules: own }) => {
      if (clause.about === "spot" || clause.kind !== "offset") return [];
      const points = (name: string): readonly AnchorPoint[] => [...(anchors.get(name) ?? []), ...(alternatives.get(name) ?? [])];
      const found = auditPlace(clause, points(clause.about.anchor), points(clause.anchor), own);
      return [{ clause: clause.text, place: clause.about.anchor, found }];
    }),
    notUsed: [...clauses.filter(({ kind, unused }) => kind === "feature" && unused !== null).map(({ text }) => text), ...leftOver],
  };
}

function isUnknown(name: string, { anchors, alternatives }: Points): boolean {
  return (anchors.get(name)?.length ?? 0) === 0 && (alternatives.get(name)?.length ?? 0) === 0;
}

const nowhere: MultiPolygon = { type: "MultiPolygon", coordinates: [] };

function rulesFor({ span }: PlaceClause, { rules, clauseRules = [] }: PlaceProblem): PlaceRules {
  const own = clauseRules.find((one) => one.span[0] === span[0] && one.span[1] === span[1])?.rules ?? {};
  return { ...rules, ...(Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)) as Partial<PlaceRules>) };
}

function answered(clause: PlaceClause, about: About): AnsweredClause {
  const { anchors, ground } = about;
  const { off = [] } = about.problem;
  const names = namesOf(clause);
  const unknown = names.find((name) => isUnknown(name, about));
  const bare = names.find((name) => (anchors.get(name)?.length ?? 0) === 0);
  const switched = off.some(([start, end]) => start === clause.span[0] && end === clause.span[1]);
  const why = (): string | null => {
    if (switched) return "switched off";
    if (unknown !== undefined) return `no point of ${unknown} is known`;
    if (bare !== undefined) return `every point of ${bare} is switched off`;
    if (clause.about !== "spot") return `it tests ${clause.about.anchor} and not the spot`;
    if (clause.kind !== "feature" || ground.conditionsOf(clause).length > 0) return null;
    return (about.problem.lines ?? []).length === 0 ? "it needs map data" : "no line of the map data fits it";
  };
  return { ...clause, off: switched || (bare !== undefined && unknown === undefined), unused: why() };
}

interface Together {
  readonly solved: SolvedRegion | undefined;
  /** Where the clauses leave nothing. */
  readonly misses: readonly NearestMiss[];
  readonly relaxations: readonly Relaxation[];
}

function togetherOf(used: readonly RuledClause[], { anchors, alternatives, ground, problem, together }: About): Together {
  const key = used.map(({ clause }) => keyOf(clause)).join("\n");
  const known = together.get(key);
  if (known !== undefined) return known;
  const setting = { anchors, ground };
  const solved = solveClauses(used, setting, fine);
  const empty = solved?.areaKm2 === 0;
  const found = {
    solved,
    misses: empty ? nearestMisses(used, setting) : [],
    relaxations: empty ? relaxationsOf(used, setting, alternatives, problem.rules) : [],
  };
  together.set(key, found);
  return found;
}

/** The words and what they were read as: what they are about changes no region. */
function keyOf(clause: PlaceClause): string {
  return JSON.stringify([clause.span, { ...clause, about: null, off: null, unused: null }]);
}

/** The clause by itself, from the points that are switched on, or else from those that are not. */
function aloneOf({ clause, rules }: RuledClause, { anchors, alternatives, ground, alone }: About): Alone | null {
  const key = keyOf(clause);
  const known = alone.get(key);
  if (known !== undefined) return known;
  const points = new Map(
    namesOf(clause).map((name) => [name, (anchors.get(name)?.length ? anchors.get(name) : alternatives.get(name)) ?? []]),
  );
  const bare = [...points.values()].some((some) => some.length === 0);
  const found = bare ? null : (solveClauses([{ clause, rules }], { anchors: points, ground }, coarse) ?? null);
  alone.set(key, found);
  return found;
}

function readingOf(clause: AnsweredClause): string {
  if (clause.about !== "spot") return `${clause.about.anchor} is ${clause.text}, which tests the place and not the spot`;
  const bare = clause.kind === "feature" && clause.unused !== null && !clause.off;
  return bare ? `the spot is ${clause.text}, which is not used: ${clause.unused}` : `the spot is ${clause.text}`;
}
