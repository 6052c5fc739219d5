/**
 * Whether a finding's statement, which a report prints as its key point, names another place, day or choice than its answer. Only what is
 * written in figures, in English months, or as one of the choices is read; a statement may name other places and days beside the answer's.
 */
import { wayBetween } from "../place/geodesic.ts";
import { readCoordinates } from "../place/read-coordinates.ts";
import type { Answer, AskedPrecision } from "../review/answer.ts";

/** As "expected ..; found ..", or undefined. */
export function statementElsewhere(statement: string, answer: Answer, asked: AskedPrecision): string | undefined {
  switch (answer.sort) {
    case "place":
      return anotherPlace(statement, answer);
    case "time":
      return anotherDay(statement, answer);
    case "choice":
      return asked.sort === "choice" ? anotherChoice(statement, answer.choice, asked.choices) : undefined;
    default:
      return undefined;
  }
}

const point = /[-+]?\d{1,2}\.\d{3,}\s*°?\s*[NS]?\s*[,;/ ]\s*[-+]?\d{1,3}\.\d{3,}\s*°?\s*[EW]?(?!\d|\.\d)/gu;

function anotherPlace(statement: string, answer: Extract<Answer, { sort: "place" }>): string | undefined {
  const named = [...statement.matchAll(point)].flatMap(([words]) => {
    const read = readCoordinates(words.trim(), { basis: "statement" });
    if (read.state !== "read" || read.claim.region === "unknown" || read.claim.region.shape !== "circle") return [];
    const { centre, radiusM } = read.claim.region;
    const metres = wayBetween(centre, answer).metres;
    return [{ words: words.trim(), metres, within: metres <= answer.radiusM + radiusM }];
  });
  const [first] = named;
  if (first === undefined || named.some(({ within }) => within)) return undefined;
  return `expected the place of the answer, ${answer.lat}, ${answer.lon} within ${answer.radiusM} m; found ${first.words}, ${Math.round(first.metres)} m away`;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthWords =
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const isoDay = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu;
const dayFirst = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${monthWords}\\.?,? (\\d{4})(?!\\d)`, "giu");
const monthFirst = new RegExp(`\\b${monthWords}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, "giu");

/** Of a day in any zone: it begins 14 hours before that of UTC at the earliest and ends 12 hours after it at the latest. */
const earliestZoneMs = 14 * 3_600_000;
const latestZoneMs = 36 * 3_600_000;

function anotherDay(statement: string, answer: Extract<Answer, { sort: "time" }>): string | undefined {
  const days = [
    ...[...statement.matchAll(isoDay)].map(([words, year, month, day]) => ({ words, at: dayOf(year, Number(month), day) })),
    ...[...statement.matchAll(dayFirst)].map(([words, day, month, year]) => ({ words, at: dayOf(year, monthOf(month), day) })),
    ...[...statement.matchAll(monthFirst)].map(([words, month, day, year]) => ({ words, at: dayOf(year, monthOf(month), day) })),
  ].filter(({ at }) => Number.isFinite(at));
  const from = answer.from === "open" ? -Infinity : Date.parse(answer.from);
  const to = answer.to === "open" ? Infinity : Date.parse(answer.to);
  const [first] = days;
  if (first === undefined || days.some(({ at }) => at - earliestZoneMs <= to && at + latestZoneMs >= from)) return undefined;
  return `expected the time of the answer, ${answer.from} to ${answer.to}; found ${first.words}`;
}

function monthOf(word: string | undefined): number {
  return months.indexOf((word ?? "").slice(0, 3).toLowerCase()) + 1;
}

function dayOf(year: string | undefined, month: number, day: string | undefined): number {
  return month < 1 || month > 12 ? Number.NaN : Date.UTC(Number(year), month - 1, Number(day));
}

/** One choice may stand in another: "Vantor" in "Vantor or Airbus". */
function anotherChoice(statement: string, choice: string, choices: readonly string[]): string | undefined {
  const says = (one: string): boolean => statement.toLowerCase().includes(one.trim().toLowerCase());
  if (says(choice)) return undefined;
  const other = choices.find((one) => one !== choice && says(one));
  return other === undefined ? undefined : `expected the choice of the answer, "${choice}"; found "${other}"`;
}
