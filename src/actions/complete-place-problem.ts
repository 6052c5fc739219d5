/**
 * Fills in what a phrase names and nobody gave points for: asks the gazetteers for every namesake, and makes those that may be meant
 * the anchors. What comes out is complete in itself: it is solved without any gazetteer, and says which were asked.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { Gazetteer } from "../core/gazetteer/gazetteer.port.ts";
import type { GazetteerAsked, GazetteerMatch } from "../core/gazetteer/gazetteer-place.ts";
import { withAnchors } from "../reason/place/choose-anchors.ts";
import { namesakeAnswer, type NamesakeAnswer } from "../reason/place/namesakes.ts";
import { GazetteersAsked, type Namesake, type NamesakesByName } from "../reason/place/namesakes-problem.ts";
import { PlaceProblem } from "../reason/place/place-problem.ts";
import { readingsOfProblem } from "../reason/place/problem-readings.ts";
import { namesIn } from "../reason/place/read-phrase.ts";

/** As many as a problem holds of one name. */
const mostNamesakes = 500;

/** As long as a problem takes a name. */
const longestName = 200;
/** Near spellings take half a second among millions of places: of a text that is no phrase about places, hundreds of words would. */
const mostMissed = 5;
/** Lists that are named of a point that several hold. */
const mostSources = 5;

export interface CompletedProblem extends NamesakeAnswer {
  readonly problem: PlaceProblem;
}

/** Of a problem as it came in. Throws CaseError INPUT_INVALID naming the field. */
export async function placeProblemOf(gazetteer: Gazetteer, given: unknown): Promise<CompletedProblem> {
  const read = PlaceProblem.safeParse(given);
  if (read.success) return completePlaceProblem(gazetteer, read.data);
  const [issue] = read.error.issues;
  const field = issue === undefined || issue.path.length === 0 ? "the whole" : issue.path.join(".");
  throw new CaseError("INPUT_INVALID", `${field}: expected a place problem; found: ${issue?.message ?? "something else"}`);
}

/** Points that are given are left as they are, also where a person gave none for a name on purpose. */
export async function completePlaceProblem(gazetteer: Gazetteer, problem: PlaceProblem): Promise<CompletedProblem> {
  const given = new Set([...Object.keys(problem.anchors), ...Object.keys(problem.alternatives ?? {})]);
  const near = Object.values(problem.anchors).flat()[0];
  const found: Record<string, Namesake[]> = {};
  let asked: readonly GazetteerAsked[] = problem.gazetteers ?? [];
  let missed = 0;
  for (const name of namesIn(problem.text, given)) {
    if (given.has(name) || Object.hasOwn(found, name) || name.length > longestName) continue;
    const nearSpellings = missed < mostMissed ? undefined : "never";
    const answer = await gazetteer.lookup({ name, near, limit: mostNamesakes, nearSpellings });
    if (answer.matches.every(({ matchedBy }) => matchedBy === "near-spelling")) missed++;
    asked = answer.asked;
    found[name] = placesFirst(answer.matches).map(namesakeOf);
  }
  if (Object.keys(found).length === 0) return { problem, ...namesakeAnswer(readingsOfProblem(problem), problem) };
  const namesakes: NamesakesByName = found;
  const whole: PlaceProblem = {
    ...problem,
    namesakes: { ...problem.namesakes, ...namesakes },
    gazetteers: GazetteersAsked.parse(asked),
  };
  const { candidates } = namesakeAnswer(readingsOfProblem(whole), whole);
  const complete = withAnchors(whole, namesakes, candidates);
  // Asked again for how each point is now used.
  return { problem: complete, ...namesakeAnswer(readingsOfProblem(complete), complete) };
}

/** Where people live bears the name; a station or a district of the same name counts only where no such place is listed. */
function placesFirst(matches: readonly GazetteerMatch[]): readonly GazetteerMatch[] {
  const lived = matches.filter(({ kind }) => /populated|capital|seat of|settlement|village|town|city|hamlet|suburb|unknown/.test(kind));
  return lived.length > 0 ? lived : matches;
}

function namesakeOf({ lat, lon, radiusKm, name, source, alsoIn, kind, country, admin, population, matchedBy }: GazetteerMatch): Namesake {
  return {
    ...{ lat, lon, radiusKm, name, kind, country, admin, population, matchedBy },
    source: [source, ...alsoIn]
      .slice(0, mostSources)
      .map(({ gazetteer, version, date }) => `${gazetteer} ${shortVersion(version)}${date === "unknown" ? "" : ` of ${date}`}`)
      .join("; "),
    floor: source.floor,
    id: source.id,
  };
}

function shortVersion(version: string): string {
  return version.replace(/^(sha256:[0-9a-f]{12})[0-9a-f]*$/, "$1");
}
