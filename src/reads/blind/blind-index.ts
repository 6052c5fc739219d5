/** What actions on blind reviews must know before they append. */
import type { EntryBody, EntryKind } from "../../core/entry/entry.ts";
import type { EventId } from "../../core/event/event.ts";
import type { Json } from "../../core/json/canonical-json.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { QuestionId } from "../../core/question/question.ts";
import type { CaseReader } from "../case-reader.ts";
import { blindReviews } from "./blind-reviews.ts";
import { questionAsOf } from "./question-as-of.ts";

/**
 * Kinds of lines that tell nothing of what a question can ask: gathering, keeping, what the program writes by itself in somebody's
 * name, asking. Whoever wrote any other line that names the question, its event or its items is taken to have found something: kinds
 * that are added later too.
 */
const tellingNothing: ReadonlySet<EntryKind> = new Set<EntryKind>([
  ...(["collection.started", "collection.finished", "item.collected", "item.known", "item.unpacked", "item.attributed"] as const),
  ...(["item.assessed", "item.triaged", "analysis.recorded", "capture.recorded", "copies.compared", "sync.measured"] as const),
  ...(["first-upload.moved", "fixity.checked", "link.noted", "link.checked", "link.check-planned", "link.risk-stated"] as const),
  ...(["source.described", "account.handle-observed", "conditions.stated", "exhibit.described", "exhibit.withdrawn"] as const),
  ...(["redaction.marked", "redaction.withdrawn", "stretch.viewed", "text.viewed", "shot.counted"] as const),
  ...(["shot.withdrawn", "task.set", "regions.detected", "region.left"] as const),
  ...(["question.asked", "question.withdrawn", "search.logged", "receipt.given", "entry.erased", "object.erased"] as const),
  // What somebody answered in a blind review is looked at on its own.
  ...(["blind.assigned", "blind.packet-written", "blind.ended", "answer.sealed", "answer.revealed"] as const),
]);

export function blindIndex(reader: CaseReader) {
  const { db } = reader.views;
  return {
    reviews: async () => (await blindReviews(reader)).reviews,
    question: (id: QuestionId) => questionAsOf(reader, id, Number.MAX_SAFE_INTEGER),
    /** By what the person wrote alone. What they looked at, or were told, no line says. */
    async knows(
      person: PersonId,
      question: QuestionId,
      about: { items: readonly ItemId[]; event: EventId | null },
    ): Promise<string | undefined> {
      const rows = await db
        .selectFrom("entry")
        .select(["seq", "body"])
        .where("by", "=", person)
        .where("kind", "not in", [...tellingNothing])
        .execute();
      const findings = await findingsOn(reader, question);
      const named = new Set<string>([question, ...about.items, ...findings, ...(about.event === null ? [] : [about.event])]);
      for (const { seq, body } of rows) {
        if (body === null) continue;
        const { kind, data } = JSON.parse(body) as EntryBody;
        if (names(data as unknown as Json, named)) return `wrote line ${seq} (${kind}) about it`;
      }
      const sealed = [...(await blindReviews(reader)).reviews.values()].filter((one) => one.question === question);
      const answered = sealed.flatMap((one) => one.sealed).find(({ answerer }) => answerer === person);
      return answered === undefined ? undefined : `answered it before, in line ${answered.line}`;
    },
  };
}

/** Whether a record of the case is named anywhere in it, as a word of its own. */
function names(value: Json, ids: ReadonlySet<string>): boolean {
  if (typeof value === "string") return ids.has(value);
  if (value === null || typeof value !== "object") return false;
  return Object.values(value).some((part) => names(part as Json, ids));
}

/** Whoever wrote about a finding on the question, signed it or handed it over knows what it says. */
async function findingsOn({ views: { db } }: CaseReader, question: QuestionId): Promise<string[]> {
  const rows = await db.selectFrom("entry").select("body").where("kind", "=", "finding.written").execute();
  return rows.flatMap(({ body }) => {
    const written = JSON.parse(body ?? "null") as EntryBody | null;
    return written?.kind === "finding.written" && written.data.question === question ? [written.data.finding] : [];
  });
}
