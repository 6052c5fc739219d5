/**
 * What each statement alone leaves to an event, for a drawing with a row a statement. A link to another event passes on what the
 * statements beyond it say, and nothing that this event's other statements say: a message in a network of constraints (Dechter 2003,
 * ch. 9), exact where the network is a tree and never narrower than the truth elsewhere. It decides nothing; the answer does.
 */
import type { Network, Statement } from "./constraint.ts";
import { windowFinder } from "./find-windows.ts";
import { type Moments, firstFrom, lastUntil } from "./moments.ts";
import { readProblem } from "./read-problem.ts";
import { prepare, settle } from "./settle.ts";
import { restsOnHorizon } from "./solve-network.ts";
import type { TimeProblem } from "./time-problem.ts";

export interface AloneRow {
  readonly statement: string;
  readonly event: string;
  /** Milliseconds since 1970, within the horizon; none when what lies beyond the link cannot hold by itself. */
  readonly moments: Moments;
  /** Sides on which nothing but the horizon ends it. */
  readonly open: readonly ("earlier" | "later")[];
  /** The event at the other end of a link. */
  readonly beyond?: string;
}

/** Where the rows of an event leave nothing: from the last moment below to the first above. */
export interface NoRoom {
  readonly event: string;
  readonly from: number;
  readonly to: number;
}

export interface AloneRows {
  readonly rows: readonly AloneRow[];
  readonly noRoom: readonly NoRoom[];
}

export interface AloneWanted {
  /** As in `perZone` of an answer; "" where no zone is open. */
  readonly zones: string;
  /** Left out of what is passed on; their own rows are given all the same. */
  readonly dropped: ReadonlySet<string>;
  readonly events: readonly string[];
}

/** Throws ProblemUnreadable. */
export function eachAlone(problem: TimeProblem, wanted: AloneWanted): AloneRows {
  const read = readProblem(problem);
  const all = read.statements(zonesByKey(wanted.zones, [...read.openZones.keys()], problem.zones ?? []));
  const counted = all.filter(({ id }) => !wanted.dropped.has(id));
  const rows: AloneRow[] = [];
  const noRoom: NoRoom[] = [];
  for (const event of wanted.events) {
    const number = problem.events.indexOf(event);
    if (number === -1) continue;
    const others = counted.filter((one) => !touches(one, number));
    const own = all.filter((one) => touches(one, number)).flatMap((one) => rowsOf(one, number, others));
    rows.push(...own);
    const gap = noRoomIn(own.filter(({ statement }) => !wanted.dropped.has(statement)).map(({ moments }) => moments));
    if (gap !== undefined) noRoom.push({ event, ...gap });
  }
  return { rows, noRoom };

  function rowsOf(one: Statement, event: number, others: readonly Statement[]): AloneRow[] {
    const base = { statement: one.id, event: problem.events[event] as string };
    const direct = one.within.filter((about) => about.event === event).map(({ moments }) => ({ ...base, moments, open: one.goesOn ?? [] }));
    const links = one.apart
      .filter(({ before, after }) => before === event || after === event)
      .map(({ before, after }) => ({
        ...base,
        ...passedOn({ events: problem.events.length, horizon: read.horizon, statements: [...others, one] }, event),
        beyond: problem.events[before === event ? after : before] as string,
      }));
    return [...direct, ...links];
  }
}

function touches(one: Statement, event: number): boolean {
  return one.within.some((about) => about.event === event) || one.apart.some(({ before, after }) => before === event || after === event);
}

/** More statements than this are looked at from end to end only, without the holes that they pass on. */
const holesUpTo = 300;

function passedOn(network: Network, event: number): Pick<AloneRow, "moments" | "open"> {
  const prepared = prepare(network);
  const earliest = settle(prepared, "earliest");
  const latest = settle(prepared, "latest");
  if (earliest.state === "impossible" || latest.state === "impossible") return { moments: [], open: [] };
  const open = [
    ...(restsOnHorizon(network, earliest.because(event), "earlier") ? (["earlier"] as const) : []),
    ...(restsOnHorizon(network, latest.because(event), "later") ? (["later"] as const) : []),
  ];
  if (network.statements.length > holesUpTo) return { moments: [[earliest.values[event] as number, latest.values[event] as number]], open };
  return { moments: windowFinder(prepared, earliest.values, latest.values).windowOf(event).moments, open };
}

/** Undefined where they have a moment in common, or where one of them says nothing. */
export function noRoomIn(rows: readonly Moments[]): { from: number; to: number } | undefined {
  if (rows.some((moments) => moments.length === 0) || rows.length === 0) return undefined;
  if (firstCommon(rows, -Infinity) !== undefined) return undefined;
  const first = Math.max(...rows.map((moments) => moments[0]?.[0] as number));
  const last = Math.min(...rows.map((moments) => moments.at(-1)?.[1] as number));
  // Those that reach down to `last` bound it from above; where the rows overlap, those with holes leave none.
  const below = first > last ? rows.filter((moments) => (moments[0]?.[0] as number) <= last) : rows.filter(({ length }) => length > 1);
  const above = first > last ? rows.filter((moments) => (moments.at(-1)?.[1] as number) >= first) : below;
  const from = lastCommon(below, first > last ? last : first) ?? Math.min(first, last);
  const to = firstCommon(above, first > last ? first : last) ?? Math.max(first, last);
  return { from, to };
}

function firstCommon(rows: readonly Moments[], from: number): number | undefined {
  return common(rows, from, firstFrom);
}

function lastCommon(rows: readonly Moments[], until: number): number | undefined {
  return common(rows, until, lastUntil);
}

function common(rows: readonly Moments[], start: number, next: (moments: Moments, at: number) => number | undefined): number | undefined {
  let at = start;
  for (let moved = true; moved;) {
    moved = false;
    for (const moments of rows) {
      const found = next(moments, at);
      if (found === undefined) return undefined;
      if (found !== at) moved = true;
      at = found;
    }
  }
  return at;
}

/** The zone that each sharer of an open zone is given by a key of `perZone`. */
export function zonesByKey(key: string, sharers: readonly string[], candidates: readonly string[]): Map<string, string> {
  const [only] = sharers;
  if (sharers.length === 0 || only === undefined) return new Map();
  if (sharers.length === 1) return new Map([[only, key]]);
  let rest = key;
  return new Map(
    sharers.map((who) => {
      const zone = candidates.find((one) => rest === `${who}=${one}` || rest.startsWith(`${who}=${one}; `)) ?? "";
      rest = rest.slice(`${who}=${zone}; `.length);
      return [who, zone];
    }),
  );
}
