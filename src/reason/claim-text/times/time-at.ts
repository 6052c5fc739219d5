/** Reads a time that begins at one token: a span counted from something, a span of days or clocks, a moment with its bound, an order. */
import type { TextToken } from "../languages/text-tokens.ts";
import { dayName } from "./calendar.ts";
import { countedSpanAt, eventDayAt, insideSpanAt, lastSpanAt, lengthBeforeAt } from "./counted-span.ts";
import { happeningAt } from "./happening.ts";
import {
  type ReadAgainst,
  type Readings,
  readingsOfLastDays,
  readingsOfMoment,
  readingsOfSameDay,
  readingsOfSpan,
} from "./make-readings.ts";
import { type Moment, momentAt, type MomentContext } from "./moment.ts";
import { type Opening, openingAt } from "./opening.ts";
import { dateAt } from "./read-date.ts";
import type { ReadTime } from "./read-time.ts";
import type { Found, StatedDate } from "./stated-date.ts";
import type { TimeTables } from "./time-tables.ts";

export interface Scene {
  readonly text: string;
  readonly tokens: readonly TextToken[];
  readonly words: TimeTables;
  readonly against: ReadAgainst;
  readonly is24: boolean;
}

export function timeAt(scene: Scene, at: number): Found<ReadTime> | undefined {
  const { tokens, text, words } = scene;
  const token = tokens[at] as TextToken;
  if (token.kind !== "digits" && !words.starters.has(token.word)) return undefined;
  const same = words.sameDays.at(tokens, at) ?? words.sameDays.at(tokens, words.openers.at(tokens, at)?.end ?? at);
  if (same !== undefined) {
    const own = text.slice(token.start, (tokens[same.end - 1] as TextToken).end);
    return read(scene, at, same.end, readingsOfSameDay(own, same.value.part, scene.against), []);
  }
  const vague = words.vagueTimes.at(tokens, at);
  if (vague !== undefined) return read(scene, at, vague.end, { readings: [], notes: [vague.value] }, []);
  const last = lastSpanAt(tokens, at, words);
  if (last !== undefined) {
    const readings =
      last.value === "vague" ? { readings: [], notes: ["how many is not said"] } : readingsOfLastDays(last.value.days, scene.against);
    return read(scene, at, last.end, readings, []);
  }
  const inside = insideSpanAt(text, tokens, at, words);
  if (inside !== undefined) return read(scene, at, inside.end, inside.value, []);
  const opening = openingAt(scene.tokens, at, scene.words);
  const ahead = countedSpanAt(text, tokens, at, words, { from: at, isAround: false });
  if (ahead !== undefined) return read(scene, at, ahead.end, ahead.value, []);
  const counted = countedSpanAt(text, tokens, opening.end, words, { from: opening.end, isAround: opening.around.length > 0 });
  // "На добу раніше": its preposition belongs to it, a hedge does not.
  if (counted !== undefined && opening.limit === undefined)
    return read(scene, opening.around.length > 0 ? opening.end : at, counted.end, counted.value, opening.around);
  const shifted = shiftedAt(scene, at);
  if (shifted !== undefined) return shifted;
  // "The day before yesterday" is a day of its own.
  const isDay = words.days.at(tokens, at) !== undefined;
  const later = opening.limit === undefined ? opening.end : at;
  const eventDay = isDay ? undefined : (eventDayAt(text, tokens, at, words) ?? eventDayAt(text, tokens, later, words));
  if (eventDay !== undefined) return read(scene, at, eventDay.end, eventDay.value, []);
  return nightAt(scene, at) ?? spanAt(scene, at) ?? momentsAt(scene, at, opening) ?? orderAt(scene, at);
}

/** "Three days before 3 May": that day where both are days; else what is sure, that it lies before or after. */
function shiftedAt(scene: Scene, at: number): Found<ReadTime> | undefined {
  const { tokens, words, is24, against } = scene;
  const length = lengthBeforeAt(tokens, at, words);
  if (length === undefined) return undefined;
  const { sign, hours } = length.value;
  const context: MomentContext = { isOpened: true, isAround: false, isClockOpened: true, is24, bare: "nothing" };
  const moment = momentAt(tokens, length.end, words, context);
  if (moment === undefined || moment.value.isOwner) return undefined;
  const plain = readingsOfMoment(moment.value, undefined, against);
  const areDays = plain.readings.every(
    (one) => one.kind === "within" && [one.toDay, one.part, one.between].every((of) => of === undefined),
  );
  if (!areDays || hours === undefined || hours % 24 !== 0 || hours > 24 * 366) {
    const bound = readingsOfMoment(moment.value, sign < 0 ? "not-after" : "not-before", against);
    return read(scene, at, moment.end, { ...bound, notes: [...bound.notes, "how long before or after is not worked out"] }, []);
  }
  const days = (sign * hours) / 24;
  const readings = plain.readings.map((one) =>
    one.kind === "within" ? { ...one, day: dayName(Date.parse(one.day) / 86_400_000 + days) } : one,
  );
  return read(scene, at, moment.end, { readings, notes: plain.notes }, []);
}

