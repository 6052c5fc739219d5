/** `contradictions CASE`: which claims of a case cannot all hold, about one aspect of one event. Never which of them does. */
import { resolve } from "node:path";
import { completePlaceProblem } from "../../actions/complete-place-problem.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { readContradictionReport } from "../../reads/claims/contradiction-report.ts";
import { type Command, type Given, text, words } from "../command.ts";
import { contradictionLines } from "../contradictions-out.ts";
import { printJson } from "../json-output.ts";

export const contradictionsCommand: Command = {
  name: "contradictions",
  usage: "contradictions CASE [--rounding HOURS] [--zone ZONE] [--from DAY --to DAY] [--json]",
  summary: "say which accepted claims cannot all hold, in smallest sets with their gap and what would dissolve each; never which holds",
  flags: {
    rounding: { type: "string" },
    zone: { type: "string" },
    from: { type: "string" },
    to: { type: "string" },
    json: { type: "boolean" },
  },
  flagHelp: {
    rounding: 'how far spans such as "48 hours earlier" are rounded, hours to either side; as each claim says when left out',
    zone: "taken for every zone that nobody states; a table by zone when left out",
    from: "first day that is looked at, with --to; 60 days before the first day that a claim names when left out",
    to: "last day that is looked at",
    json: "print the report as one JSON object",
  },
  examples: [
    "witnessmark contradictions cases/market",
    "witnessmark contradictions cases/market --rounding 0 --from 2022-02-24 --to 2022-04-30 --json",
  ],
  async run(program, given) {
    const [casePath] = words(contradictionsCommand, given, 1) as [string];
    const asked = { rounding: roundingOf(given), zone: text(given, "zone"), from: text(given, "from"), to: text(given, "to") };
    const session = await program.openCase(resolve(casePath), { access: "read", onProgress: (detail) => program.out.progress(detail) });
    try {
      program.out.endProgress();
      const { reader, viewer } = session;
      const report = await readContradictionReport(
        reader,
        viewer,
        asked,
        async (problem) => (await completePlaceProblem(program.gazetteers, problem)).problem,
      );
      if (given.flags["json"] === true) printJson(program.out, "contradictions", report);
      else for (const line of contradictionLines(report)) program.out.line(line);
      return report.sets.some(({ alongDerivation }) => !alongDerivation) ? 3 : 0;
    } finally {
      await session.close();
    }
  },
};

function roundingOf(given: Given): number | undefined {
  const value = text(given, "rounding");
  if (value === undefined) return undefined;
  if (!/^\d{1,5}(?:\.\d+)?$/.test(value))
    throw new CaseError("INPUT_INVALID", `--rounding: expected hours such as 12; found ${visibleText(value)}`);
  return Number(value);
}
