/** What a question must say before it may be asked. */
import type { Question } from "../hypothesis/hypothesis.ts";
import type { AskedPrecision } from "../review/answer.ts";

/** Which answers a question of each sort can have. Who and what are never a point on a map. */
export const precisionsOf = {
  where: ["place", "choice", "words"],
  when: ["time", "choice", "words"],
  who: ["choice", "words"],
  what: ["choice", "words"],
  how: ["choice", "words"],
  legal: ["choice", "words"],
} as const satisfies Record<Question, readonly AskedPrecision["sort"][]>;

interface WantedQuestion {
  readonly sort: Question;
  readonly text: string;
  readonly event: string | null;
  readonly items: readonly string[];
  readonly precision: AskedPrecision;
  readonly reason: string;
  readonly isNew: boolean;
}

/** What is wrong with it, as "expected ..; found ..", or undefined. */
export function faultOfQuestion({ sort, text, event, items, precision, reason, isNew }: WantedQuestion): string | undefined {
  if (text.trim() === "") return "text: expected a question in words; found none";
  if (event === null && items.length === 0) return "event, items: expected an event or items that it is about; found neither";
  if (new Set(items).size !== items.length) return "items: expected each item once; found one twice";
  const fits: readonly AskedPrecision["sort"][] = precisionsOf[sort];
  if (!fits.includes(precision.sort))
    return `precision: expected one of ${fits.join(", ")} for a question ${sort}; found ${precision.sort}`;
  if (precision.sort === "choice" && new Set(precision.choices.map((one) => one.trim())).size !== precision.choices.length)
    return "precision: expected choices that differ; found one twice";
  if (!isNew && reason.trim() === "") return "reason: expected why it is changed; found none";
  return undefined;
}