/** "В ніч з 4 на 5 травня": one night, from the one day into the next. */
function nightAt(scene: Scene, at: number): Found<ReadTime> | undefined {
  const { tokens, words, against } = scene;
  const from = words.nightFrom.at(tokens, at);
  const first = from === undefined ? undefined : dateAt(tokens, from.end, words, { isOpened: true, bareDay: true });
  const joint = first === undefined ? undefined : words.nightTo.at(tokens, first.end);
  const last =
    lastOfBoth(first) ?? (joint === undefined ? undefined : dateAt(tokens, joint.end, words, { isOpened: true, bareDay: false }));
  if (last === undefined) return undefined;
  // The day on which it ends says which night it is.
  const moment: Moment = { date: last.value, part: "night-to", around: [], isDateAround: false, isOwner: false };
  const { readings, notes } = readingsOfMoment(moment, undefined, against);
  const both = readings.map((reading) =>
    reading.kind === "within" ? { ...reading, toDay: dayName(Date.parse(reading.day) / 86_400_000 + 1) } : reading,
  );
  return read(scene, at, last.end, { readings: both, notes }, []);
}

/** "From 3 to 4 May" reads as one date of two days. */
function lastOfBoth(both: Found<StatedDate> | undefined): Found<StatedDate> | undefined {
  if (both?.value.is !== "date" || both.value.toDay === undefined) return undefined;
  const { toDay, ...rest } = both.value;
  return { value: { ...rest, day: toDay }, end: both.end };
}

/** "Between A and B", "from A to B", "A to B". */
function spanAt(scene: Scene, at: number): Found<ReadTime> | undefined {
  const { tokens, words, is24, against } = scene;
  const between = words.between.at(tokens, at);
  const from = between === undefined ? words.from.at(tokens, at) : undefined;
  const opener = between ?? from ?? words.openers.at(tokens, at);
  const isOpened = between !== undefined || from !== undefined;
  const start = opener?.end ?? at;
  // "3-4 p.m.": a figure before a dash is a clock if the one behind it is.
  const isDashed = tokens[start]?.kind === "digits" && words.to.at(tokens, start + 1) !== undefined;
  for (const bare of ["clock", "day"] as const) {
    const ofFirst = isOpened || (bare === "clock" && isDashed) ? bare : "nothing";
    const context: MomentContext = { isOpened, isAround: false, isClockOpened: isOpened, is24, bare: ofFirst };
    const first = momentAt(tokens, skipThe(scene, start), words, context);
    const joint = first === undefined ? undefined : (between === undefined ? words.to : words.and).at(tokens, first.end);
    const whole = first === undefined || !isOpened ? undefined : asSpan(first.value);
    if (first !== undefined && whole !== undefined)
      return read(scene, at, first.end, readingsOfMoment(whole, undefined, against), first.value.around);
    if (first === undefined || joint === undefined) continue;
    const last = momentAt(tokens, skipThe(scene, joint.end), words, { ...context, isOpened: true, isClockOpened: true, bare });
    if (last === undefined || isFigures(first.value, last.value) || (!isOpened && last.value.clock?.isBare === true)) continue;
    const readings = readingsOfSpan(first.value, last.value, against);
    if (readings !== undefined) return read(scene, at, last.end, readings, [...first.value.around, ...last.value.around]);
  }
  return undefined;
}

/** "Між 3 і 5 травня": the two days beside one month are the ends. */
function asSpan(moment: Moment): Moment | undefined {
  const { date } = moment;
  if (date?.is !== "date") return undefined;
  const { otherDay, toDay = otherDay, ...rest } = date;
  return toDay === undefined ? undefined : { ...moment, date: { ...rest, toDay } };
}

