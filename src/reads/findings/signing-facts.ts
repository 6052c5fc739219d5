/** What the case says of a finding's grounds and question: what signing asks, in words. */
import type { FindingDocument } from "../../core/finding/finding.ts";
import type { SigningFacts } from "../../core/finding/signing-obstacles.ts";
import { independentGrounds } from "../../core/grading/independent-grounds.ts";
import type { QuestionId } from "../../core/question/question.ts";
import { AskedPrecision } from "../../core/review/answer.ts";
import type { Ground } from "../../core/review/ground.ts";
import { type RecordSort, sortOfRecord } from "../../core/review/record-sort.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { lintFinding } from "../../reason/lint/lint-document.ts";
import { blindBlockers } from "../blind/blind-blockers.ts";
import type { CaseReader } from "../case-reader.ts";
import { recordCards } from "../records/record-card.ts";
import { citationFaults, type StandingOf } from "./citable-grounds.ts";
import { ledBack } from "./led-back.ts";
import { quoteFaults } from "./quote-faults.ts";
import { unverifiedItems } from "./unverified-items.ts";

export async function signingFacts(
  reader: CaseReader,
  viewer: Viewer,
  document: FindingDocument,
  standing: StandingOf,
): Promise<SigningFacts | undefined> {
  const question = await questionOf(reader, document.question);
  if (question === undefined) return undefined;
  const grounds = [...document.evidenceFor, ...document.evidenceAgainst];
  return {
    precision: question.precision,
    question:
      question.withdrawn === null
        ? []
        : [`question ${document.question}: expected one that stands; found one that was withdrawn: ${question.withdrawn || "withheld"}`],
    independent: independentGrounds(await ledBack(reader, viewer, document.evidenceFor)).length,
    notCitable: await citationFaults(reader, grounds, question.event, standing),
    quotes: await quoteFaults(reader, viewer, grounds),
    unverified: (await unverifiedItems(reader, grounds)).map(
      (item) =>
        `${item}: expected an item that somebody looked at; found no observation, inference, match judgement, identification or transcript of it`,
    ),
    gone: await goneGrounds(reader, viewer, grounds, document),
    lint: lintFinding(document)
      .filter(({ severity }) => severity === "error")
      .map(({ field, found, expected, instead }) => `${field}, "${found}": expected ${expected}. Write instead: ${instead}`),
    blind: (await blindBlockers(reader, document.question)).map(({ text }) => text),
  };
}

async function questionOf({ views: { db } }: CaseReader, id: QuestionId) {
  const row = await db
    .selectFrom("question")
    .select(["precision_json", "event", "withdrawn"])
    .where("id", "=", Number(id.slice(2)))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    precision: AskedPrecision.parse(JSON.parse(row.precision_json)),
    event: row.event === null ? null : (`e${row.event}` as const),
    withdrawn: row.withdrawn,
  };
}

async function goneGrounds(
  reader: CaseReader,
  viewer: Viewer,
  grounds: readonly Ground[],
  { hypotheses }: FindingDocument,
): Promise<string[]> {
  const names = [...grounds.flatMap(({ record }) => record ?? []), ...hypotheses.map(({ hypothesis }) => hypothesis)];
  const cards = new Map((await recordCards(reader, viewer, names)).map((card) => [card.record, card]));
  const head = reader.views.head()?.seq ?? 0;
  const faults = [...new Set(names)].flatMap((name) => {
    const card = cards.get(name);
    if (card === undefined) return [`${name}: expected a record of this case; found none of that name`];
    return card.withdrawn === null ? [] : [`${name}: expected a record that stands; found one that was taken back: ${card.withdrawn}`];
  });
  // A finding on a finding could lead back to itself; the others say nothing of what happened.
  const empty = grounds.filter(({ record }) => record !== null && carriesNothing.has(sortOfRecord(record)));
  const late = grounds.filter(({ line }) => line > head);
  return [
    ...faults,
    ...empty.map(
      ({ record }) =>
        `${record}: expected a record of material, of what is said, or of reasoning; found one of how the case is worked on. Cite what it rests on.`,
    ),
    ...late.map(({ record, line }) => `${record ?? "line"}: expected a line up to ${head}; found ${line}`),
  ];
}

const carriesNothing: ReadonlySet<RecordSort | undefined> = new Set<RecordSort>([
  ...(["question", "finding", "blind", "task", "comment", "edition", "redaction", "savedSearch", "sheetImport", "receipt"] as const),
]);
