/** `origins CASE`: how many independent origins stand behind what a case says of each aspect of each event, and what retellings changed. */
import { resolve } from "node:path";
import { claimCase } from "../../reads/claims/claim-case.ts";
import { caseOrigins } from "../../reads/claims/origin-report.ts";
import { type Command, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import { originLines } from "../origins-out.ts";

export const originsCommand: Command = {
  name: "origins",
  usage: "origins CASE [--json]",
  summary:
    "say how many independent origins stand behind each aspect of each event, which reports go in circles, and what retellings changed",
  flags: { json: { type: "boolean" } },
  flagHelp: { json: "print the report as one JSON object" },
  examples: ["witnessmark origins cases/market", "witnessmark origins cases/market --json"],
  async run(program, given) {
    const [casePath] = words(originsCommand, given, 1) as [string];
    const session = await program.openCase(resolve(casePath), { access: "read", onProgress: (detail) => program.out.progress(detail) });
    try {
      program.out.endProgress();
      const { reader, viewer } = session;
      const report = await caseOrigins(reader, viewer);
      if (given.flags["json"] === true) printJson(program.out, "origins", report);
      else for (const line of originLines(report, await claimCase(reader, viewer))) program.out.line(line);
      return 0;
    } finally {
      await session.close();
    }
  },
};
