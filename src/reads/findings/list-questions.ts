/** Questions of the case by number, withdrawn ones marked, each with what its findings say of it and how those stand. */
import type { EventId } from "../../core/event/event.ts";
import type { FindingState } from "../../core/finding/finding-standing.ts";
import type { FindingId, QuestionGrade } from "../../core/finding/finding.ts";
import type { Question } from "../../core/hypothesis/hypothesis.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { QuestionId } from "../../core/question/question.ts";
import { AskedPrecision } from "../../core/review/answer.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { BlindState } from "../blind/blind-standing.ts";
import { blindStateOf } from "../blind/blind-blockers.ts";
import type { CaseReader } from "../case-reader.ts";
import { peopleNames } from "../people-names.ts";
import { findingDocument } from "./finding-document.ts";
import { type FindingLines, findingLines } from "./finding-standings.ts";

export interface FindingOfQuestion {
  id: FindingId;
  version: number;
  state: FindingState;
  /** Null where this copy does not hold the document. */
  statement: string | null;
  grade: QuestionGrade | null;
  byName: string;
  at: string;
  /** Signed, not reviewed, and the viewer wrote none of it. Whether their key is their own is asked when they review it. */
  waitsForMe: boolean;
}

export interface QuestionRow {
  id: QuestionId;
  sort: Question;
  text: string;
  event: EventId | null;
  eventTitle: string | null;
  items: ItemId[];
  precision: AskedPrecision;
  reason: string | null;
  withdrawn: string | null;
  findings: FindingOfQuestion[];
  /** By the finding that counts most: approved before signed before returned. What nobody signed, and what was withdrawn, counts for nothing. */
  grade: { grade: QuestionGrade; by: FindingId; state: FindingState } | null;
  /** Of its newest blind review that was not ended. */
  blind: BlindState | "none";
  at: string;
  by: PersonId;
  byName: string;
  seq: number;
}

export async function listQuestions(reader: CaseReader, viewer: Viewer): Promise<QuestionRow[]> {
  demand(viewer, "read");
  const { db } = reader.views;
  const rows = await db
    .selectFrom("question")
    .leftJoin("event", "event.id", "question.event")
    .selectAll("question")
    .select("event.title as event_title")
    .orderBy("question.id")
    .execute();
  const nameOf = await peopleNames(reader);
  const findings = Map.groupBy(await findingLines(reader), ({ question }) => question);
  const questions: QuestionRow[] = [];
  for (const row of rows) {
    const id: QuestionId = `qn${row.id}`;
    const own = await Promise.all((findings.get(id) ?? []).map((one) => shown(reader, viewer, one, nameOf)));
    questions.push({
      ...{ id, sort: row.sort, text: row.text ?? "withheld", items: JSON.parse(row.items_json) as ItemId[] },
      event: row.event === null ? null : `e${row.event}`,
      eventTitle: row.event === null ? null : (row.event_title ?? "withheld"),
      precision: AskedPrecision.parse(JSON.parse(row.precision_json)),
      reason: row.has_reason === 0 ? null : (row.reason ?? "withheld"),
      withdrawn: row.withdrawn === "" ? "withheld" : row.withdrawn,
      findings: own,
      grade: gradeOf(own),
      blind: await blindStateOf(reader, id),
      ...{ at: row.at, by: row.by as PersonId, byName: nameOf(row.by), seq: row.seq },
    });
  }
  return questions;
}

async function shown(reader: CaseReader, viewer: Viewer, lines: FindingLines, nameOf: (by: string) => string): Promise<FindingOfQuestion> {
  const { state } = lines.standing();
  const newest = lines.versions.at(-1);
  const document = newest === undefined ? undefined : await findingDocument(reader, newest.document);
  return {
    ...{ id: lines.id, version: newest?.version ?? 0, state },
    ...{ statement: document?.statement ?? null, grade: document?.grade ?? null },
    ...{ byName: nameOf(newest?.by ?? ""), at: newest?.at ?? "unknown" },
    waitsForMe: state === "signed" && !lines.versions.some(({ by }) => by === viewer.person),
  };
}

const weight: Readonly<Record<FindingState, number>> = { approved: 4, signed: 3, returned: 2, draft: 1, withdrawn: 0 };

function gradeOf(findings: readonly FindingOfQuestion[]): QuestionRow["grade"] {
  const standing = findings.filter(
    ({ state, grade }) => grade !== null && (state === "approved" || state === "signed" || state === "returned"),
  );
  const best = standing.toSorted((a, b) => weight[b.state] - weight[a.state]).at(0);
  return best?.grade == null ? null : { grade: best.grade, by: best.id, state: best.state };
}
