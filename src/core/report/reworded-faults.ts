/**
 * A key point in other words than its finding's statement says nothing that the statement does not: no figure, moment, month or choice
 * of its own, no denial more or less, no word of certainty. Nobody approved those words. English words and figures alone are read here:
 * what is told in other words, a reader sees beside the approved statement, which the report prints under it.
 */
import type { ReportFinding } from "./report-finding.ts";
import { answerWords } from "./report-words.ts";

/** Said firmly in passing. Where the statement says them too, two people stand behind them. */
const firm = [
  ...["no doubt", "doubtless", "clearly", "obviously", "evidently", "unquestionably", "without question", "indisputably"],
  ...["established", "confirmed", "verified", "demonstrated", "for a fact", "exactly", "precisely", "must have", "can only have"],
  ...["to the metre", "to the meter", "to the second", "to the minute"],
];
const denials = /\b(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|cannot|without)\b|n[’']t\b/giu;
/** "no more than 500 m" denies nothing. */
const bounds = /\bno (?:more|less|further|farther|later|earlier|smaller|nearer) than\b|\bno doubt\b|\bwithout (?:question|doubt)\b/giu;
const months = [
  ...["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
];
const clocks = /(?<![\d:.])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?![\d:])/gu;
const lengths = /\d+(?:[.,]\d+)?\s*(?:km|m|kilomet(?:re|er)s?|met(?:re|er)s?)\b/giu;

export function rewordedFaults(text: string, finding: ReportFinding): string[] {
  const { statement, answer } = finding;
  if (text.trim() === statement.trim()) return [];
  const approved = `${statement} ${answerWords(answer)} ${answer.sort === "time" ? `${answer.from} ${answer.to}` : ""}`;
  return [
    ...firm.filter((word) => has(text, word) && !has(statement, word)).map((word) => `it says "${word}", and its finding does not`),
    ...denial(text, statement),
    ...otherTimes(text, approved, finding),
    ...otherFigures(text, approved),
    ...otherMonths(text, approved),
    ...otherChoice(text, finding),
  ];
}

function has(text: string, word: string): boolean {
  return new RegExp(`\\b${word}\\b`, "iu").test(text);
}

function denial(text: string, statement: string): string[] {
  const count = (words: string) => words.replace(bounds, " ").match(denials)?.length ?? 0;
  const [said, held] = [count(text), count(statement)];
  if (said > 0 === held > 0) return [];
  return [said > 0 ? "it denies something, and its finding denies nothing" : "its finding denies something, and it denies nothing"];
}

function otherTimes(text: string, approved: string, { answer }: ReportFinding): string[] {
  const said = [...text.matchAll(clocks)];
  const held = [...approved.matchAll(clocks)].map(([words]) => words);
  const strange = said.filter(([words]) => !held.some((one) => one === words || one.startsWith(`${words}:`)));
  if (strange.length === 0 || (said.length >= 2 && answer.sort === "time" && holds(said, answer))) return [];
  return strange.map(([words]) => `it says "${words}", and its finding says ${answerWords(answer)}`);
}

/** Whether moments of one day take in all of the answer, by its zone or by UTC: a wider window is nothing narrower. */
function holds(said: readonly RegExpMatchArray[], answer: { from: string; to: string; zone: string }): boolean {
  if (answer.from === "open" || answer.to === "open") return false;
  const seconds = said.map(([, hours, minutes, rest]) => Number(hours) * 3600 + Number(minutes) * 60 + Number(rest ?? 0));
  return [answer.zone, "UTC"].some((zone) => {
    const [from, to] = [ofDay(answer.from, zone), ofDay(answer.to, zone)];
    return from !== undefined && to !== undefined && from <= to && Math.min(...seconds) <= from && Math.max(...seconds) >= to;
  });
}

function ofDay(instant: string, zone: string): number | undefined {
  try {
    const words = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", timeStyle: "medium" }).format(Date.parse(instant));
    const [hours, minutes, seconds] = words.split(":").map(Number);
    return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  } catch {
    return undefined;
  }
}

/** Lengths are held against the radius elsewhere; names of records are no figures. */
function otherFigures(text: string, approved: string): string[] {
  const figures = (words: string) => [...words.replace(clocks, " ").matchAll(/(?<![\p{L}\d.,])\d+(?:[.,]\d+)*/gu)].map(([one]) => one);
  const held = new Set([...figures(approved), ...approved.split(/\D+/u)].map(plain));
  return figures(text.replace(lengths, " "))
    .filter((one) => !held.has(plain(one)))
    .map((one) => `it says "${one}", which neither the statement nor the answer of its finding says`);
}

function plain(figure: string): string {
  return figure.replace(/^0+(?=\d)/u, "");
}

function otherMonths(text: string, approved: string): string[] {
  const dated = (words: string, month: string) =>
    month === "May" ? /\d\s*May\b|\bMay\s*\d/u.test(words) : new RegExp(`\\b${month}\\b`, "u").test(words);
  return months
    .filter((month, at) => dated(text, month) && !dated(approved, month) && !approved.includes(`-${String(at + 1).padStart(2, "0")}-`))
    .map((month) => `it says "${month}", and its finding does not`);
}

/** The question names what could be chosen; another of them is another answer. */
function otherChoice(text: string, { question, answer, statement }: ReportFinding): string[] {
  const choices = question.precision.startsWith("one of: ") ? question.precision.slice("one of: ".length).split("; ") : [];
  if (answer.sort !== "choice") return [];
  const inWords = (words: string, choice: string) => words.toLowerCase().includes(choice.toLowerCase());
  return choices
    .filter((choice) => choice !== answer.choice && !inWords(answer.choice, choice) && inWords(text, choice) && !inWords(statement, choice))
    .map((choice) => `it says "${choice}", and its finding says ${answer.choice}`);
}
