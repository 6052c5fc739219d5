/** What repeating found, as text: the verdict first, then what differs, what could not be repeated, and the table of all. */
import type { RecomputeOutcome, RecomputeReport, RepeatedResult } from "../../core/recompute/recompute-report.ts";

/** Rows of what came out again, beyond which they are counted; `--json` lists them all. */
const sameShown = 40;

const outcomeWords: Readonly<Record<RecomputeOutcome, string>> = {
  same: "same bytes",
  "within-tolerance": "within tolerance",
  other: "OTHER, NOT SETTLED",
  differs: "DIFFERS",
  cannot: "not repeated",
};

export function formatRecompute(report: RecomputeReport): string {
  const { results, counts, here, notRepeated } = report;
  if (report.verdict === "not-begun") return `Recomputed: ${report.summary}`;
  const quiet = results.filter(({ outcome }) => outcome === "same");
  const rows = [
    ...(["differs", "other", "within-tolerance", "cannot"] as const).flatMap((outcome) => results.filter((one) => one.outcome === outcome)),
    ...quiet.slice(0, sameShown),
  ];
  const more = quiet.length > sameShown ? [`and ${quiet.length - sameShown} more with the same bytes, which --json lists`] : [];
  const parts = [
    [`Recomputed: ${report.summary}`, `Here: ${here.decoder}; ${here.engine}`],
    [...table(rows), ...more],
    section(
      "Not repeated by this",
      notRepeated.map(({ what, count, why }) => `${count} ${what}: ${why}`),
    ),
    counts["within-tolerance"] + counts.other > 0 ? section("Tolerances", report.tolerances) : [],
    ["That a result comes out again shows that it was made as its line says, not that its method is right."],
  ];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n");
}

function table(rows: readonly RepeatedResult[]): string[] {
  const cells = rows.map(({ line, what, by, outcome, why }) => ({
    ...{ head: [`line ${line}`, outcomeWords[outcome], what, by] },
    why,
  }));
  const widths = [0, 1, 2].map((column) => Math.max(0, ...cells.map(({ head }) => (head[column] as string).length)));
  return cells.flatMap(({ head, why }) => [
    head.map((cell, column) => printable(cell).padEnd(widths[column] ?? 0)).join("  "),
    ...(why === "" ? [] : [`    ${printable(why)}`]),
  ]);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `- ${line}`)];
}

/** Text from a pack may carry what moves a cursor or turns the direction of writing. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (letter) => `\\u{${(letter.codePointAt(0) as number).toString(16)}}`);
}
