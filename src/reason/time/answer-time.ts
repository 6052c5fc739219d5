/** The time reasoner as a whole: a problem in, an answer that can be read and checked out. Times are UTC; zones are named. */
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";
import type { Network } from "./constraint.ts";
import { type ReadBefore, readProblem } from "./read-problem.ts";
import { type Conflict, type EventWindow, type Solved, type SolvedBefore, solveNetwork } from "./solve-network.ts";
import type { TimeProblem } from "./time-problem.ts";

type Windows = readonly (readonly [from: string, to: string])[];

export interface WindowsAnswer {
  readonly windows: { readonly [event: string]: Windows };
  /** Events whose window goes on beyond what any statement says; `horizon` is where looking ended. */
  readonly open: { readonly [event: string]: readonly ("earlier" | "later")[] };
  readonly cutBy: { readonly [event: string]: { readonly earliest: readonly string[]; readonly latest: readonly string[] } };
}

export interface ConflictAnswer {
  readonly members: readonly string[];
  readonly gapSeconds: number;
  /** By how much each member alone would have to give way; null where that is never enough. */
  readonly givesSeconds: { readonly [id: string]: number | null };
  readonly networkGapSeconds: number | null;
  readonly widenedBy: readonly string[];
  readonly touchingWithout: readonly string[];
  readonly without: { readonly [id: string]: (WindowsAnswer & { readonly consistent: true }) | { readonly consistent: false } };
}

export type ZoneAnswer =
  | ({ readonly consistent: true; readonly touching: boolean } & WindowsAnswer)
  | { readonly consistent: false; readonly conflicts: readonly ConflictAnswer[]; readonly allConflictsFound: boolean };

interface AnswerHead {
  readonly horizon: readonly [from: string, to: string];
  readonly houseRules: { readonly [name: string]: readonly [string, string] };
  /** Who says each statement, and how good that is held to be. */
  readonly statements: {
    readonly [id: string]: { readonly source: string | null; readonly grade: string | null; readonly assumption: boolean };
  };
}

/** While a zone is open there is no single answer: one by zone, or by `who=zone; ...` where several are open. */
export type TimeAnswer = AnswerHead & (ZoneAnswer | { readonly perZone: { readonly [zones: string]: ZoneAnswer } });

/** Combinations of open zones that are worked out. */
const combinationsAtMost = 256;

/** What was worked out before, for a problem that differs by a little: the answer is the same, and comes sooner. */
export interface AnsweredBefore {
  readonly read: ReadBefore;
  /** By the zones that were taken. */
  readonly solved: Map<string, { last?: SolvedBefore }>;
}

export function nothingAnswered(): AnsweredBefore {
  return { read: { setting: "", statements: new Map(), suns: new Map() }, solved: new Map() };
}

/** Throws ProblemUnreadable. */
export function answerTime(problem: TimeProblem, before?: AnsweredBefore): TimeAnswer {
  const read = readProblem(problem, before?.read);
  const head = {
    horizon: [instant(read.horizon[0]), instant(read.horizon[1])] as const,
    houseRules: read.houseRules,
    statements: Object.fromEntries(
      problem.statements.map(({ id, source, grade, assumption }) => [
        id,
        { source: source ?? null, grade: grade ?? null, assumption: assumption === true },
      ]),
    ),
  };
  const solve = (zones: ReadonlyMap<string, string>): ZoneAnswer => {
    const network: Network = { events: problem.events.length, horizon: read.horizon, statements: read.statements(zones) };
    const key = JSON.stringify([...zones]);
    let solved = before?.solved.get(key);
    if (solved === undefined) before?.solved.set(key, (solved = {}));
    return zoneAnswer(problem.events, solveNetwork(network, solved));
  };
  if (read.openZones.size === 0) return { ...head, ...solve(new Map()) };
  const sharers = [...read.openZones.keys()];
  const candidates = problem.zones ?? [];
  if (candidates.length ** sharers.length > combinationsAtMost)
    throw new ProblemUnreadable(
      "zones",
      `expected at most ${combinationsAtMost} combinations of open zones; found ${candidates.length} to the power of ${sharers.length}`,
    );
  const perZone: Record<string, ZoneAnswer> = {};
  for (const chosen of combinations(candidates, sharers.length)) {
    const key = sharers.length === 1 ? (chosen[0] as string) : sharers.map((who, i) => `${who}=${chosen[i]}`).join("; ");
    perZone[key] = solve(new Map(sharers.map((who, i) => [who, chosen[i] as string])));
  }
  return { ...head, perZone };
}

function* combinations(values: readonly string[], length: number): Generator<readonly string[]> {
  if (length === 0) return yield [];
  for (const first of values) for (const rest of combinations(values, length - 1)) yield [first, ...rest];
}

function zoneAnswer(events: readonly string[], solved: Solved): ZoneAnswer {
  if (solved.state === "consistent") return { consistent: true, touching: solved.touching, ...windowsAnswer(events, solved.windows) };
  return { consistent: false, conflicts: solved.conflicts.map((one) => conflictAnswer(events, one)), allConflictsFound: solved.complete };
}

function conflictAnswer(
  events: readonly string[],
  { members, gap, gives, networkGap, widenedBy, touchingWithout, without }: Conflict,
): ConflictAnswer {
  return {
    members,
    gapSeconds: gap / 1000,
    givesSeconds: Object.fromEntries([...gives].map(([id, by]) => [id, by === undefined ? null : by / 1000])),
    networkGapSeconds: networkGap === undefined ? null : networkGap / 1000,
    widenedBy,
    touchingWithout,
    without: Object.fromEntries(
      [...without].map(([id, windows]) => [
        id,
        windows === "still-impossible" ? { consistent: false as const } : { consistent: true as const, ...windowsAnswer(events, windows) },
      ]),
    ),
  };
}

function windowsAnswer(events: readonly string[], windows: readonly EventWindow[]): WindowsAnswer {
  const by = <T>(value: (window: EventWindow) => T) =>
    Object.fromEntries(events.map((name, i) => [name, value(windows[i] as EventWindow)]));
  return {
    windows: by(({ moments }) => moments.map(([from, to]) => [instant(from), instant(to)] as const)),
    open: by(({ open }) => open),
    cutBy: by(({ cutBy }) => cutBy),
  };
}

export function instant(at: number): string {
  return new Date(at).toISOString().replace(/\.000Z$/, "Z");
}
