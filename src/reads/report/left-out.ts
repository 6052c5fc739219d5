/** What a reader would otherwise take to be in a report: withheld, rejected, not done, and what stays open. */
import type { ReportFinding, ReportHypothesis } from "../../core/report/report-finding.ts";
import type { ReportPlace } from "../../core/report/report-figures.ts";
import type { ReportItem, ReportTier } from "../../core/report/report-item.ts";
import type { LeftOut } from "../../core/report/report.ts";
import type { ReportRecord } from "../../core/report/report-record.ts";
import { counted } from "../../core/text/counted.ts";
import type { FindingRefused } from "./report-findings.ts";

export interface LeftOutFrom {
  readonly findings: readonly ReportFinding[];
  readonly refused: readonly FindingRefused[];
  readonly records: readonly ReportRecord[];
  readonly items: readonly ReportItem[];
  readonly tiers: readonly ReportTier[];
  readonly hypotheses: readonly ReportHypothesis[];
  readonly places: readonly ReportPlace[];
  readonly conflicts: readonly string[];
  readonly recordsLeftOut: number;
}

export function leftOutOf(from: LeftOutFrom): LeftOut {
  const { findings, refused, records, items, tiers, hypotheses, places, conflicts, recordsLeftOut } = from;
  return {
    withheld: [
      ...items
        .filter(({ as }) => as === "left-out")
        .map(({ label, why }) => ({ what: label, why: why === "" ? "left out; nobody wrote why" : why })),
      ...items
        .filter(({ as }) => as === "described")
        .map(({ label, why }) => ({ what: `${label}, which is described and not shown`, why: why === "" ? "nobody wrote why" : why })),
      ...(recordsLeftOut === 0 ? [] : [{ what: counted(recordsLeftOut, "record"), why: "more records than a report holds" }]),
    ],
    rejected: [
      ...hypotheses
        .filter(({ standing }) => standing !== "alive")
        .map(({ hypothesis, statement, standing, reason }) => ({
          what: `Hypothesis ${hypothesis} (${standing}): ${statement}`,
          why: reason,
          record: null,
        })),
      ...places.filter(({ role }) => role === "rejected").map(({ title, why, of }) => ({ what: `Place: ${title}`, why, record: of })),
      ...records.flatMap(({ name, computation }) =>
        (computation?.alternatives ?? [])
          .filter(({ standing }) => standing === "rejected")
          .map(({ says, why }) => ({ what: says, why, record: name })),
      ),
    ],
    notDone: [
      ...refused.map(({ finding, why }) => `${finding} is not in this report: ${why}.`),
      ...findings
        .filter(({ blind }) => blind.state === "none")
        .map(({ finding }) => `${finding}: no second person answered its question without seeing the answer.`),
      ...findings
        .filter(({ evidenceAgainst }) => evidenceAgainst.length === 0)
        .map(({ finding, lookedAgainst }) => `${finding}: nothing that speaks against it was found. Looked for: ${lookedAgainst}`),
      ...tiers
        .filter(({ segments }) => segments.some(({ reviewed }) => !reviewed))
        .map(
          ({ tier, segments }) =>
            `${tier}: ${counted(segments.filter(({ reviewed }) => !reviewed).length, "segment")} of ${segments.length} were read by no second person.`,
        ),
      ...findings.flatMap(({ finding, answer, evidenceFor }) =>
        measured(
          finding,
          answer.sort,
          evidenceFor.map(({ record }) => record),
          from,
        ),
      ),
    ],
    open: [
      ...findings.flatMap(({ finding, openContradictions }) => openContradictions.map((words) => `${finding}: ${words}`)),
      ...conflicts,
    ],
  };
}

/** An answer whose radius or window no ground states is its author's judgement, and is said to be. */
function measured(finding: string, sort: string, grounds: readonly string[], { places, records }: LeftOutFrom): string[] {
  const named = new Set(grounds);
  if (sort === "place" && !places.some(({ of, role }) => named.has(of) && (role === "ground" || role === "camera")))
    return [`${finding}: no ground states a place by itself; the radius is its author's judgement.`];
  const timed = records.some(
    ({ name, sort: is, computation }) => named.has(name) && (is === "time" || is === "event" || computation !== null),
  );
  return sort === "time" && !timed ? [`${finding}: no ground states a time by itself; the interval is its author's judgement.`] : [];
}
