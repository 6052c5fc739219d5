/** One phrase against its answer by hand: are the clauses offered, in one parse, and does the region hold the point that it must? */
import { answerPlace } from "../../src/reason/place/answer-place.ts";
import type { ParseAnswer, PlaceAnswer } from "../../src/reason/place/place-answer.ts";
import { PlaceProblem } from "../../src/reason/place/place-problem.ts";
import { ProblemUnreadable } from "../../src/reason/problem/problem-unreadable.ts";

/** What a clause must say; a field that is left out may be anything. */
export interface ExpectedClause {
  readonly kind: string;
  readonly anchor?: string;
  readonly other?: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly minutes?: number;
  readonly by?: string;
  readonly unit?: string;
  readonly wording?: string;
  readonly heading?: string | null;
  readonly road?: boolean;
  readonly feature?: string;
  /** The place that the clause is about; the spot where left out. */
  readonly about?: string;
}

export interface PlacePhrase {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly anchors: Record<string, { lat: number; lon: number; radiusKm?: number }[]>;
  /** Each must be among the parses. */
  readonly readings: readonly (readonly ExpectedClause[])[];
  readonly inside?: { readonly lat: number; readonly lon: number; readonly what: string };
  readonly outside?: { readonly lat: number; readonly lon: number; readonly what: string };
  /** Words that must be named among those that are not used. */
  readonly refused?: readonly string[];
}

export type Mark = "found" | "partly" | "missed";

export interface Score {
  readonly id: string;
  readonly kind: string;
  readonly mark: Mark;
  /** What is lacking, for whoever mends the reader. */
  readonly lacks: readonly string[];
}

type AnyClause = Readonly<Record<string, unknown>> & { readonly distance?: Readonly<Record<string, unknown>> };

export function scorePhrase({ id, kind, text, anchors, readings, inside, outside, refused = [] }: PlacePhrase): Score {
  let answer: PlaceAnswer;
  try {
    answer = answerPlace(PlaceProblem.parse({ text, anchors }));
  } catch (error) {
    if (!(error instanceof ProblemUnreadable)) throw error;
    return { id, kind, mark: "missed", lacks: [error.message] };
  }
  const { parses, leftOver } = answer;
  const lacks: string[] = [];
  let matched = 0;
  const wanted = readings.filter((reading) => reading.length > 0);
  const holding = wanted.map((reading) => {
    const best = parses.map((parse) => matchesOf(parse, reading)).toSorted((a, b) => b.fit - a.fit)[0];
    matched += best?.hits ?? 0;
    if (best === undefined || best.hits < reading.length)
      lacks.push(`clauses: ${best?.hits ?? 0} of ${reading.length}: ${reading.map((one) => JSON.stringify(one)).join(" ")}`);
    else if (best.extra > 0) lacks.push(`${best.extra} clauses too many`);
    return best?.parse;
  });
  const [first] = holding;
  if (inside !== undefined && (first === undefined || !holds(first, inside))) lacks.push(`does not hold ${inside.what}`);
  if (outside !== undefined && (first === undefined || holds(first, outside))) lacks.push(`holds ${outside.what}`);
  const unused = leftOver.map((words) => words.text);
  for (const words of refused)
    if (!unused.some((one) => one.toLowerCase().includes(words.toLowerCase()))) lacks.push(`${words} is not named as not used`);
  if (wanted.length === 0 && parses.some(({ clauses }) => clauses.some(({ kind: sort }) => sort === "offset")))
    lacks.push("reads what it should refuse");
  return { id, kind, mark: lacks.length === 0 ? "found" : matched > 0 ? "partly" : "missed", lacks };
}

function matchesOf(parse: ParseAnswer, reading: readonly ExpectedClause[]) {
  const clauses = parse.clauses as unknown as readonly AnyClause[];
  const hit = reading.filter((wanted) => clauses.some((clause) => fits(clause, wanted)));
  const extra = clauses.filter((clause) => clause["kind"] !== "feature" && !reading.some((wanted) => fits(clause, wanted))).length;
  return { parse, hits: hit.length, extra, fit: hit.length - extra / 100 };
}

function fits(clause: AnyClause, wanted: ExpectedClause): boolean {
  const { distance = {} } = clause;
  const about = clause["about"] === "spot" ? undefined : (clause["about"] as { anchor: string }).anchor;
  if (about !== wanted.about) return false;
  const said: Readonly<Record<string, unknown>> = {
    ...clause,
    ...distance,
    low: distance["value"],
    high: distance["upTo"] ?? distance["value"],
  };
  return Object.entries(wanted).every(
    ([field, value]) => field === "about" || said[field] === value || (value === null && said[field] === undefined),
  );
}

/** Even and odd crossings over all rings: holes count themselves out. */
function holds({ region }: ParseAnswer, { lat, lon }: { readonly lat: number; readonly lon: number }): boolean {
  let inside = false;
  for (const ring of region.coordinates.flat())
    for (let i = 0; i + 1 < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i], ring[i + 1]] as [readonly [number, number], readonly [number, number]];
      for (const x of [lon, lon + 360]) if (y1 > lat !== y2 > lat && x < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  return inside;
}
