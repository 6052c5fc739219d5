/** What stands between a finding as it is written and its signature, and what its reader will ask: obstacles, warnings, and the linter's marks. */
import { CaseError } from "../../core/case/case-error.ts";
import type { FindingDocument } from "../../core/finding/finding.ts";
import { findingWarnings, type FindingWarning } from "../../core/finding/finding-warnings.ts";
import { signingObstacles, type SigningObstacle } from "../../core/finding/signing-obstacles.ts";
import { independentGrounds } from "../../core/grading/independent-grounds.ts";
import { carriesAlone } from "../../core/review/carries-nothing.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { RecordName } from "../../core/review/ground.ts";
import type { HypothesisId } from "../../core/hypothesis/hypothesis.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { type FieldLint, lintFinding } from "../../reason/lint/lint-document.ts";
import type { CaseReader } from "../case-reader.ts";
import { blindDisagreements, blindWarnings } from "../blind/blind-blockers.ts";
import type { CompletePlace } from "../claims/contradiction-report.ts";
import { firstLines } from "../records/last-lines.ts";
import { recordCards } from "../records/record-card.ts";
import { staleGroundsIn } from "../stale/stale-grounds.ts";
import { wayWords } from "../stale/way-words.ts";
import type { StandingOf } from "./citable-grounds.ts";
import { documentWritten } from "./document-written.ts";
import { ledBack } from "./led-back.ts";
import { openContradictions } from "./open-contradictions.ts";
import { signingFacts } from "./signing-facts.ts";

export interface FindingReport {
  obstacles: SigningObstacle[];
  warnings: FindingWarning[];
  lint: FieldLint[];
  /** Evidence for it, in groups that lead back to the same: their number is how many independent grounds there are. */
  independent: { records: string[]; to: string[] }[];
}

export async function findingReport(
  reader: CaseReader,
  viewer: Viewer,
  document: FindingDocument,
  standing: StandingOf,
  complete: CompletePlace,
): Promise<FindingReport> {
  demand(viewer, "read");
  const facts = await signingFacts(reader, viewer, document, standing);
  const lint = lintFinding(document);
  const groups = independentGrounds(await ledBack(reader, viewer, document.evidenceFor.filter(carriesAlone)));
  const independent = groups.map((group) => ({
    records: group.map(({ record }) => record),
    to: [...new Set(group.flatMap(({ to }) => to))],
  }));
  if (facts === undefined)
    return {
      ...{ lint, independent, warnings: [] },
      obstacles: [{ code: "question", text: `question ${document.question}: expected one of this case; found none of that number` }],
    };
  return {
    obstacles: signingObstacles(document, facts),
    warnings: findingWarnings(document, {
      precision: facts.precision,
      alive: await aliveHypotheses(reader),
      ...(await movedGrounds(reader, viewer, document)),
      contradictions: await openContradictions(reader, viewer, document.question, complete).catch(unreadable),
      blind: await blindWarnings(reader, document.question, document.answer),
      ...(await reviewed(reader, viewer, document)),
    }),
    ...{ lint, independent },
  };
}

/** What whoever reviews it must know of who did what. */
async function reviewed(reader: CaseReader, viewer: Viewer, document: FindingDocument) {
  const { line, writers, answeredSince: since } = await documentWritten(reader, document);
  const by = line === null ? [viewer.person] : writers;
  const names = [...document.evidenceFor, ...document.evidenceAgainst].flatMap(({ record }) => record ?? []);
  return {
    blindWritten: await blindDisagreements(reader, document.question, { answer: document.answer, since }, by),
    madeByReviewer: by.includes(viewer.person) ? [] : await madeBy(reader, viewer.person, [...new Set(names)]),
  };
}

/** Records that this person made. Items nobody makes. */
async function madeBy(reader: CaseReader, person: PersonId, names: readonly RecordName[]): Promise<RecordName[]> {
  const first = await firstLines(reader, names);
  const rows = await reader.views.db
    .selectFrom("entry")
    .select("seq")
    .where("by", "=", person)
    .where("seq", "in", [...first.values()])
    .execute();
  const own = new Set(rows.map(({ seq }) => seq));
  return names.filter((name) => own.has(first.get(name) ?? 0));
}

/** Claims that the reasoner cannot read take nothing else of the report with them. */
function unreadable(error: unknown): { fault: string } {
  if (error instanceof CaseError && error.code === "INPUT_INVALID") return { fault: error.message };
  throw error;
}

async function aliveHypotheses({ views: { db } }: CaseReader): Promise<{ id: HypothesisId; statement: string }[]> {
  const rows = await db.selectFrom("hypothesis").select(["id", "statement"]).where("standing", "=", "alive").orderBy("id").execute();
  return rows.map(({ id, statement }) => ({ id: `h${id}`, statement: statement ?? "withheld" }));
}

async function movedGrounds(reader: CaseReader, viewer: Viewer, document: FindingDocument) {
  const { evidenceFor, evidenceAgainst } = document;
  // Items are left out: nearly every act on one is a line about it.
  const grounds = [...evidenceFor, ...evidenceAgainst].filter(({ record }) => record !== null && !/^i[0-9]/.test(record));
  const cards = await recordCards(
    reader,
    viewer,
    grounds.flatMap(({ record }) => record ?? []),
  );
  const last = new Map(cards.map((card) => [card.record, card.line]));
  const written = await documentWritten(reader, document);
  const stale = await staleGroundsIn(reader, viewer, document, {
    line: written.line ?? reader.views.head()?.seq ?? 0,
    // What its writers kept on the way is told as well: whoever reviews it is the second person that looks.
    writers: written.line === null ? [viewer.person] : written.writers,
  });
  const movedBelow = stale.flatMap((one) => {
    const [way] = one.paths;
    if (way === undefined) return [];
    return [{ record: one.ground.record ?? `line ${one.ground.line}`, way: wayWords(way) }];
  });
  const told = new Set(stale.map(({ ground }) => ground.record));
  const moved = grounds.flatMap(({ record, line }) => {
    const now = last.get(record ?? "") ?? 0;
    return now > line && !told.has(record) ? [{ record: record ?? "", cited: line, last: now }] : [];
  });
  return { moved, movedBelow };
}
