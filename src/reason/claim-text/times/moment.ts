/** Reads a moment: a date, a part of the day and a clock in any order, with the small words between them. */
import type { TextToken } from "../languages/text-tokens.ts";
import { type ClockContext, clockAt, type StatedClock } from "./read-clock.ts";
import { dateAt } from "./read-date.ts";
import type { Found, StatedDate } from "./stated-date.ts";
import type { TimeTables } from "./time-tables.ts";
import type { ClockSpan, DayPart } from "./time-words.ts";

export type StatedPart = DayPart | { readonly between: ClockSpan } | "midnight" | "night-or-before" | "night-to";

export interface Moment {
  readonly date?: StatedDate;
  readonly part?: StatedPart;
  /** "Early on Tuesday". */
  readonly piece?: DayPart;
  readonly clock?: StatedClock;
  readonly zone?: string | "local";
  /** Tokens of approximating words inside, from and to. */
  readonly around: readonly (readonly [from: number, to: number])[];
  /** They stand before its date. */
  readonly isDateAround: boolean;
  /** A weekday with a noun behind it: "Tuesday's". */
  readonly isOwner: boolean;
}

export interface MomentContext {
  readonly isOpened: boolean;
  readonly isAround: boolean;
  readonly isClockOpened: boolean;
  readonly is24: boolean;
  /** What a figure alone may be. */
  readonly bare: "clock" | "day" | "nothing";
}

/** Small words and hedges that may follow one another inside a moment. */
const mostBetween = 3;

export function momentAt(tokens: readonly TextToken[], at: number, words: TimeTables, context: MomentContext): Found<Moment> | undefined {
  let moment: Moment = { around: [], isDateAround: false, isOwner: false };
  let end = at;
  let here = at;
  let isAround = context.isAround;
  let [isOpened, isClockOpened] = [context.isOpened, context.isClockOpened];
  const hedged: (readonly [number, number])[] = [];
  for (let between = 0; between <= mostBetween;) {
    const clock: ClockContext = { isOpened: isClockOpened, isHedged: isAround, is24: context.is24, bare: context.bare === "clock" };
    const found = atomAt(tokens, here, words, moment, { isOpened, clock, bareDay: context.bare === "day" });
    if (found !== undefined) {
      moment = joined(moment, found.value, isAround);
      here = end = found.end;
      [between, isAround, isOpened, isClockOpened] = [0, false, false, false];
      if (tokens[here]?.word === "'s") return { value: { ...moment, around: hedged, isOwner: true }, end };
      continue;
    }
    if (end === at) return undefined;
    const around = words.around.at(tokens, here);
    const joint = words.joints.at(tokens, here);
    if (around !== undefined && (joint === undefined || around.end >= joint.end)) {
      // Only what is followed by more of the moment counts; a later read of the same words finds the rest.
      if (nextAtom(tokens, around.end, words, moment, context) === undefined) break;
      hedged.push([here, around.end]);
      [here, isAround, isClockOpened] = [around.end, true, words.clocksOfTwelve || isClockOpened];
    } else if (joint !== undefined) {
      isClockOpened = words.clockOpeners.at(tokens, here) !== undefined || isClockOpened;
      [here, isOpened] = [joint.end, tokens[here]?.word !== ","];
    } else break;
    between++;
  }
  return end === at ? undefined : { value: { ...moment, around: hedged.filter(([, to]) => to <= end) }, end };
}

function nextAtom(tokens: readonly TextToken[], at: number, words: TimeTables, moment: Moment, { is24 }: MomentContext) {
  const clock = { isOpened: words.clocksOfTwelve, isHedged: true, is24, bare: false };
  const from = words.openers.at(tokens, at)?.end ?? at;
  return (
    atomAt(tokens, at, words, moment, { isOpened: true, clock, bareDay: false }) ??
    atomAt(tokens, from, words, moment, { isOpened: true, clock, bareDay: false })
  );
}

type Atom =
  | { readonly is: "date"; readonly date: StatedDate }
  | { readonly is: "part"; readonly part: StatedPart }
  | { readonly is: "clock"; readonly clock: StatedClock }
  | { readonly is: "zone"; readonly zone: string }
  | { readonly is: "piece"; readonly part: DayPart };

function atomAt(
  tokens: readonly TextToken[],
  at: number,
  words: TimeTables,
  moment: Moment,
  context: { readonly isOpened: boolean; readonly clock: ClockContext; readonly bareDay: boolean },
): Found<Atom> | undefined {
  if (tokens[at] === undefined) return undefined;
  const hasDate = moment.date !== undefined;
  if (!hasDate) {
    const date = dateAt(tokens, at, words, { isOpened: context.isOpened, bareDay: false });
    if (date !== undefined) return { value: { is: "date", date: date.value }, end: date.end };
  }
  if (moment.clock === undefined && isClockFit(moment.part)) {
    const clock = clockAt(tokens, at, words, context.clock);
    if (clock !== undefined) return { value: { is: "clock", clock: clock.value }, end: clock.end };
  }
  if (moment.part === undefined) {
    const part = words.parts.at(tokens, at) ?? words.parts.at(tokens, words.the.at(tokens, at)?.end ?? at);
    if (part !== undefined) return { value: { is: "part", part: part.value }, end: part.end };
    // "Early on Tuesday", "Tuesday, late": the first or the last part of that day.
    const piece = hasDate || moment.piece !== undefined ? undefined : words.pieces.at(tokens, at);
    const of = piece === undefined ? undefined : dateAt(tokens, piece.end, words, { isOpened: false, bareDay: false });
    if (piece !== undefined && of !== undefined && piece.value !== "middle" && isOneDay(of.value))
      return { value: { is: "piece", part: piece.value === "early" ? "morning" : "evening" }, end: piece.end };
  }
  if (moment.zone === undefined && (hasDate || moment.clock !== undefined || moment.part !== undefined)) {
    const open = tokens[at]?.word === "(" ? at + 1 : at;
    const zone = words.zones.at(tokens, open);
    if (zone !== undefined) {
      const end = open > at && tokens[zone.end]?.word === ")" ? zone.end + 1 : zone.end;
      return { value: { is: "zone", zone: zone.value }, end };
    }
  }
  if (!hasDate && context.bareDay) {
    const date = dateAt(tokens, at, words, { isOpened: false, bareDay: true });
    if (date !== undefined) return { value: { is: "date", date: date.value }, end: date.end };
  }
  return undefined;
}

function isClockFit(part: StatedPart | undefined): boolean {
  return part === undefined || typeof part === "string";
}

function isOneDay(date: StatedDate): boolean {
  return date.is === "figures" || date.is === "weekday" || date.is === "counted" || (date.is === "date" && date.day !== undefined);
}

function joined(moment: Moment, atom: Atom, isAround: boolean): Moment {
  switch (atom.is) {
    case "date":
      return { ...moment, date: atom.date, isDateAround: isAround };
    case "clock":
      return { ...moment, clock: atom.clock };
    case "part":
      return { ...moment, part: atom.part };
    case "piece":
      return { ...moment, piece: atom.part };
    case "zone":
      return { ...moment, zone: atom.zone };
  }
}
