/** Grounds that cite words, with the moment at which they are said: a reader goes to the recording, not to a number of a segment. */
import type { ReportElementSheet, ReportFinding, ReportGround } from "../../core/report/report-finding.ts";
import type { ReportTier } from "../../core/report/report-item.ts";

export function withTimesOfWords(
  findings: readonly ReportFinding[],
  sheets: readonly ReportElementSheet[],
  tiers: readonly ReportTier[],
): { findings: ReportFinding[]; elementSheets: ReportElementSheet[] } {
  const timed = (ground: ReportGround): ReportGround => {
    const tier = tiers.find((one) => one.tier === ground.record);
    if (tier === undefined) return ground;
    const cited = tier.segments.filter(({ id }) => ground.segments.length === 0 || ground.segments.includes(String(id)));
    const at =
      cited.length === 0
        ? null
        : { fromS: Math.min(...cited.map(({ startS }) => startS)), toS: Math.max(...cited.map(({ endS }) => endS)) };
    return { ...ground, item: tier.item, at: ground.at ?? at };
  };
  return {
    findings: findings.map((one) => ({ ...one, evidenceFor: one.evidenceFor.map(timed), evidenceAgainst: one.evidenceAgainst.map(timed) })),
    elementSheets: sheets.map((sheet) => ({
      ...sheet,
      elements: sheet.elements.map((element) => ({
        ...element,
        cells: element.cells.map((cell) => ({ ...cell, grounds: cell.grounds.map(timed) })),
      })),
    })),
  };
}
