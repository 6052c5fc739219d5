/** Findings of an edition: the version that was signed and approved, with its question, its grounds and what a second person answered. */
import type { EditionPlan } from "../../core/edition/edition.ts";
import type { FindingId } from "../../core/finding/finding.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { ReportFinding, ReportGround } from "../../core/report/report-finding.ts";
import { metresWords } from "../../core/report/report-words.ts";
import type { AskedPrecision } from "../../core/review/answer.ts";
import type { Ground } from "../../core/review/ground.ts";
import type { CaseReader } from "../case-reader.ts";
import { findingDocument } from "../findings/finding-document.ts";
import { linesOfKinds } from "./entry-lines.ts";
import { standingFindings } from "./finding-standing.ts";
import { blindOfQuestion } from "./report-blind.ts";
import { nameOfGround } from "./report-records.ts";

/** A finding that cannot go into an edition, and why. */
export interface FindingRefused {
  readonly finding: FindingId;
  readonly why: string;
}

export async function reportFindings(
  reader: CaseReader,
  plan: Pick<EditionPlan, "findings">,
  labelOf: (person: string) => string,
): Promise<{ findings: ReportFinding[]; refused: FindingRefused[] }> {
  const standing = await standingFindings(reader);
  const asked = await linesOfKinds(reader, ["question.asked"]);
  const findings: ReportFinding[] = [];
  const refused: FindingRefused[] = [];
  for (const finding of plan.findings) {
    const found = standing.get(finding);
    const approved = found?.approved;
    if (found === undefined || approved === undefined) {
      refused.push({ finding, why: found?.why ?? "the case has no such finding" });
      continue;
    }
    const document = await findingDocument(reader, approved.document);
    if (document === undefined) {
      refused.push({ finding, why: `its version ${approved.version} is not in this copy, or another version of the program wrote it` });
      continue;
    }
    // As it was asked when this version was written: nobody answered what it was changed to since.
    const written = found.lines.versions.find(({ version }) => version === approved.version)?.seq ?? 0;
    const question = asked.findLast(({ data, seq }) => data.question === document.question && seq < written);
    const act = ({ by, at, line }: { by: string; at: string; line: number }) => ({ label: labelOf(by), at, line });
    findings.push({
      ...{ finding, version: approved.version, document: approved.document, statement: document.statement, answer: document.answer },
      question: {
        id: document.question,
        sort: question?.data.sort ?? "what",
        text: question?.said(question.data.text) ?? "(withheld)",
        precision: question === undefined ? "not known" : precisionWords(question.data.precision),
      },
      ...{ grade: document.grade, likelihood: document.likelihood, confidence: document.confidence, wouldChange: document.wouldChange },
      evidenceFor: document.evidenceFor.map(reportGround),
      evidenceAgainst: document.evidenceAgainst.map(reportGround),
      ...{ lookedAgainst: document.lookedAgainst, hypotheses: document.hypotheses, openContradictions: document.openContradictions },
      ...{ unknown: document.unknown, method: document.method, limits: document.limits },
      signed: [act(approved.signed)],
      approved: [act(approved.review)],
      blind: await blindOfQuestion(reader, { question: document.question, answer: document.answer }, labelOf),
      staleSince: [],
    });
  }
  return { findings, refused };
}

export function reportGround(ground: Ground): ReportGround {
  const { record, line, at, segments, shows } = ground;
  return {
    ...{ record: nameOfGround(ground), line, at, segments: segments ?? [], shows },
    item: record?.startsWith("i") === true ? (record as ItemId) : null,
  };
}

function precisionWords(precision: AskedPrecision): string {
  switch (precision.sort) {
    case "place":
      return `within ${metresWords(precision.radiusM)}`;
    case "time":
      return `within ${precision.widthS >= 7200 ? `${Number((precision.widthS / 3600).toFixed(1))} hours` : `${Math.round(precision.widthS / 60)} minutes`}`;
    case "choice":
      return `one of: ${precision.choices.join("; ")}`;
    case "words":
      return "in words";
  }
}
