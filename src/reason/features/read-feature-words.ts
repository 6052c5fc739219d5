/**
 * "church within 200 m of a rail crossing and 50 m of water" as a search: a small grammar of English, read from left to right. Words
 * that it does not know are refused with their place; nothing is guessed, and what a vague word was taken to mean is said.
 */
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";
import type { NearCondition } from "../../core/map-extract/feature-problem.ts";
import { kindOf, kindWords } from "./kinds.ts";
import { sectors } from "./write-feature-words.ts";

export interface FeatureWords {
  readonly find: string;
  readonly near: readonly NearCondition[];
  readonly inLine: readonly { readonly first: number; readonly second: number; readonly withinDeg: number }[];
  /** What vague words were taken to mean. */
  readonly assumed: readonly string[];
}

const metresOf: Readonly<Record<string, number>> = { m: 1, km: 1000, mi: 1609.344, yd: 0.9144, ft: 0.3048 };
const unitForms: readonly (readonly [RegExp, string])[] = [
  [/(?:km|kilomet(?:re|er)s?)\b/y, "km"],
  [/(?:mi|miles?)\b/y, "mi"],
  [/(?:yd|yds|yards?)\b/y, "yd"],
  [/(?:ft|feet|foot)\b/y, "ft"],
  [/(?:m|met(?:re|er)s?)\b/y, "m"],
];
/** House defaults for words without a figure, metres. */
const vague: readonly (readonly [RegExp, number])[] = [
  [/(?:right )?next to\b|beside\b|adjoining\b|adjacent to\b|touching\b/y, 50],
  [/near(?: to)?\b|close to\b|by\b/y, 300],
];
const headings: readonly string[] = sectors.map(({ word }) => word);
const numberWords = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const inLineM = 2000;

