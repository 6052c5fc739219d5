/** A statement while it is typed: fields as words, read into statements or refused with the field's name. */
import { isZone } from "../../reason/time/local-days.ts";
import { TimeStatement } from "../../reason/time/time-problem.ts";
import { wallSpan } from "../../core/time/typed-interval.ts";
import { readCoordinates } from "../../core/place/read-coordinates.ts";
import { isDay } from "./typed-day.ts";
import { instantsOfWallClock } from "../bench/zone-table.ts";
import type { WordKey } from "../words/t.ts";

/** What a person means to say; a post and a satellite's pass are entered as what they bound. */
export const statementSorts = ["day", "post", "order", "offset", "bound", "pass", "sun", "windows"] as const;
export type StatementSort = (typeof statementSorts)[number];

export const units = { days: 24, hours: 1, minutes: 1 / 60, seconds: 1 / 3600 } as const;
export type Unit = keyof typeof units;

export interface StatementForm {
  readonly sort: StatementSort;
  readonly id: string;
  readonly event: string;
  /** The other event of a link; of a post: what was filmed, and so lies before it. */
  readonly other: string;
  readonly day: string;
  readonly toDay: string;
  readonly around: string;
  /** A part of the day by its house rule, "" for all of it, "clock" for two times of day. */
  readonly part: string;
  readonly from: string;
  readonly to: string;
  /** "" while nobody states it. */
  readonly zone: string;
  readonly amount: string;
  readonly unit: Unit;
  readonly direction: "earlier" | "later";
  readonly give: string;
  readonly giveUnit: Unit;
  readonly place: string;
  readonly sun: "morning" | "afternoon" | "daylight" | "night";
  readonly windows: string;
  readonly source: string;
  readonly grade: string;
  readonly basis: string;
  readonly words: string;
  readonly cites: string;
  readonly assumption: boolean;
  readonly certain: boolean;
}

export const emptyForm: StatementForm = {
  ...{ sort: "day", id: "", event: "", other: "", day: "", toDay: "", around: "", part: "", from: "", to: "", zone: "" },
  ...{ amount: "", unit: "hours", direction: "earlier", give: "", giveUnit: "hours", place: "", sun: "afternoon", windows: "" },
  ...{ source: "", grade: "", basis: "", words: "", cites: "", assumption: false, certain: false },
};

export interface FormFault {
  readonly field: keyof StatementForm;
  readonly says: WordKey;
}

export type FormRead = { readonly statements: readonly TimeStatement[] } | { readonly fault: FormFault };

const refused = (field: keyof StatementForm, says: WordKey): { fault: FormFault } => ({ fault: { field, says } });

/** `freeName`: a name that no statement has, for the order that a post brings with it. */
export function readForm(form: StatementForm, freeName: (wished: string) => string): FormRead {
  const id = form.id.trim();
  if (id === "") return refused("id", "time-bench.fault.name");
  if (form.event.trim() === "") return refused("event", "time-bench.fault.event");
  const cites = form.cites.split(/[\s,;]+/).filter((one) => one !== "");
  if (cites.some((one) => !/^[a-z][1-9]\d{0,14}$/.test(one))) return refused("cites", "time-bench.fault.cites");
  const common = {
    id,
    ...said("source", form.source),
    ...said("grade", form.grade),
    ...said("basis", form.basis),
    ...said("words", form.words),
    ...(cites.length === 0 ? {} : { cites }),
    ...(form.assumption ? { assumption: true } : {}),
    ...(form.certain ? { certain: true } : {}),
  };
  const body = bodyOf(form);
  if ("fault" in body) return body;
  const one = TimeStatement.safeParse({ ...common, ...body });
  if (!one.success) return refused("id", "time-bench.fault.shape");
  if (form.sort !== "post" || form.other.trim() === "") return { statements: [one.data] };
  // What is posted was filmed before: certain by the nature of things.
  const order = { id: freeName(`${form.other.trim()}-before-${form.event.trim()}`), kind: "order", certain: true } as const;
  return { statements: [one.data, { ...order, before: form.other.trim(), after: form.event.trim() }] };
}

function said<N extends string>(name: N, words: string): { [name in N]?: string } {
  return (words.trim() === "" ? {} : { [name]: words.trim() }) as { [name in N]?: string };
}

