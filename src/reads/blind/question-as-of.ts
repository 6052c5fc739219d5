/** A question as it stood at a line of the ledger: whoever answers blind is shown what was asked then, not what was added since. And what of it is another since. */
import type { EntryBody } from "../../core/entry/entry.ts";
import type { Sealed } from "../../core/entry/sealed.ts";
import type { EventId } from "../../core/event/event.ts";
import type { Question } from "../../core/hypothesis/hypothesis.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { QuestionId } from "../../core/question/question.ts";
import { canonicalJson } from "../../core/json/canonical-json.ts";
import type { AskedPrecision } from "../../core/review/answer.ts";
import type { CaseReader } from "../case-reader.ts";

export interface QuestionAsked {
  readonly question: QuestionId;
  readonly sort: Question;
  /** "withheld" where this copy does not hold it. */
  readonly text: string;
  readonly words: Sealed;
  readonly event: EventId | null;
  readonly items: readonly ItemId[];
  readonly precision: AskedPrecision;
  readonly withdrawn: boolean;
  readonly line: number;
}

export async function questionAsOf(reader: CaseReader, id: QuestionId, line: number): Promise<QuestionAsked | undefined> {
  return (await questionsAsOf(reader, line)).get(id);
}

export async function questionsAsOf(reader: CaseReader, line: number): Promise<ReadonlyMap<QuestionId, QuestionAsked>> {
  const asked = await questionsAsked(reader, line);
  return new Map([...asked].flatMap(([id, each]) => each.slice(-1).map((last) => [id, last] as const)));
}

/** What of a question is another since a line; null where it asks the same. */
export interface QuestionChanged {
  /** From this line on it asks what it asks now. */
  readonly line: number;
  readonly what: readonly QuestionPart[];
}
export type QuestionPart = "sort" | "words" | "event" | "items" | "precision";

/**
 * By every line that asked the question, oldest first; `precision`: what was asked for in that line, whatever the question said. Words
 * that this copy withholds cannot be read as the same.
 */
export function changedSince(
  asked: readonly QuestionAsked[],
  { line, precision }: { readonly line: number; readonly precision: AskedPrecision },
): QuestionChanged | null {
  const [then, now] = [asked.findLast((one) => one.line <= line), asked.at(-1)];
  if (then === undefined || now === undefined) return null;
  const what = partsThatDiffer({ ...then, precision }, now);
  if (what.length === 0) return null;
  const before = asked.findLastIndex((one) => partsThatDiffer(one, now).length > 0);
  return { line: asked[before + 1]?.line ?? now.line, what };
}

function partsThatDiffer(a: QuestionAsked, b: QuestionAsked): QuestionPart[] {
  const sameWords = a.words.sealed === b.words.sealed || (a.text === b.text && a.text !== "withheld");
  return [
    ...(a.sort === b.sort ? [] : (["sort"] as const)),
    ...(sameWords ? [] : (["words"] as const)),
    ...(a.event === b.event ? [] : (["event"] as const)),
    ...(a.items.toSorted().join() === b.items.toSorted().join() ? [] : (["items"] as const)),
    ...(canonicalJson(a.precision) === canonicalJson(b.precision) ? [] : (["precision"] as const)),
  ];
}

/** Every line that asked each question, oldest first. */
export async function questionsAsked(
  { views: { db } }: CaseReader,
  line: number,
): Promise<ReadonlyMap<QuestionId, readonly QuestionAsked[]>> {
  const rows = await db
    .selectFrom("entry")
    .select(["seq", "body", "open"])
    .where("kind", "in", ["question.asked", "question.withdrawn"])
    .where("seq", "<=", line)
    .where("body", "is not", null)
    .orderBy("seq")
    .execute();
  const asked = new Map<QuestionId, QuestionAsked[]>();
  for (const { seq, body: json, open } of rows) {
    const body = JSON.parse(json as string) as EntryBody;
    if (body.kind === "question.withdrawn") {
      const before = asked.get(body.data.question);
      const last = before?.pop();
      if (last !== undefined) before?.push({ ...last, withdrawn: true });
    }
    if (body.kind !== "question.asked") continue;
    const { question, sort, text, event, items, precision } = body.data;
    const said = (JSON.parse(open) as { readonly [digest: string]: unknown })[text.sealed];
    const one = { question, sort, text: typeof said === "string" ? said : "withheld", words: text, event, items, precision };
    asked.set(question, [...(asked.get(question) ?? []), { ...one, withdrawn: false, line: seq }]);
  }
  return asked;
}