/** Throws ProblemUnreadable. */
export function readFeatureWords(text: string): FeatureWords {
  const words = text
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s/g, " ");
  let at = 0;
  const near: NearCondition[] = [];
  const inLine: { first: number; second: number; withinDeg: number }[] = [];
  const assumed: string[] = [];

  const skip = () => {
    while (words[at] === " ") at++;
  };
  const take = (form: RegExp): RegExpExecArray | undefined => {
    skip();
    form.lastIndex = at;
    const found = form.exec(words);
    if (found === null) return undefined;
    at = form.lastIndex;
    return found;
  };
  const refuse = (expected: string): never => {
    skip();
    const rest = text.slice(at, at + 30);
    throw new ProblemUnreadable(
      "text",
      `expected ${expected}; found ${rest === "" ? "the end" : `${JSON.stringify(rest)} at character ${at + 1}`}`,
    );
  };

  function kind(): string {
    take(/(?:an?|the|any|some|another)\b/y);
    skip();
    const tag = take(/[a-z][a-z0-9_:]*=[^\s,;&]+(?: *& *[a-z][a-z0-9_:]*=[^\s,;&]+)*/iy);
    // Tags are told apart by their case, which the words here have lost.
    if (tag !== undefined) return text.slice(at - tag[0].length, at);
    const known = kindWords.find((word) => words.startsWith(word, at) && !/[a-z]/.test(words[at + word.length] ?? ""));
    if (known === undefined)
      return refuse('a kind of thing (such as "church", "rail crossing", "water tower") or a tag (such as "man_made=silo")');
    at += known.length;
    return kindOf(known)?.name ?? known;
  }

  function distance(): number | undefined {
    const before = at;
    const figure = take(/(\d+(?:[.,]\d+)?)|(half an?)\b|(an?)\b/y);
    if (figure === undefined) return undefined;
    take(/-/y);
    skip();
    const unit = unitForms.find(([form]) => take(form) !== undefined)?.[1];
    if (unit === undefined) {
      if (figure[1] === undefined) {
        at = before;
        return undefined;
      }
      return refuse("a unit (m, km, mi, yd, ft)");
    }
    const value = figure[1] === undefined ? (figure[2] === undefined ? 1 : 0.5) : Number(figure[1].replace(",", "."));
    return value * (metresOf[unit] as number);
  }

  function count(): { readonly atLeast: number; readonly not: boolean } {
    if (take(/no\b|not an?\b|without\b/y) !== undefined) return { atLeast: 1, not: true };
    const figure = take(/(?:at least )?(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)(?: or more|\+)?(?= +[a-z])/y);
    if (figure === undefined) return { atLeast: 1, not: false };
    const word = figure[1] as string;
    return { atLeast: Math.max(1, /^\d/.test(word) ? Number(word) : numberWords.indexOf(word)), not: false };
  }

  /** Index in `headings`, or undefined. */
  function heading(): number | undefined {
    const found = take(/(?:to the |due )?(north|south)?[- ]?(east|west)?(?:\b|$)/y);
    const word = `${found?.[1] ?? ""}${found?.[2] ?? ""}`;
    if (found === undefined || word === "") return undefined;
    return headings.indexOf(word);
  }

  const sector = (point: number) => ({ fromDeg: sectors[point]?.fromDeg ?? 0, toDeg: sectors[point]?.toDeg ?? 0 });

  function add(o: { what: string; withinM: number; atLeast: number; not: boolean; toward?: number | undefined }): void {
    const { toward, ...rest } = o;
    if (!(rest.withinM > 0 && rest.withinM <= 50_000)) refuse("a distance of more than 0 and at most 50 km before this");
    if (near.length >= 12) refuse("at most twelve conditions");
    near.push({ ...rest, ...(toward === undefined ? {} : { bearing: sector(toward) }) });
  }

  /** "200 m [north] of [at least 3] KIND" after "within"; the things named then lie the other way. */
  function withinOf(not: boolean): void {
    const withinM = distance() ?? refuse("a distance");
    const point = heading();
    if (take(/of\b|from\b/y) === undefined) refuse('"of"');
    const many = count();
    const what = kind();
    const own = toThe();
    const toward = point === undefined ? own : (point + 4) % 8;
    add({ what, withinM, atLeast: many.atLeast, not: not !== many.not, toward });
    // "200 m of a church or ..." is not offered: each condition has to hold.
  }

  function toThe(): number | undefined {
    const before = at;
    if (take(/(?:lying |which is |that is )?(?=to the |due )/y) === undefined) return undefined;
    const point = heading();
    if (point === undefined) at = before;
    return point;
  }

  function nearby(not: boolean): boolean {
    for (const [form, metres] of vague) {
      const found = take(form);
      if (found === undefined) continue;
      const many = count();
      const what = kind();
      assumed.push(`"${found[0].trim()}" is taken to mean within ${metres} m`);
      add({ what, withinM: metres, atLeast: many.atLeast, not: not !== many.not });
      return true;
    }
    return false;
  }

  /** "in line with a mast and a chimney [within 2 km]". */
  function line(): void {
    const first = kind();
    if (take(/and\b/y) === undefined) refuse('"and" and the second thing of the line');
    const second = kind();
    let withinM = inLineM;
    if (take(/within\b/y) !== undefined) withinM = distance() ?? refuse("a distance");
    else assumed.push(`"in line with" is looked for within ${inLineM} m`);
    add({ what: first, withinM, atLeast: 1, not: false });
    add({ what: second, withinM, atLeast: 1, not: false });
    inLine.push({ first: near.length - 2, second: near.length - 1, withinDeg: 2 });
    assumed.push('"in line" is taken to mean seen within 2 degrees of each other');
  }

  /** "with [no | at least 3] KIND within 50 m [to the north]"; "next to" and the like inside. */
  function withThing(not: boolean): void {
    const many = count();
    const what = kind();
    const before = toThe();
    if (take(/within\b/y) === undefined) refuse('"within" and a distance');
    const withinM = distance() ?? refuse("a distance");
    take(/(?:of it|away)\b/y);
    add({ what, withinM, atLeast: many.atLeast, not: not !== many.not, toward: before ?? toThe() });
  }

  take(/(?:(?:find|show|search for|look for|all|every)\b *)*/y);
  const find = kind();
  let lead = "first";
  for (;;) {
    const joint = take(/(?:[,;.] *|(?:and|but|with|has|having|that is|that are|which is)\b *)*/y)?.[0] ?? "";
    skip();
    if (at >= words.length) break;
    const before = at;
    if (take(/in line with\b/y) !== undefined) line();
    else {
      const not = take(/not\b/y) !== undefined;
      if (take(/within\b|less than\b|at most\b|up to\b/y) !== undefined) withinOf(not);
      else if (nearby(not)) lead = "near";
      else if (lead !== "first" && distance() !== undefined) {
        at = before;
        if (not) take(/not\b/y);
        withinOf(not);
      } else {
        if (lead === "first" && joint.trim() === "") refuse('a condition, such as "within 200 m of water"');
        withThing(not);
      }
    }
    if (lead === "first") lead = "next";
  }
  return { find, near, inLine, assumed };
}
