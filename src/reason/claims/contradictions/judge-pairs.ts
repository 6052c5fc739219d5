/** Two claims about one aspect of one event, judged by what their values leave: times, regions, numbers, words. */
import type { ClaimValue } from "../../../core/claim/claim-value.ts";
import type { Interval } from "../../time/moments.ts";
import { readProblem } from "../../time/read-problem.ts";
import type { CaseClaim } from "../claim-case.ts";
import { compareActors } from "../compare/compare-actors.ts";
import { compareActs } from "../compare/compare-acts.ts";
import { compareNumbers } from "../compare/compare-numbers.ts";
import { compareIdentifications, compareSpeech, compareVerifications } from "../compare/compare-other-values.ts";
import { comparePlaces, type ReadPlace, readPlace } from "../compare/compare-places.ts";
import { compareWindows } from "../compare/compare-windows.ts";
import { judgeRelation, judgeTogether, type Judged, type Relation } from "../compare/relation.ts";
import type { CaseFacts } from "./case-facts.ts";
import type { ClaimWindow, ClaimWindows } from "./claim-windows.ts";
import type { PairJudgement, PlacesByPhrase, ReadingJudgement } from "./contradiction-report-types.ts";

/** What two claims can be read as, and how those readings lie to each other. */
interface Compared {
  readonly first: number;
  readonly second: number;
  /** What was taken, in words; empty where nothing is open. */
  readonly taken: string;
  readonly relation: Relation;
}

/** Regions that are compared in one report: some hundredths of a second each. */
const regionsAtMost = 300;

export class PairJudge {
  #regionsLeft = regionsAtMost;
  readonly #looked: Interval;
  readonly #facts: CaseFacts;
  readonly #places: PlacesByPhrase;
  readonly #windowsOf: (claim: CaseClaim) => ClaimWindows;
  readonly #readPlaces = new Map<string, ReadPlace>();
  readonly #comparedPlaces = new Map<string, readonly Compared[]>();

  constructor(facts: CaseFacts, places: PlacesByPhrase, windowsOf: (claim: CaseClaim) => ClaimWindows) {
    this.#facts = facts;
    this.#places = places;
    this.#windowsOf = windowsOf;
    const { horizon } = facts.settings;
    this.#looked = readProblem({ events: ["event"], horizon: [...horizon], statements: [] }).horizon;
  }

  judge(first: CaseClaim, second: CaseClaim): PairJudgement {
    const [p, q] = [polarityOf(first), polarityOf(second)];
    const isOpen = p === "open" || q === "open";
    const compared = isOpen
      ? [{ first: 0, second: 0, taken: "", relation: { is: "unknown", words: "" } as const }]
      : this.#compare(first, second);
    const ways = compared.map(({ relation }): Judged => judgeRelation(relation, p, q));
    const together = judgeTogether(ways);
    const readings = compared.length < 2 ? [] : compared.map((one, i): ReadingJudgement => readingOf(one, ways[i] as Judged));
    const words = together.depends ? dependsWords(ways) : (ways[0]?.words ?? "nothing can be compared");
    return {
      ...{
        first: first.id,
        second: second.id,
        judgement: together.judgement,
        words,
        readings,
        gap: together.gap,
        touching: together.touching,
      },
      narrower: together.narrower === null ? null : together.narrower === "first" ? first.id : second.id,
      alongDerivation: this.#facts.isAlongDerivation(first, second),
    };
  }