/** "Between 10 and 15": nothing says that these are clocks. */
function isFigures(first: Moment, last: Moment): boolean {
  const isBare = ({ clock, date, part, zone }: Moment) =>
    clock?.isBare === true && date === undefined && part === undefined && zone === undefined;
  return isBare(first) && isBare(last);
}

function momentsAt(scene: Scene, at: number, opening: Opening): Found<ReadTime> | undefined {
  const { tokens, text, words, is24, against } = scene;
  const context = {
    isOpened: opening.isOpened,
    isAround: opening.around.some(([, to]) => to > (opening.limitAt ?? -1)),
    isClockOpened: opening.isClockOpened,
    is24,
    bare: "nothing" as const,
  };
  const found = momentAt(tokens, opening.end, words, context) ?? bareClockAt(scene, opening);
  if (found === undefined) return undefined;
  const { value: moment } = found;
  if (moment.isOwner) return owned(scene, at, opening, found);
  const isPartAlone = moment.date === undefined && moment.clock === undefined;
  // "By night" is no bound, and a bare "morning" no time.
  const isAlone = words.aloneParts.has(tokens[opening.end]?.word ?? "");
  if (
    isPartAlone &&
    ((!opening.isOpened && !isAlone) ||
      (opening.limit !== undefined && tokens[opening.limitAt ?? at]?.word === "by" && moment.part === "night"))
  )
    return undefined;
  const behind = opening.limit === undefined ? words.limitsBehind.at(tokens, found.end) : undefined;
  const end = behind?.end ?? found.end;
  const readings = readingsOfMoment(moment, opening.limit ?? behind?.value, against);
  // A hedge that leads is no part of the words, nor a preposition before it.
  const lead = opening.around.at(-1)?.[1] ?? at;
  const from = opening.limit === undefined || opening.limitAt === lead ? lead : at;
  return read(scene, from, end, readings, [...opening.around, ...moment.around]);

  function owned({ tokens: all }: Scene, start: number, { limit }: Opening, date: Found<Moment>): Found<ReadTime> {
    const event = limit === undefined ? undefined : happeningAt(text, all, opening.end, words);
    const order = words.orders.at(all, start);
    if (event !== undefined && order !== undefined && order.end === opening.end)
      return read(scene, start, event.end, { readings: [{ kind: "order", relation: order.value, of: event.value }], notes: [] }, []);
    const plain = { ...date.value, isDateAround: false };
    return read(scene, opening.end, date.end, readingsOfMoment(plain, undefined, against), []);
  }
}

/** "At 9 on Tuesday": a bare figure is a clock where a day or a part of one follows. */
function bareClockAt({ tokens, words, is24 }: Scene, opening: Opening): Found<Moment> | undefined {
  if (!opening.isClockOpened) return undefined;
  const found = momentAt(tokens, opening.end, words, {
    isOpened: false,
    isAround: opening.around.length > 0,
    isClockOpened: true,
    is24,
    bare: "clock" as const,
  });
  if (found?.value.clock === undefined) return undefined;
  return found.value.date === undefined && found.value.part === undefined && found.value.zone === undefined ? undefined : found;
}

/** "Before the shelling", "during the raid". */
function orderAt(scene: Scene, at: number): Found<ReadTime> | undefined {
  const { tokens, text, words } = scene;
  const around = words.around.at(tokens, at);
  const from = around?.end ?? at;
  const order = words.orders.at(tokens, from);
  const event = order === undefined ? undefined : happeningAt(text, tokens, order.end, words);
  if (order === undefined || event === undefined) return undefined;
  const readings = { readings: [{ kind: "order", relation: order.value, of: event.value } as const], notes: [] };
  return read(scene, from, event.end, readings, around === undefined ? [] : [[at, from]]);
}

function skipThe({ tokens, words }: Scene, at: number): number {
  return tokens[at + 1]?.kind === "digits" ? at : (words.the.at(tokens, at)?.end ?? at);
}

function read(
  { text, tokens }: Scene,
  from: number,
  end: number,
  { readings, notes }: Readings,
  around: readonly (readonly [from: number, to: number])[],
): Found<ReadTime> {
  const span = { start: (tokens[from] as TextToken).start, end: (tokens[end - 1] as TextToken).end };
  const hedges = around.map(([first, behind]) => {
    const of = { start: (tokens[first] as TextToken).start, end: (tokens[behind - 1] as TextToken).end };
    return { span: of, words: text.slice(of.start, of.end) };
  });
  return { value: { span, words: text.slice(span.start, span.end), readings, hedges, notes }, end };
}
