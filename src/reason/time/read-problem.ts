/** From statements as they are stated to constraints between numbered events. */
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";
import { sunDays } from "../sun/sun-days.ts";
import type { Statement } from "./constraint.ts";
import { isZone, localSpan } from "./local-days.ts";
import { type Interval, type Moments, momentsOf } from "./moments.ts";
import { defaultHouseRules, type TimeProblem, type TimeStatement } from "./time-problem.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Clocks on Earth run from 12 hours behind UTC to 14 ahead of it. */
const mostAhead = 14 * hourMs;
const mostBehind = 12 * hourMs;
/** Days by the sun take about a millisecond each. */
const sunDaysAtMost = 3700;

export interface ReadProblem {
  readonly horizon: readonly [number, number];
  readonly houseRules: Readonly<Record<string, readonly [string, string]>>;
  /** Statements whose zone nobody states, by who shares it: the source, or the statement alone. */
  readonly openZones: ReadonlyMap<string, readonly string[]>;
  /** The constraints when each open zone is taken to be one: by the same names. */
  statements(zones: ReadonlyMap<string, string>): Statement[];
}

/** What was read before: equal statements of an equal setting are the same object again. */
export interface ReadBefore {
  setting: string;
  statements: Map<string, Statement>;
  suns: Map<string, ReturnType<typeof sunDays>>;
}

/** Throws ProblemUnreadable. */
export function readProblem(problem: TimeProblem, before?: ReadBefore): ReadProblem {
  const numbers = new Map<string, number>();
  for (const [i, name] of problem.events.entries()) {
    if (numbers.has(name)) throw new ProblemUnreadable(`events[${i}]`, `expected each event once; found ${JSON.stringify(name)} again`);
    numbers.set(name, i);
  }
  const [first, last] = problem.horizon;
  if (last < first) throw new ProblemUnreadable("horizon", `expected the first day before the last; found ${first} and ${last}`);
  const horizon = [Date.parse(`${first}T00:00:00Z`) - mostAhead, Date.parse(`${last}T00:00:00Z`) + dayMs + mostBehind] as const;
  const houseRules = { ...defaultHouseRules, ...problem.houseRules };
  for (const [i, zone] of (problem.zones ?? []).entries()) demandZone(zone, `zones[${i}]`);

  const ids = new Set<string>();
  const openZones = new Map<string, string[]>();
  const setting = JSON.stringify([problem.events, problem.horizon, houseRules]);
  const isSame = before?.setting === setting;
  const suns: ReadBefore["suns"] = isSame ? before.suns : new Map();
  const known: ReadBefore["statements"] = isSame ? before.statements : new Map();
  const read = new Map<string, Statement>();
  if (before !== undefined) Object.assign(before, { setting, statements: read, suns } satisfies ReadBefore);
  const fixed = problem.statements.map((one, i) => {
    const where = `statements[${i}]`;
    if (ids.has(one.id)) throw new ProblemUnreadable(`${where}.id`, `expected each id once; found ${JSON.stringify(one.id)} again`);
    ids.add(one.id);
    if (one.kind !== "within") return closed(one, where);
    if (one.zone !== null) {
      demandZone(one.zone, `${where}.zone`);
      return closed(one, where, one.zone);
    }
    if ((problem.zones ?? []).length === 0)
      throw new ProblemUnreadable(`${where}.zone`, "expected a zone, or candidates for it in zones; found null and no candidates");
    const sharers = one.source ?? one.id;
    openZones.set(sharers, [...(openZones.get(sharers) ?? []), one.id]);
    eventOf(one.event, `${where}.event`);
    return { sharers, read: (zone: string) => closed(one, where, zone) };
  });

  function eventOf(name: string, where: string): number {
    const found = numbers.get(name);
    if (found === undefined) throw new ProblemUnreadable(where, `expected one of the events; found ${JSON.stringify(name)}`);
    return found;
  }

  function sunDaysAt(place: { lat: number; lon: number }, where: string): ReturnType<typeof sunDays> {
    if ((horizon[1] - horizon[0]) / dayMs > sunDaysAtMost)
      throw new ProblemUnreadable(where, `expected a horizon of at most ${sunDaysAtMost} days for the sun; found more`);
    const key = `${place.lat} ${place.lon}`;
    let days = suns.get(key);
    if (days === undefined) suns.set(key, (days = sunDays(place, ...horizon)));
    return days;
  }

  function closed(one: TimeStatement, where: string, zone?: string): Statement {
    if (before === undefined) return readStatement(one, where, zone);
    const key = `${zone ?? ""} ${JSON.stringify(one)}`;
    const statement = known.get(key) ?? read.get(key) ?? readStatement(one, where, zone);
    read.set(key, statement);
    return statement;
  }

  function readStatement(one: TimeStatement, where: string, zone?: string): Statement {
    const base = { id: one.id, certain: one.certain === true, within: [], apart: [] };
    const on = (event: string, moments: Moments, goesOn: Statement["goesOn"]): Statement => {
      if (moments.length === 0) throw new ProblemUnreadable(where, "expected moments inside the horizon; found none");
      return { ...base, within: [{ event: eventOf(event, `${where}.event`), moments }], ...(goesOn === undefined ? {} : { goesOn }) };
    };
    switch (one.kind) {
      case "sun": {
        const days = sunDaysAt(one.place, where).filter(
          ({ noon }) => one.day === undefined || new Date(noon).toISOString().startsWith(one.day),
        );
        const moments = within(momentsOf(days.flatMap((day) => partOf(day, one.sun))), horizon);
        return on(one.event, moments, one.day === undefined ? ["earlier", "later"] : undefined);
      }
      case "within":
        return on(one.event, within([spanOf(one, where, zone as string)], horizon), undefined);
      case "order":
        return {
          ...base,
          apart: [apart(one.before, one.after, Math.round((one.atLeastHours ?? 0) * hourMs), Infinity, where, ["before", "after"])],
        };
      case "offset": {
        const [by, give] = [Math.round(one.hours * hourMs), Math.round((one.plusMinusHours ?? 0) * hourMs)];
        return { ...base, apart: [apart(one.from, one.to, by - give, by + give, where, ["from", "to"])] };
      }
      case "bound": {
        const from = one.notBefore === undefined ? horizon[0] : Date.parse(one.notBefore);
        const to = one.notAfter === undefined ? horizon[1] : Date.parse(one.notAfter);
        if (to < from) throw new ProblemUnreadable(`${where}.notAfter`, "expected it not before notBefore; found it earlier");
        const goesOn: ("earlier" | "later")[] = [
          ...(one.notBefore === undefined ? (["earlier"] as const) : []),
          ...(one.notAfter === undefined ? (["later"] as const) : []),
        ];
        return on(one.event, within([[from, to]], horizon), goesOn);
      }
      case "windows":
        return on(
          one.event,
          within(momentsOf(one.windows.map(([from, to], i) => windowOf(from, to, `${where}.windows[${i}]`))), horizon),
          undefined,
        );
    }
  }

  function apart(before: string, after: string, least: number, most: number, where: string, names: readonly [string, string]) {
    return { before: eventOf(before, `${where}.${names[0]}`), after: eventOf(after, `${where}.${names[1]}`), least, most };
  }

  function spanOf(one: Extract<TimeStatement, { kind: "within" }>, where: string, zone: string): Interval {
    if (one.part !== undefined && one.between !== undefined)
      throw new ProblemUnreadable(`${where}.between`, "expected either a part of the day or two times of day; found both");
    const rule = one.part === undefined ? (one.between ?? ["00:00", "24:00"]) : houseRules[one.part];
    if (rule === undefined) {
      const known = Object.keys(houseRules).join(", ");
      throw new ProblemUnreadable(
        `${where}.part`,
        `expected a part of the day that a house rule names (${known}); found ${JSON.stringify(one.part)}`,
      );
    }
    const days = one.plusMinusDays ?? 0;
    const lastDay = one.toDay ?? one.day;
    if (lastDay < one.day) throw new ProblemUnreadable(`${where}.toDay`, "expected it not before day; found it earlier");
    const [from] = localSpan(zone, one.day, minutesOf(rule[0] as string) - days * 1440, 0);
    const [, to] = localSpan(zone, lastDay, 0, minutesOf(rule[1] as string) + days * 1440);
    if (to < from) throw new ProblemUnreadable(where, "expected the part of the day to begin before it ends; found it the other way");
    return [from, to];
  }

  return {
    horizon,
    houseRules,
    openZones,
    statements: (zones) => fixed.map((one) => ("read" in one ? one.read(zones.get(one.sharers) as string) : one)),
  };
}