function bodyOf(form: StatementForm): object | { fault: FormFault } {
  const event = form.event.trim();
  switch (form.sort) {
    case "day":
    case "post":
      return dayOf(form);
    case "order":
    case "offset":
      return linkOf(form);
    case "bound":
    case "pass":
      return boundOf(form);
    case "sun": {
      const read = readCoordinates(form.place, { basis: "" });
      const region = read.state === "read" ? read.claim.region : "unknown";
      if (region === "unknown" || region.shape !== "circle") return refused("place", "time-bench.fault.place");
      if (form.day.trim() !== "" && !isDay(form.day)) return refused("day", "time-bench.fault.day");
      return { kind: "sun", event, place: region.centre, sun: form.sun, ...said("day", form.day) };
    }
    case "windows": {
      const windows = form.windows
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => windowOf(line, form.zone));
      if (windows.length === 0 || windows.some((one) => one === undefined)) return refused("windows", "time-bench.fault.windows");
      return { kind: "windows", event, windows };
    }
  }
}

function dayOf(form: StatementForm): object | { fault: FormFault } {
  const zone = form.zone.trim();
  if (!isDay(form.day)) return refused("day", "time-bench.fault.day");
  if (form.toDay.trim() !== "" && (!isDay(form.toDay) || form.toDay.trim() < form.day.trim()))
    return refused("toDay", "time-bench.fault.to-day");
  if (zone !== "" && !isZone(zone)) return refused("zone", "time-bench.fault.zone");
  const around = form.around.trim() === "" ? 0 : Number(form.around);
  if (!Number.isInteger(around) || around < 0 || around > 3660) return refused("around", "time-bench.fault.around");
  if (form.part === "clock" && !isClock(form.from)) return refused("from", "time-bench.fault.clock");
  if (form.part === "clock" && form.to.trim() !== "" && !isClock(form.to)) return refused("to", "time-bench.fault.clock");
  const to = form.to.trim() === "" ? form.from.trim() : form.to.trim();
  return {
    kind: "within",
    event: form.event.trim(),
    day: form.day.trim(),
    zone: zone === "" ? null : zone,
    ...said("toDay", form.toDay),
    ...(form.part === "clock" ? { between: [form.from.trim(), to] } : said("part", form.part)),
    ...(around === 0 ? {} : { plusMinusDays: around }),
  };
}

function linkOf(form: StatementForm): object | { fault: FormFault } {
  const [event, other] = [form.event.trim(), form.other.trim()];
  if (other === "" || other === event) return refused("other", "time-bench.fault.other");
  const amount = form.amount.trim() === "" ? 0 : Number(form.amount);
  if (!Number.isFinite(amount) || amount < 0) return refused("amount", "time-bench.fault.amount");
  const hours = rounded(amount * units[form.unit]);
  if (form.sort === "order") return { kind: "order", before: event, after: other, ...(hours === 0 ? {} : { atLeastHours: hours }) };
  const give = form.give.trim() === "" ? 0 : Number(form.give);
  if (!Number.isFinite(give) || give < 0) return refused("give", "time-bench.fault.amount");
  return {
    kind: "offset",
    from: other,
    to: event,
    hours: form.direction === "earlier" ? rounded(-hours) : hours,
    ...(give === 0 ? {} : { plusMinusHours: rounded(give * units[form.giveUnit]) }),
  };
}

/** To the microsecond, so that a tenth of a second is one; -0 is 0. */
function rounded(hours: number): number {
  return Math.round(hours * 3.6e9) / 3.6e9 + 0;
}

function boundOf(form: StatementForm): object | { fault: FormFault } {
  const zone = form.zone.trim() === "" ? "UTC" : form.zone.trim();
  if (!isZone(zone)) return refused("zone", "time-bench.fault.zone");
  const [from, to] = [form.from.trim(), form.to.trim()];
  if (from === "" && to === "") return refused("to", "time-bench.fault.bound");
  const notBefore = from === "" ? undefined : instantOf(from, zone, "first");
  if (from !== "" && notBefore === undefined) return refused("from", "time-bench.fault.moment");
  const notAfter = to === "" ? undefined : instantOf(to, zone, "last");
  if (to !== "" && notAfter === undefined) return refused("to", "time-bench.fault.moment");
  if (notBefore !== undefined && notAfter !== undefined && notAfter < notBefore) return refused("to", "time-bench.fault.order");
  return {
    kind: "bound",
    event: form.event.trim(),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
  };
}

