/** What stands between a finding as it is written and its signature, and what its reader will ask: obstacles, warnings, and the linter's marks. */
import type { FindingDocument } from "../../core/finding/finding.ts";
import { findingWarnings, type FindingWarning } from "../../core/finding/finding-warnings.ts";
import { signingObstacles, type SigningObstacle } from "../../core/finding/signing-obstacles.ts";
import { independentGrounds } from "../../core/grading/independent-grounds.ts";
import { carriesAlone } from "../../core/review/carries-nothing.ts";
import type { HypothesisId } from "../../core/hypothesis/hypothesis.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import { type FieldLint, lintFinding } from "../../reason/lint/lint-document.ts";
import type { CaseReader } from "../case-reader.ts";
import { recordCards } from "../records/record-card.ts";
import type { StandingOf } from "./citable-grounds.ts";
import { ledBack } from "./led-back.ts";
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
      moved: await movedGrounds(reader, viewer, document),
    }),
    ...{ lint, independent },
  };
}

async function aliveHypotheses({ views: { db } }: CaseReader): Promise<{ id: HypothesisId; statement: string }[]> {
  const rows = await db.selectFrom("hypothesis").select(["id", "statement"]).where("standing", "=", "alive").orderBy("id").execute();
  return rows.map(({ id, statement }) => ({ id: `h${id}`, statement: statement ?? "withheld" }));
}

async function movedGrounds(reader: CaseReader, viewer: Viewer, { evidenceFor, evidenceAgainst }: FindingDocument) {
  // Items are left out: nearly every act on one is a line about it.
  const grounds = [...evidenceFor, ...evidenceAgainst].filter(({ record }) => record !== null && !/^i[0-9]/.test(record));
  const cards = await recordCards(
    reader,
    viewer,
    grounds.flatMap(({ record }) => record ?? []),
  );
  const last = new Map(cards.map((card) => [card.record, card.line]));
  return grounds.flatMap(({ record, line }) => {
    const now = last.get(record ?? "") ?? 0;
    return now > line ? [{ record: record ?? "", cited: line, last: now }] : [];
  });
}
