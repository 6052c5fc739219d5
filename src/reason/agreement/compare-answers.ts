/** Compares two answers by what their question asks for. Pure, and the same whichever answer is named first. */
import type { Answer, AskedPrecision } from "../../core/review/answer.ts";
import { wayBetween } from "../../core/place/geodesic.ts";
import type { AnswerComparison, NoComparison, PlaceComparison, Side, TimeComparison } from "./agreement.ts";
import { type Disc, jointRegion } from "./joint-region.ts";

type PlaceAnswer = Extract<Answer, { sort: "place" }>;
type TimeAnswer = Extract<Answer, { sort: "time" }>;

export function compareAnswers(a: Answer, b: Answer, asked: AskedPrecision): AnswerComparison {
  if (a.sort === "cannot-tell" || b.sort === "cannot-tell") return none(a.sort === b.sort ? "both-cannot-tell" : "one-cannot-tell");
  if (a.sort === "place" && b.sort === "place") return asked.sort === "place" ? comparePlaces(a, b, asked.radiusM) : none("not-as-asked");
  if (a.sort === "time" && b.sort === "time") return asked.sort === "time" ? compareTimes(a, b, asked.widthS) : none("not-as-asked");
  if (a.sort === "choice" && b.sort === "choice") {
    if (asked.sort !== "choice") return none("not-as-asked");
    return { sort: "choice", verdict: a.choice === b.choice ? "agree" : "disagree" };
  }
  return none(a.sort === b.sort ? "words" : "different-sorts");
}

function none(why: NoComparison["why"]): NoComparison {
  return { sort: "none", verdict: "not-comparable", why };
}

function comparePlaces(a: PlaceAnswer, b: PlaceAnswer, askedM: number): PlaceComparison {
  const distanceM = wayBetween(a, b).metres;
  const sumM = a.radiusM + b.radiusM;
  const tooVague = vague(a.radiusM > askedM, b.radiusM > askedM);
  const joint = jointRegion(discOf(a), discOf(b));
  const verdict = distanceM > sumM ? "disagree" : tooVague.length > 0 ? "too-vague" : "agree";
  return { sort: "place", verdict, distanceM, radiiM: { a: a.radiusM, b: b.radiusM }, sumM, askedM, tooVague, joint };
}

function discOf({ lat, lon, radiusM }: PlaceAnswer): Disc {
  return { centre: { lat, lon }, radiusM };
}

function compareTimes(a: TimeAnswer, b: TimeAnswer, askedS: number): TimeComparison {
  const from = Math.max(startOf(a), startOf(b));
  const to = Math.min(endOf(a), endOf(b));
  const [widthA, widthB] = [endOf(a) - startOf(a), endOf(b) - startOf(b)];
  const tooVague = vague(widthA > askedS * 1000, widthB > askedS * 1000);
  const meets = from <= to;
  return {
    sort: "time",
    verdict: !meets ? "disagree" : tooVague.length > 0 ? "too-vague" : "agree",
    joint: meets ? { from: instantOf(from), to: instantOf(to) } : null,
    widthsS: { a: seconds(widthA), b: seconds(widthB), joint: meets ? seconds(to - from) : null },
    gapS: meets ? 0 : (from - to) / 1000,
    askedS,
    tooVague,
  };
}

function vague(a: boolean, b: boolean): Side[] {
  return [...(a ? (["a"] as const) : []), ...(b ? (["b"] as const) : [])];
}

/** Milliseconds; an open end reaches without end. */
const startOf = ({ from }: TimeAnswer): number => (from === "open" ? -Infinity : Date.parse(from));
const endOf = ({ to }: TimeAnswer): number => (to === "open" ? Infinity : Date.parse(to));
const seconds = (ms: number): number | null => (Number.isFinite(ms) ? ms / 1000 : null);
const instantOf = (ms: number): string => (Number.isFinite(ms) ? new Date(ms).toISOString() : "open");