  #compare(first: CaseClaim, second: CaseClaim): readonly Compared[] {
    const [a, b] = [first.statement.value, second.statement.value];
    const one = (relation: Relation): Compared[] => [{ first: 0, second: 0, taken: "", relation }];
    if (a.is === "time" && b.is === "time") return this.#compareTimes(first, second);
    if (a.is === "place" && b.is === "place") return this.#comparePhrases(a.words, b.words);
    if (a.is === "number" && b.is === "number") return one(compareNumbers(a, b, [first.statement.hedges, second.statement.hedges]));
    return one(compareValues(a, b));
  }

  #compareTimes(first: CaseClaim, second: CaseClaim): readonly Compared[] {
    const [a, b] = [this.#windowsOf(first), this.#windowsOf(second)];
    const unread = [...a.unread.map(({ why }) => `${first.id}: ${why}`), ...b.unread.map(({ why }) => `${second.id}: ${why}`)];
    const ways = a.windows.flatMap((one) =>
      b.windows
        .filter((other) => isOneZone(one, other))
        .map((other): Compared => ({
          ...taken(first, one, second, other),
          relation: compareWindows(one.moments, other.moments, this.#looked),
        })),
    );
    const why = unread.length > 0 ? unread.join("; ") : "neither can be placed in time";
    return unread.length > 0 || ways.length === 0
      ? [...ways, { first: 0, second: 0, taken: "", relation: { is: "unknown", words: why } }]
      : ways;
  }

  #comparePhrases(first: string, second: string): readonly Compared[] {
    if (first.trim() === second.trim()) return [{ first: 0, second: 0, taken: "", relation: { is: "same", words: `both say "${first}"` } }];
    const key = JSON.stringify([first, second]);
    let known = this.#comparedPlaces.get(key);
    if (known === undefined) this.#comparedPlaces.set(key, (known = this.#regions(first, second)));
    return known;
  }

  /** Asked in one order only, so that both orders tell the same figures. */
  #regions(first: string, second: string): readonly Compared[] {
    if (first > second)
      return this.#comparePhrases(second, first).map((one) => ({
        ...one,
        first: one.second,
        second: one.first,
        relation: turned(one.relation),
      }));
    const [a, b] = [this.#read(first), this.#read(second)];
    if ("why" in a) return [{ first: 0, second: 0, taken: "", relation: { is: "unknown", words: a.why } }];
    if ("why" in b) return [{ first: 0, second: 0, taken: "", relation: { is: "unknown", words: b.why } }];
    this.#regionsLeft -= a.readings.length * b.readings.length;
    if (this.#regionsLeft < 0)
      return [
        {
          first: 0,
          second: 0,
          taken: "",
          relation: { is: "unknown", words: `more than ${regionsAtMost} pairs of regions: these were not compared` },
        },
      ];
    return a.readings.flatMap((one, i) =>
      b.readings.map((other, j): Compared => {
        const said = a.readings.length * b.readings.length > 1 ? `"${one.reads}" and "${other.reads}"` : "";
        return { first: i, second: j, taken: said, relation: comparePlaces(one, other) };
      }),
    );
  }

  #read(words: string): ReadPlace {
    let known = this.#readPlaces.get(words);
    if (known === undefined)
      this.#readPlaces.set(words, (known = readPlace(words, Object.hasOwn(this.#places, words) ? this.#places[words] : undefined)));
    return known;
  }
}

function dependsWords(ways: readonly Judged[]): string {
  const counts = new Map<string, number>();
  for (const { judgement } of ways) counts.set(judgement, (counts.get(judgement) ?? 0) + 1);
  const told = [...counts].map(([judgement, count]) => `${judgement} in ${count}`).toSorted();
  return `it depends on what is taken for an open zone or reading: of ${ways.length} ways, ${told.join(", ")}`;
}

function turned(relation: Relation): Relation {
  return relation.is === "inside" ? { ...relation, is: "around" } : relation.is === "around" ? { ...relation, is: "inside" } : relation;
}

function polarityOf({ statement: { polarity, value } }: CaseClaim) {
  return value.is === "unknown" ? "open" : polarity;
}

function compareValues(a: ClaimValue, b: ClaimValue): Relation {
  if (a.is === "actor" && b.is === "actor") return compareActors(a, b);
  if (a.is === "act" && b.is === "act") return compareActs(a, b);
  if (a.is === "identification" && b.is === "identification") return compareIdentifications(a, b);
  if (a.is === "speech" && b.is === "speech") return compareSpeech(a, b);
  if (a.is === "verification" && b.is === "verification") return compareVerifications(a, b);
  return { is: "unknown", words: `one is told as ${a.is}, the other as ${b.is}` };
}

/** Statements of one source share the zone that it does not state. */
function isOneZone(one: ClaimWindow, other: ClaimWindow): boolean {
  return one.openZone === null || other.openZone === null || one.sharer !== other.sharer || one.openZone === other.openZone;
}

function taken(first: CaseClaim, one: ClaimWindow, second: CaseClaim, other: ClaimWindow): Omit<Compared, "relation"> {
  const words = [
    [first, one],
    [second, other],
  ] as const;
  const said = words.flatMap(([{ id, statement }, { reading, openZone }]) => [
    ...(statement.value.is === "time" && statement.value.readings.length > 1 ? [`${id} by reading ${reading + 1}`] : []),
    ...(openZone === null ? [] : [`${id} in ${openZone}`]),
  ]);
  return { first: one.reading, second: other.reading, taken: said.join(", ") };
}

function readingOf({ first, second, taken: said }: Compared, { judgement, words }: Judged): ReadingJudgement {
  return { first, second, judgement, words: said === "" ? words : `${said}: ${words}` };
}
