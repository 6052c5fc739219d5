/** The report as text for a terminal or a plain page. */
import type { VerifyReport } from "./report.ts";

export function formatReport(report: VerifyReport): string {
  const title = report.case.title === null ? "" : ` ${JSON.stringify(report.case.title)}`;
  const lines = [`${report.summary}`, "", `Case${title} ${report.case.caseId ?? "unknown"}`];
  for (const { weight, code, text } of report.findings) lines.push(`${weight === "against" ? "AGAINST" : "notice "} [${code}] ${text}`);
  lines.push("", "Not shown by this:");
  for (const { text } of report.notProved) lines.push(`- ${text}`);
  return lines.join("\n");
}
