/**
 * Which claims of the case cannot all hold: the reasoner over claims, told the case's house rules and, for place phrases, the problem
 * that a person kept of those words, or else what the gazetteers of this machine say.
 */
import { CaseError } from "../../core/case/case-error.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { ClaimCase } from "../../reason/claims/claim-case.ts";
import { contradictionReport } from "../../reason/claims/contradictions/contradiction-report.ts";
import type {
  ContradictionReport,
  ContradictionSettings,
  PlacesByPhrase,
} from "../../reason/claims/contradictions/contradiction-report-types.ts";
import { PlaceProblem } from "../../reason/place/place-problem.ts";
import { PlaceRules } from "../../reason/place/place-rules.ts";
import { ProblemUnreadable } from "../../reason/problem/problem-unreadable.ts";
import { isZone } from "../../reason/time/local-days.ts";
import { TimeHouseRules } from "../../reason/time/time-problem.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { inferenceIndex } from "../inference-index.ts";
import { listInferences } from "../list-inferences.ts";
import { claimCase } from "./claim-case.ts";

/** Fills in the points of a phrase's names. */
export type CompletePlace = (problem: PlaceProblem) => Promise<PlaceProblem>;

export interface ContradictionsAsked {
  readonly rounding?: number | undefined;
  readonly zone?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Phrases that are looked up; what is beyond stays without points, and is told as such. */
const phrasesAtMost = 60;
const keptAtMost = 8;
const known = new WeakMap<CaseReader["views"], { head: string; reports: Map<string, Promise<ContradictionReport>> }>();

/** Throws CaseError INPUT_INVALID naming the setting. */
export async function readContradictionReport(
  reader: CaseReader,
  viewer: Viewer,
  asked: ContradictionsAsked,
  complete: CompletePlace,
): Promise<ContradictionReport> {
  demand(viewer, "read");
  demandUsable(asked);
  // Before the case is read: what is appended meanwhile may be missing from the report, and is then of a later head.
  const head = reader.views.head()?.head ?? "none";
  let at = known.get(reader.views);
  if (at?.head !== head) known.set(reader.views, (at = { head, reports: new Map() }));
  const { reports } = at;
  const key = JSON.stringify([asked.rounding, asked.zone, asked.from, asked.to]);
  const before = reports.get(key);
  if (before !== undefined) return before;
  const found = claimCase(reader, viewer).then((c) => work(reader, viewer, c, asked, complete));
  const [oldest] = reports.keys();
  if (reports.size >= keptAtMost && oldest !== undefined) reports.delete(oldest);
  reports.set(key, found);
  // What failed is asked again.
  found.catch(() => {
    if (reports.get(key) === found) reports.delete(key);
  });
  return found;
}

function demandUsable({ zone, from, to, rounding }: ContradictionsAsked): void {
  if (zone !== undefined && !isZone(zone))
    throw new CaseError("INPUT_INVALID", `zone: expected a zone such as Europe/Kyiv or +03:00; found ${JSON.stringify(zone)}`);
  if ((from === undefined) !== (to === undefined))
    throw new CaseError("INPUT_INVALID", "from, to: expected both days or neither; found one of them");
  for (const [name, day] of [
    ["from", from],
    ["to", to],
  ] as const)
    if (day !== undefined && !isDay(day))
      throw new CaseError("INPUT_INVALID", `${name}: expected a day such as 2022-03-30; found ${JSON.stringify(day)}`);
  if (from !== undefined && to !== undefined && to < from)
    throw new CaseError("INPUT_INVALID", `from, to: expected the first day not after the last; found ${from} and ${to}`);
  if (rounding !== undefined && !(rounding >= 0 && rounding <= 10_000))
    throw new CaseError("INPUT_INVALID", `rounding: expected hours from 0 to 10000; found ${rounding}`);
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && Number.isFinite(at) && new Date(at).toISOString().startsWith(day);
}

async function work(
  reader: CaseReader,
  viewer: Viewer,
  c: ClaimCase,
  { rounding, zone, from, to }: ContradictionsAsked,
  complete: CompletePlace,
): Promise<ContradictionReport> {
  const rules = inferenceIndex(reader);
  const houseRules = TimeHouseRules.safeParse(await rules.houseRules("time"));
  const settings: Partial<ContradictionSettings> = {
    ...(houseRules.success ? { houseRules: houseRules.data } : {}),
    ...(rounding === undefined ? {} : { roundingHours: rounding }),
    ...(zone === undefined ? {} : { zone }),
    ...(from === undefined || to === undefined ? {} : { horizon: [from, to] }),
  };
  const places = await placesOf(reader, viewer, c, complete);
  try {
    return contradictionReport(c, settings, places);
  } catch (error) {
    if (!(error instanceof ProblemUnreadable)) throw error;
    throw new CaseError("INPUT_INVALID", error.message);
  }
}

async function placesOf(reader: CaseReader, viewer: Viewer, c: ClaimCase, complete: CompletePlace): Promise<PlacesByPhrase> {
  const phrases = [
    ...new Set(
      c.claims.flatMap(({ statement: { value }, event }) => (value.is === "place" && event !== "unassigned" ? [value.words] : [])),
    ),
  ];
  if (phrases.length === 0) return {};
  const ruled = PlaceRules.safeParse(await inferenceIndex(reader).houseRules("place"));
  const rules = ruled.success ? ruled.data : PlaceRules.parse({});
  const kept = await keptProblems(reader, viewer, new Set(phrases));
  const places: [string, PlaceProblem][] = [];
  for (const [at, words] of phrases.entries()) {
    const chosen = kept.get(words);
    if (chosen !== undefined) places.push([words, chosen]);
    else if (at < phrasesAtMost) places.push([words, await complete(PlaceProblem.parse({ text: words, rules }))]);
  }
  return Object.fromEntries(places);
}

/** The newest that was kept of each phrase: a person chose its points, and may have chosen how it is read. */
async function keptProblems(reader: CaseReader, viewer: Viewer, phrases: ReadonlySet<string>): Promise<Map<string, PlaceProblem>> {
  const found = new Map<string, PlaceProblem>();
  for (const { problem, withdrawn } of await listInferences(reader, viewer, { sort: "place" })) {
    if (withdrawn !== undefined || !(await reader.vault.has(problem))) continue;
    const read = PlaceProblem.safeParse(await readJson(reader.vault, problem));
    if (read.success && phrases.has(read.data.text) && !found.has(read.data.text)) found.set(read.data.text, read.data);
  }
  return found;
}
