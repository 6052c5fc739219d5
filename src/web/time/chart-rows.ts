/** What the chart draws: a group an event, with its result and a row a statement. Where open zones make a difference, a bar a zone. */
import type { AloneRow } from "../../reason/time/each-alone.ts";
import type { TimeProblem, TimeStatement } from "../../reason/time/time-problem.ts";
import { conflictMembers, type PerZone } from "./shown-answer.ts";
import { eventsOf } from "./time-draft.ts";
import type { RowsByZones } from "./use-alone-rows.ts";

export type Span = readonly [from: number, to: number];
type Side = "earlier" | "later";

export interface Bar {
  /** Key of the zones for which it holds; "" where they make no difference. */
  readonly zones: string;
  readonly spans: readonly Span[];
  readonly open: readonly Side[];
}

export interface StatementRow {
  readonly kind: "statement";
  readonly event: string;
  readonly statement: TimeStatement;
  /** The event at the other end of a link. */
  readonly beyond: string | undefined;
  /** Undefined while they are worked out. */
  readonly bars: readonly Bar[] | undefined;
  readonly isDropped: boolean;
  readonly inConflict: boolean;
}

export interface ResultBar extends Bar {
  readonly earliest: readonly string[];
  readonly latest: readonly string[];
  /** From the last moment that one side allows to the first that the other does. */
  readonly noRoom: Span | undefined;
  /** Of missing room: statements that end where it begins, and that begin where it ends. */
  readonly pressedBy: { readonly below: readonly string[]; readonly above: readonly string[] };
  /** In conflict somewhere, so that there is no result; perhaps not at this event. */
  readonly isConflict: boolean;
  readonly isTouching: boolean;
}

export interface ResultRow {
  readonly kind: "result";
  readonly event: string;
  readonly bars: readonly ResultBar[];
}

export type ChartRow = ResultRow | StatementRow;

/** Beyond these a chart is no longer read; the table has them all. */
export const zonesDrawn = 6;

export function drawnZones(drawn: PerZone): readonly string[] {
  return drawn.slice(0, zonesDrawn).map(([zones]) => zones);
}

interface RowsOf {
  readonly problem: TimeProblem;
  readonly drawn: PerZone;
  readonly alone: RowsByZones;
  readonly dropped: ReadonlySet<string>;
}

/** Event after event in the order of the problem: its result, then its statements in the order they were entered. */
export function chartRows({ problem, drawn, alone, dropped }: RowsOf): ChartRow[] {
  const members = conflictMembers(drawn);
  const about = new Map<string, TimeStatement[]>(problem.events.map((event) => [event, []]));
  for (const statement of problem.statements) for (const event of new Set(eventsOf(statement))) about.get(event)?.push(statement);
  const known = new Map(drawnZones(drawn).map((zones) => [zones, byPlace(alone[zones]?.rows ?? [])]));
  const gaps = new Map(
    drawnZones(drawn).map((zones) => [
      zones,
      new Map((alone[zones]?.noRoom ?? []).map(({ event, from, to }) => [event, [from, to] as const])),
    ]),
  );
  const pressing = (event: string, zones: string): PressedBy =>
    pressedBy(event, gaps.get(zones)?.get(event), alone[zones]?.rows ?? [], dropped);
  return problem.events.flatMap((event): ChartRow[] => [
    { kind: "result", event, bars: resultBars(event, drawn, gaps, pressing) },
    ...(about.get(event) ?? []).map((statement): StatementRow => {
      const found = [...known].map(([zones, rows]): [string, AloneRow | undefined] => [zones, rows.get(placeOf(event, statement.id))]);
      return {
        kind: "statement",
        event,
        statement,
        beyond: eventsOf(statement).find((other) => other !== event),
        bars: barsOf(found),
        isDropped: dropped.has(statement.id),
        inConflict: members.has(statement.id),
      };
    }),
  ]);
}

const placeOf = (event: string, statement: string): string => `${event}\n${statement}`;

function byPlace(rows: readonly AloneRow[]): ReadonlyMap<string, AloneRow> {
  return new Map(rows.map((row) => [placeOf(row.event, row.statement), row]));
}

function barsOf(found: readonly (readonly [string, AloneRow | undefined])[]): Bar[] | undefined {
  if (found.length === 0 || found.some(([, row]) => row === undefined)) return undefined;
  const bars = found.map(([zones, row]): Bar => ({ zones, spans: row?.moments ?? [], open: row?.open ?? [] }));
  return sameForAll(bars);
}

/** One bar without a zone where all are alike. */
function sameForAll<B extends Bar>(bars: readonly B[]): B[] {
  const [first] = bars;
  if (first === undefined) return [];
  const said = (bar: B): string => JSON.stringify({ ...bar, zones: "" });
  return bars.every((bar) => said(bar) === said(first)) ? [{ ...first, zones: "" }] : [...bars];
}

const nothing = { below: [], above: [] };
type PressedBy = ResultBar["pressedBy"];

function pressedBy(event: string, gap: Span | undefined, rows: readonly AloneRow[], dropped: ReadonlySet<string>): PressedBy {
  if (gap === undefined) return { below: [], above: [] };
  const counted = rows.filter((row) => row.event === event && !dropped.has(row.statement));
  const names = (side: (row: AloneRow) => boolean): string[] => counted.filter(side).map(({ statement }) => statement);
  return {
    below: names(({ moments }) => moments.some(([, to]) => to === gap[0])),
    above: names(({ moments }) => moments.some(([from]) => from === gap[1])),
  };
}

function resultBars(
  event: string,
  drawn: PerZone,
  gaps: ReadonlyMap<string, ReadonlyMap<string, Span>>,
  pressing: (event: string, zones: string) => PressedBy,
): ResultBar[] {
  const bars = drawn.slice(0, zonesDrawn).map(([zones, answer]): ResultBar => {
    const base = {
      zones,
      noRoom: undefined,
      isConflict: false,
      isTouching: false,
      spans: [],
      open: [],
      earliest: [],
      latest: [],
      pressedBy: nothing,
    };
    if (!answer.consistent) return { ...base, isConflict: true, noRoom: gaps.get(zones)?.get(event), pressedBy: pressing(event, zones) };
    return {
      ...base,
      spans: (answer.windows[event] ?? []).map(([from, to]): Span => [Date.parse(from), Date.parse(to)]),
      open: answer.open[event] ?? [],
      earliest: answer.cutBy[event]?.earliest ?? [],
      latest: answer.cutBy[event]?.latest ?? [],
      isTouching: answer.touching,
    };
  });
  return sameForAll(bars);
}
