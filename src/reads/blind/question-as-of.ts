/** A question as it stood at a line of the ledger: whoever answers blind is shown what was asked then, not what was added since. */
import type { EntryBody } from "../../core/entry/entry.ts";
import type { EventId } from "../../core/event/event.ts";
import type { Question } from "../../core/hypothesis/hypothesis.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { QuestionId } from "../../core/question/question.ts";
import type { AskedPrecision } from "../../core/review/answer.ts";
import type { CaseReader } from "../case-reader.ts";

export interface QuestionAsked {
  readonly question: QuestionId;
  readonly sort: Question;
  /** "withheld" where this copy does not hold it. */
  readonly text: string;
  readonly event: EventId | null;
  readonly items: readonly ItemId[];
  readonly precision: AskedPrecision;
  readonly withdrawn: boolean;
  readonly line: number;
}

export async function questionAsOf(reader: CaseReader, id: QuestionId, line: number): Promise<QuestionAsked | undefined> {
  return (await questionsAsOf(reader, line)).get(id);
}

export async function questionsAsOf({ views: { db } }: CaseReader, line: number): Promise<ReadonlyMap<QuestionId, QuestionAsked>> {
  const rows = await db
    .selectFrom("entry")
    .select(["seq", "body", "open"])
    .where("kind", "in", ["question.asked", "question.withdrawn"])
    .where("seq", "<=", line)
    .where("body", "is not", null)
    .orderBy("seq")
    .execute();
  const asked = new Map<QuestionId, QuestionAsked>();
  for (const { seq, body: json, open } of rows) {
    const body = JSON.parse(json as string) as EntryBody;
    if (body.kind === "question.withdrawn") {
      const before = asked.get(body.data.question);
      if (before !== undefined) asked.set(body.data.question, { ...before, withdrawn: true });
    }
    if (body.kind !== "question.asked") continue;
    const { question, sort, text, event, items, precision } = body.data;
    const said = (JSON.parse(open) as { readonly [digest: string]: unknown })[text.sealed];
    const words = typeof said === "string" ? said : "withheld";
    asked.set(question, { question, sort, text: words, event, items, precision, withdrawn: false, line: seq });
  }
  return asked;
}
