/** What a place phrase says, as drift is told from it: distances, directions, and what each may be about. */
import type { StatedDistance } from "../../place/place-clause.ts";
import type { CompassPoint } from "../../place/place-rules.ts";
import { headingAt } from "../../place/read-heading.ts";
import { readPhrase } from "../../place/read-phrase.ts";
import { remembered } from "../derive/remembered.ts";
import { folded } from "../derive/words.ts";
import { cyrillicHeadings, cyrillicLengths, isCyrillic } from "./cyrillic-place.ts";
import type { Length } from "../derive/lengths.ts";

export interface PlaceDistance {
  /** Folded; null where it was not read. */
  readonly anchor: string | null;
  readonly length: Length;
  /** Null: not told from the phrase; the claim's hedges say. */
  readonly wording: StatedDistance["wording"] | null;
  /** The place that it must be about; null where it is, or may be, about the spot. */
  readonly bound: string | null;
  /** Every place that it may be about, folded; "spot" among them unless it is bound. Null: not read. */
  readonly about: readonly string[] | null;
  readonly words: string;
}

export interface PlaceDirection {
  /** Null: a place that the phrase only calls "the village", or that was not read. */
  readonly anchor: string | null;
  readonly heading: CompassPoint;
}

export interface PlaceParts {
  readonly distances: readonly PlaceDistance[];
  readonly directions: readonly PlaceDirection[];
}

export const placeParts = remembered(readParts);

function readParts(phrase: string): PlaceParts {
  if (isCyrillic(phrase)) return cyrillicParts(phrase);
  const { clauses, leftOver } = readPhrase(phrase, []);
  const distances: PlaceDistance[] = [];
  const directions: PlaceDirection[] = [];
  for (const { ways, mayBeAbout, mustBeAbout } of clauses) {
    const [clause] = ways;
    if (clause === undefined || clause.kind === "feature") continue;
    if ("heading" in clause && clause.heading !== null) directions.push({ anchor: folded(clause.anchor), heading: clause.heading });
    if (clause.kind !== "offset" || clause.distance.vague !== undefined) continue;
    const { value, upTo, halfPrecision, unit, wording } = clause.distance;
    distances.push({
      anchor: folded(clause.anchor),
      length: { low: value, high: upTo ?? value, half: halfPrecision, unit },
      wording,
      bound: mustBeAbout ? (mayBeAbout[0] ?? null) : null,
      about: mustBeAbout ? mayBeAbout.map(folded) : ["spot", ...mayBeAbout.map(folded)],
      words: clause.text,
    });
  }
  for (const { text } of leftOver) directions.push(...directionsIn(text));
  return { distances, directions };
}

/** Without clauses: places are not told apart, nor what a distance is about. */
function cyrillicParts(phrase: string): PlaceParts {
  return {
    distances: cyrillicLengths(phrase).map(({ length, words }) => ({
      anchor: null,
      length,
      wording: null,
      bound: null,
      about: null,
      words,
    })),
    directions: cyrillicHeadings(phrase).map((heading) => ({ anchor: null, heading })),
  };
}

/** "West of the village": a heading from a place that is not named. */
function directionsIn(text: string): PlaceDirection[] {
  const found: PlaceDirection[] = [];
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])[\p{L}]/gu)) {
    const heading = headingAt(text, index);
    // Capital letters alone may be anything.
    if (heading !== undefined && /^[a-z]{4}/i.test(text.slice(index, heading.end))) found.push({ anchor: null, heading: heading.value });
  }
  return found;
}
