/**
 * A report: everything that an edition says, as data. Made once from a case; what is drawn, exported and made public takes this
 * and nothing else, so that no writer can say more than the report does. Places, times and words stand in fields of their own:
 * whoever makes a public edition rounds and withholds them without reading sentences.
 */
import type { EditionId, EditionSort } from "../edition/edition.ts";
import type { CaseId } from "../entry/entry.ts";
import type { UtcInstant } from "../time/time-claim.ts";
import type { Certification } from "./report-certification.ts";
import type { ReportElementSheet, ReportFinding, ReportHypothesis } from "./report-finding.ts";
import type { ReportItem, ReportSubject, ReportTier } from "./report-item.ts";
import type { ReportClaims, ReportEvent, ReportPlace, ReportSync } from "./report-figures.ts";
import type { ReportRecord } from "./report-record.ts";

export interface ReportModel {
  readonly format: "witnessmark-report-v1";
  readonly edition: {
    readonly id: EditionId;
    readonly version: number;
    readonly sort: EditionSort;
    readonly title: string;
    readonly language: "en";
    /** What the clock of the machine that made it said. */
    readonly at: UtcInstant;
    /** Metres to which places are rounded; null where they are as they were found. */
    readonly gridM: number | null;
    /** Name and version of the program that made it. */
    readonly program: string;
  };
  readonly case: { readonly id: CaseId; readonly title: string };
  /** First in the report. Each names the finding that it stands for. */
  readonly keyPoints: readonly KeyPoint[];
  readonly findings: readonly ReportFinding[];
  /** Every record that a finding, a sheet or another record here rests on, each once. */
  readonly records: readonly ReportRecord[];
  readonly items: readonly ReportItem[];
  readonly tiers: readonly ReportTier[];
  readonly subjects: readonly ReportSubject[];
  readonly elementSheets: readonly ReportElementSheet[];
  /** Those that its findings considered, with their standing: rejected ones are shown. */
  readonly hypotheses: readonly ReportHypothesis[];
  /** Every place that the report draws: answers, grounds, rejected candidates, cones. */
  readonly places: readonly ReportPlace[];
  readonly events: readonly ReportEvent[];
  readonly sync: ReportSync | null;
  readonly claims: ReportClaims;
  readonly certification: Certification;
  readonly leftOut: LeftOut;
}

export interface KeyPoint {
  /** "kp1": its anchor. */
  readonly id: string;
  readonly finding: string;
  readonly text: string;
  /** Label of whoever put it in other words than the statement, which nobody else approved; null where it is the statement. */
  readonly wordedBy: string | null;
  /** Labels of others who confirmed these words. */
  readonly confirmedBy: readonly string[];
}

/** What a reader would otherwise take to be there. */
export interface LeftOut {
  /** In the case and not in this edition, with the reason: items, excerpts, words, lines. */
  readonly withheld: readonly { readonly what: string; readonly why: string }[];
  /** Looked at and set aside: hypotheses, places, answers. */
  readonly rejected: readonly { readonly what: string; readonly why: string; readonly record: string | null }[];
  /** What nobody did, and what could not be done. */
  readonly notDone: readonly string[];
  /** Contradictions of the findings and of the claims that stay open. */
  readonly open: readonly string[];
}