function demandZone(zone: string, where: string): void {
  if (!isZone(zone)) throw new ProblemUnreadable(where, `expected a zone such as Europe/Kyiv or +03:00; found ${JSON.stringify(zone)}`);
}

function windowOf(from: string, to: string, where: string): Interval {
  const interval: Interval = [Date.parse(from), Date.parse(to)];
  if (interval[1] < interval[0]) throw new ProblemUnreadable(where, "expected it to begin before it ends; found it the other way");
  return interval;
}

function within(moments: Moments, [from, to]: readonly [number, number]): Moments {
  return momentsOf(moments.map(([a, b]): Interval => [Math.max(a, from), Math.min(b, to)]));
}

function minutesOf(clock: string): number {
  const [hours = "0", minutes = "0"] = clock.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** Where the sun does not set or rise, noon and midnight by the sun are the ends. Whole seconds: refraction is not known better. */
function partOf(
  { noon, rise, set, nightBefore, nightAfter }: ReturnType<typeof sunDays>[number],
  part: "morning" | "afternoon" | "daylight" | "night",
): Interval[] {
  const second = (at: number) => Math.round(at / 1000) * 1000;
  const [dawn, dusk] = [second(rise ?? nightBefore), second(set ?? nightAfter)];
  switch (part) {
    case "morning":
      return [[dawn, second(noon)]];
    case "afternoon":
      return [[second(noon), dusk]];
    case "daylight":
      return [[dawn, dusk]];
    case "night":
      return [
        ...(rise === undefined ? [] : [[second(nightBefore), dawn] as const]),
        ...(set === undefined ? [] : [[dusk, second(nightAfter)] as const]),
      ];
  }
}