/** "2022-03-30 12:00 to 2022-03-30 14:00" by the clock of the zone, or instants as they are. */
function windowOf(line: string, zone: string): readonly [string, string] | undefined {
  const [from, to] = line.split(/\s+(?:to|–|-|\/)\s+|\//);
  if (from === undefined || to === undefined) return undefined;
  const [first, last] = [instantOf(from, zone || "UTC", "first"), instantOf(to, zone || "UTC", "last")];
  return first === undefined || last === undefined || last < first ? undefined : [first, last];
}

/** A moment typed by a clock, as UTC; of a minute its first or its last second counts, of a repeated hour likewise. */
function instantOf(words: string, zone: string, end: "first" | "last"): string | undefined {
  const typed = words.trim();
  if (/Z$/.test(typed)) return Number.isNaN(Date.parse(typed)) ? undefined : plain(Date.parse(typed));
  const span = wallSpan(typed);
  if (span === undefined) return undefined;
  // To the minute is meant as the minute's beginning: a bound is where somebody put it.
  const wall = end === "last" && !/\d:\d/.test(typed) ? span.last : span.first;
  const instants = instantsOfWallClock(new Date(wall).toISOString().slice(0, 19), zone);
  const chosen = end === "first" ? instants[0] : instants.at(-1);
  return chosen === undefined ? undefined : plain(Date.parse(chosen));
}

const plain = (at: number): string => new Date(at).toISOString().replace(".000Z", "Z");

function isClock(words: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(words.trim());
}

/** The fields that say again what a statement says. */
export function formOf(one: TimeStatement): StatementForm {
  const common: StatementForm = {
    ...emptyForm,
    id: one.id,
    source: one.source ?? "",
    grade: one.grade ?? "",
    basis: one.basis ?? "",
    words: one.words ?? "",
    cites: (one.cites ?? []).join(" "),
    assumption: one.assumption === true,
    certain: one.certain === true,
  };
  switch (one.kind) {
    case "within":
      return {
        ...common,
        sort: "day",
        event: one.event,
        day: one.day,
        toDay: one.toDay ?? "",
        around: one.plusMinusDays === undefined ? "" : String(one.plusMinusDays),
        part: one.between === undefined ? (one.part ?? "") : "clock",
        from: one.between?.[0] ?? "",
        to: one.between?.[1] ?? "",
        zone: one.zone ?? "",
      };
    case "order":
      return { ...common, sort: "order", event: one.before, other: one.after, ...amountOf(one.atLeastHours ?? 0) };
    case "offset": {
      const give = amountOf(one.plusMinusHours ?? 0);
      return {
        ...common,
        ...{ sort: "offset", event: one.to, other: one.from, ...amountOf(Math.abs(one.hours)) },
        direction: one.hours > 0 ? "later" : "earlier",
        ...{ give: give.amount, giveUnit: give.unit },
      };
    }
    case "bound":
      return {
        ...common,
        ...{ sort: "bound", event: one.event, zone: "UTC" },
        from: wallOf(one.notBefore),
        to: wallOf(one.notAfter),
      };
    case "sun":
      return { ...common, sort: "sun", event: one.event, place: `${one.place.lat}, ${one.place.lon}`, sun: one.sun, day: one.day ?? "" };
    case "windows":
      return {
        ...common,
        ...{ sort: "windows", event: one.event, zone: "UTC" },
        windows: one.windows.map(([from, to]) => `${from} / ${to}`).join("\n"),
      };
  }
}

function wallOf(instant: string | undefined): string {
  return instant === undefined ? "" : instant.replace("T", " ").replace(/Z$/, "").replace(/:00$/, "");
}

/**
 * How far a speaker may have rounded, by house rule (METHOD 8): half a day for whole days, "48 hours" among them; half the unit
 * else. Undefined while no amount is typed, and for seconds, which nobody rounds in speech.
 */
export function roundingOf({ amount, unit }: StatementForm): Pick<StatementForm, "give" | "giveUnit"> | undefined {
  const count = Number(amount);
  if (amount.trim() === "" || !Number.isInteger(count) || count <= 0 || unit === "seconds") return undefined;
  if (unit === "days" || (unit === "hours" && count % 24 === 0)) return { give: "12", giveUnit: "hours" };
  return { give: "30", giveUnit: unit === "hours" ? "minutes" : "seconds" };
}

/** In the largest unit that gives a whole number. */
function amountOf(hours: number): { amount: string; unit: Unit } {
  if (hours === 0) return { amount: "", unit: "hours" };
  const seconds = Math.round(hours * 3600 * 1000) / 1000;
  if (seconds % 3600 === 0) return { amount: String(seconds / 3600), unit: "hours" };
  if (seconds % 60 === 0) return { amount: String(seconds / 60), unit: "minutes" };
  return { amount: String(seconds), unit: "seconds" };
}
