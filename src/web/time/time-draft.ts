/** What the bench works on: a problem as the command reads it, and the title it is kept under. All changes are values. */
import { zonesByKey } from "../../reason/time/each-alone.ts";
import { defaultHouseRules, type TimeProblem, type TimeStatement } from "../../reason/time/time-problem.ts";

export interface TimeDraft {
  readonly title: string;
  /** Event or item that it is an answer about, by its record; "" while nobody says. */
  readonly about: string;
  readonly problem: TimeProblem;
}

/** Zones offered while nobody states one: where the people and the papers of a case usually are. */
export const candidateZones = ["Europe/Kyiv", "Europe/Moscow", "Europe/London", "America/New_York"] as const;

export function emptyDraft(today: string): TimeDraft {
  const year = Number(today.slice(0, 4));
  return {
    title: "",
    about: "",
    problem: { events: [], horizon: [`${year}-01-01`, `${year}-12-31`], zones: [...candidateZones], statements: [] },
  };
}

export function withStatement(draft: TimeDraft, statement: TimeStatement, replaces?: string): TimeDraft {
  const { problem } = draft;
  const at = replaces === undefined ? -1 : problem.statements.findIndex(({ id }) => id === replaces);
  const statements = at === -1 ? [...problem.statements, statement] : problem.statements.with(at, statement);
  const events = [...new Set([...problem.events, ...eventsOf(statement)])];
  // Without candidates an open zone would be no question at all.
  const needsZones = statement.kind === "within" && statement.zone === null && (problem.zones ?? []).length === 0;
  const zones = needsZones ? { zones: [...candidateZones] } : {};
  return { ...draft, problem: { ...problem, ...zones, events, horizon: horizonWith(problem, statement), statements } };
}

export function withoutStatement(draft: TimeDraft, id: string): TimeDraft {
  return { ...draft, problem: { ...draft.problem, statements: draft.problem.statements.filter((one) => one.id !== id) } };
}

/** Undefined where nothing can be asked: no event, or every statement is dropped. */
export function askable({ problem }: TimeDraft, dropped: ReadonlySet<string>): TimeProblem | undefined {
  if (problem.events.length === 0) return undefined;
  if (dropped.size === 0) return problem;
  return { ...problem, statements: problem.statements.filter(({ id }) => !dropped.has(id)) };
}

export function eventsOf(statement: TimeStatement): readonly string[] {
  switch (statement.kind) {
    case "order":
      return [statement.before, statement.after];
    case "offset":
      return [statement.from, statement.to];
    default:
      return [statement.event];
  }
}

const dayMs = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The first dated statement sets it, five weeks either way; later ones widen it where they lie outside. It is shown, and may be changed. */
function horizonWith({ horizon, statements }: TimeProblem, statement: TimeStatement): [string, string] {
  const dates = datesOf(statement);
  if (dates.length === 0) return [...horizon];
  const [first, last] = [Math.min(...dates), Math.max(...dates)];
  if (!statements.some((one) => datesOf(one).length > 0)) return [dayOf(first - 35 * dayMs), dayOf(last + 35 * dayMs)];
  const [from, to] = [dayOf(first - 2 * dayMs), dayOf(last + 2 * dayMs)];
  return [from < horizon[0] ? from : horizon[0], to > horizon[1] ? to : horizon[1]];
}

function datesOf(one: TimeStatement): number[] {
  switch (one.kind) {
    case "within":
      return [one.day, one.toDay ?? one.day].map((day) => Date.parse(`${day}T12:00:00Z`));
    case "bound":
      return [one.notBefore, one.notAfter].flatMap((at) => (at === undefined ? [] : [Date.parse(at)]));
    case "windows":
      return [one.windows[0]?.[0], one.windows.at(-1)?.[1]].flatMap((at) => (at === undefined ? [] : [Date.parse(at)]));
    case "sun":
      return one.day === undefined ? [] : [Date.parse(`${one.day}T12:00:00Z`)];
    default:
      return [];
  }
}

/** Another name for an event, in every statement about it. */
export function withEventRenamed({ problem, ...draft }: TimeDraft, from: string, to: string): TimeDraft {
  const name = (one: string): string => (one === from ? to : one);
  const statements = problem.statements.map((one): TimeStatement => {
    switch (one.kind) {
      case "order":
        return { ...one, before: name(one.before), after: name(one.after) };
      case "offset":
        return { ...one, from: name(one.from), to: name(one.to) };
      default:
        return { ...one, event: name(one.event) };
    }
  });
  return { ...draft, problem: { ...problem, events: problem.events.map(name), statements } };
}

/** Gives statements without a zone the ones that were chosen, by their key in the answer. */
export function withZonesStated(draft: TimeDraft, key: string): TimeDraft {
  const { problem } = draft;
  const zones = zonesByKey(key, openSharers(problem), problem.zones ?? []);
  const statements = problem.statements.map((one) =>
    one.kind === "within" && one.zone === null ? { ...one, zone: zones.get(one.source ?? one.id) ?? null } : one,
  );
  return { ...draft, problem: { ...problem, statements } };
}

/** Who shares a zone that nobody states: the source, or the statement alone. */
export function openSharers({ statements }: TimeProblem): string[] {
  return [...new Set(statements.flatMap((one) => (one.kind === "within" && one.zone === null ? [one.source ?? one.id] : [])))];
}

export function rulesOf({ houseRules }: TimeProblem): Readonly<Record<string, readonly [string, string]>> {
  return { ...defaultHouseRules, ...houseRules };
}

/** A name that no statement has yet: "morning-post", "morning-post-2". */
export function freeName({ statements }: TimeProblem, wished: string): string {
  const taken = new Set(statements.map(({ id }) => id));
  const base = wished.trim() === "" ? "statement" : wished.trim();
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}
