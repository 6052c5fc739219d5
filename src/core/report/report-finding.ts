/** Findings, element sheets and hypotheses as a report has them. */
import type { ElementCoverage, ElementSheetId } from "../element/element-sheet.ts";
import type { FindingDocument, FindingId } from "../finding/finding.ts";
import type { Digest } from "../hash/digest.ts";
import type { HypothesisId, HypothesisStanding, HypothesisStart, Question } from "../hypothesis/hypothesis.ts";
import type { ItemId } from "../item/item.ts";
import type { QuestionId } from "../question/question.ts";
import type { Answer } from "../review/answer.ts";
import type { UtcInstant } from "../time/time-claim.ts";

/** A ground of a finding or a cell: which record, which moment of it, and what it shows in the author's words. */
export interface ReportGround {
  /** Name of one of the report's records. */
  readonly record: string;
  readonly line: number;
  readonly item: ItemId | null;
  readonly at: { readonly fromS: number; readonly toS: number } | null;
  /** Of a tier: ids of its segments. */
  readonly segments: readonly string[];
  readonly shows: string;
}

/** Who did something at which line; `label` is one of the certification's people. */
export interface ReportAct {
  readonly label: string;
  readonly at: UtcInstant;
  readonly line: number;
}

export interface ReportFinding {
  readonly finding: FindingId;
  readonly version: number;
  readonly document: Digest | null;
  readonly question: { readonly id: QuestionId; readonly sort: Question; readonly text: string; readonly precision: string };
  readonly statement: string;
  readonly answer: Answer;
  readonly grade: FindingDocument["grade"];
  readonly likelihood: FindingDocument["likelihood"];
  readonly confidence: FindingDocument["confidence"];
  readonly wouldChange: string;
  readonly evidenceFor: readonly ReportGround[];
  readonly evidenceAgainst: readonly ReportGround[];
  readonly lookedAgainst: string;
  readonly hypotheses: readonly { readonly hypothesis: HypothesisId; readonly why: string }[];
  readonly openContradictions: readonly string[];
  readonly unknown: readonly string[];
  readonly method: string;
  readonly limits: string;
  readonly signed: readonly ReportAct[];
  readonly approved: readonly ReportAct[];
  readonly blind: ReportBlind;
  /** Lines that came after signing and touch its grounds; empty while nothing did. */
  readonly staleSince: readonly { readonly line: number; readonly why: string }[];
}

/** Whether somebody repeated the work without seeing the first answer. Always said, also where nobody did. */
export interface ReportBlind {
  readonly state:
    "none" | "waiting" | "agree" | "disagree" | "too-vague" | "not-comparable" | "not-blind" | "not-independent" | "question-changed";
  readonly says: readonly string[];
  readonly answers: readonly {
    readonly label: string;
    readonly commitment: Digest;
    readonly sealedLine: number;
    readonly revealedLine: number | null;
    readonly answer: Answer | null;
  }[];
  readonly resolution: string | null;
  readonly minorityViews: readonly { readonly label: string; readonly text: string }[];
}

export interface ReportHypothesis {
  readonly hypothesis: HypothesisId;
  readonly question: Question;
  readonly start: HypothesisStart;
  readonly statement: string;
  readonly standing: HypothesisStanding;
  readonly reason: string;
}

/** Facts mapped to the elements of a crime. Says what is shown, never who is guilty. */
export interface ReportElementSheet {
  readonly sheet: ElementSheetId;
  readonly version: number;
  readonly title: string;
  readonly event: string;
  readonly elements: readonly {
    readonly key: string;
    readonly title: string;
    readonly cells: readonly {
      readonly text: string;
      readonly coverage: ElementCoverage;
      readonly why: string;
      readonly grounds: readonly ReportGround[];
    }[];
  }[];
}
