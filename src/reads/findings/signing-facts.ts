/** What the case says of a finding's grounds and question: what signing asks, in words. */
import type { FindingDocument } from "../../core/finding/finding.ts";
import type { SigningFacts } from "../../core/finding/signing-obstacles.ts";
import { independentGrounds } from "../../core/grading/independent-grounds.ts";
import type { QuestionId } from "../../core/question/question.ts";
import { AskedPrecision } from "../../core/review/answer.ts";
import { carriesAlone, isWorkOnly, judgingLines } from "../../core/review/carries-nothing.ts";
import type { Ground } from "../../core/review/ground.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { lintFinding } from "../../reason/lint/lint-document.ts";
import { blindBlockers } from "../blind/blind-blockers.ts";
import type { CaseReader } from "../case-reader.ts";
import { type StaleGround, staleGroundsIn, wayToGone } from "../stale/stale-grounds.ts";
import { wayWords } from "../stale/way-words.ts";
import { documentWritten } from "./document-written.ts";
import { firstLines } from "../records/last-lines.ts";
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
  const written = await documentWritten(reader, document);
  const missing = await goneGrounds(reader, viewer, grounds, document);
  const below = await staleGroundsIn(reader, viewer, document, {
    line: written.line ?? reader.views.head()?.seq ?? 0,
    writers: [],
  });
  const finding = { answer: document.answer, since: written.answeredSince };
  return {
    precision: question.precision,
    question:
      question.withdrawn === null
        ? []
        : [`question ${document.question}: expected one that stands; found one that was withdrawn: ${question.withdrawn || "withheld"}`],
    independent: independentGrounds(await ledBack(reader, viewer, document.evidenceFor.filter(carriesAlone))).length,
    notCitable: [...(await citationFaults(reader, grounds, question.event, standing)), ...onBothSides(document)],
    quotes: await quoteFaults(reader, viewer, grounds),
    unverified: (await unverifiedItems(reader, grounds)).map(
      (item) =>
        `${item}: expected an item that somebody looked at; found no observation, inference, match judgement, identification or transcript of it`,
    ),
    gone: [...missing.map(({ text }) => text), ...goneBelow(below, new Set(missing.map(({ record }) => record)))],
    lint: lintFinding(document)
      .filter(({ severity }) => severity === "error")
      .map(({ field, found, expected, instead }) => `${field}, "${found}": expected ${expected}. Write instead: ${instead}`),
    blind: (await blindBlockers(reader, document.question, finding)).map(({ text }) => text),
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

/** What grounds rest on themselves may be gone although they stand: an inference from an observation that was taken back. */
function goneBelow(below: readonly StaleGround[], missing: ReadonlySet<string>): string[] {
  return below.flatMap((one) => {
    const name = one.ground.record ?? `line ${one.ground.line}`;
    const way = wayToGone(one);
    if (way === undefined || missing.has(name)) return [];
    return [
      `${name}: expected a ground of which everything stands that it rests on; found that the finding ${wayWords(way)}. Look at what lies on the way again, or leave it out`,
    ];
  });
}

interface Missing {
  readonly record: string;
  readonly text: string;
}

async function goneGrounds(
  reader: CaseReader,
  viewer: Viewer,
  grounds: readonly Ground[],
  { hypotheses }: FindingDocument,
): Promise<Missing[]> {
  const names = [...grounds.flatMap(({ record }) => record ?? []), ...hypotheses.map(({ hypothesis }) => hypothesis)];
  const cards = new Map((await recordCards(reader, viewer, names)).map((card) => [card.record, card]));
  const faults = [...new Set(names)].flatMap((name) => {
    const card = cards.get(name);
    if (card === undefined) return [{ record: name, text: `${name}: expected a record of this case; found none of that name` }];
    if (card.withdrawn === null) return [];
    return [{ record: name, text: `${name}: expected a record that stands; found one that was taken back: ${card.withdrawn}` }];
  });
  const empty = grounds.filter(isWorkOnly);
  return [
    ...faults,
    ...empty.map(({ record }) => ({ record: record ?? "", text: `${record}: ${expectedOfRecord}` })),
    ...(await lineFaults(reader, grounds)).map((text) => ({ record: "", text })),
  ];
}

export const expectedOfRecord =
  "expected a record of material, of what is said, or of reasoning; found one of how the case is worked on. Cite what it rests on.";

/** A ground names the line that somebody had before them: one in which its record was there, or one that judges by itself. */
async function lineFaults(reader: CaseReader, grounds: readonly Ground[]): Promise<string[]> {
  const head = reader.views.head()?.seq ?? 0;
  const first = await firstLines(
    reader,
    grounds.flatMap(({ record }) => record ?? []),
  );
  const kinds = await kindsOfLines(reader, [...new Set(grounds.flatMap(({ record, line }) => (record === null ? [line] : [])))]);
  return grounds.flatMap(({ record, line }): string[] => {
    if (line > head) return [`${record ?? "line"}: expected a line up to ${head}; found ${line}`];
    if (record === null)
      return judgingLines.has(kinds.get(line) ?? "")
        ? []
        : [
            `line ${line}: expected a record, or a line that judges (copies, postings, clocks, fixity, triage); found ${kinds.get(line) ?? "none"}`,
          ];
    const made = first.get(record);
    return made === undefined || line >= made
      ? []
      : [`${record}: expected line ${made}, in which it was made, or a later one; found ${line}`];
  });
}

async function kindsOfLines({ views: { db } }: CaseReader, lines: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (lines.length === 0) return new Map();
  const rows = await db.selectFrom("entry").select(["seq", "kind"]).where("seq", "in", lines).execute();
  return new Map(rows.map(({ seq, kind }) => [seq, kind]));
}

/** The same stretch of the same record speaks for the answer or against it; what is in it is said of one side. */
function onBothSides({ evidenceFor, evidenceAgainst }: FindingDocument): string[] {
  const key = ({ record, line, at, segments }: Ground) => JSON.stringify([record ?? line, at, segments ?? []]);
  const against = new Set(evidenceAgainst.map(key));
  return evidenceFor
    .filter((ground) => against.has(key(ground)))
    .map(({ record, line }) => `${record ?? `line ${line}`}: expected it on one side, or another stretch of it; found it for and against`);
}
