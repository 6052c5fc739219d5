/** `rebuild CASE`: throws the read model away and makes it again from the ledger. */
import { resolve } from "node:path";
import { indexAndReport } from "../collect-and-report.ts";
import { type Command, words } from "../command.ts";
import { printJson } from "../json-output.ts";

export const rebuildCommand: Command = {
  name: "rebuild",
  usage: "rebuild CASE",
  summary: "make the derived tables of a case again from its ledger",
  flags: { json: { type: "boolean" } },
  flagHelp: { json: "print what was done as JSON" },
  examples: ["witnessmark rebuild cases/market"],
  async run(program, given) {
    const [casePath] = words(rebuildCommand, given, 1) as [string];
    const session = await program.openCase(resolve(casePath), { access: "write", onProgress: (detail) => program.out.progress(detail) });
    try {
      const { lines } = await program.rebuild(session, (seq) => program.out.progress(`rebuilding: line ${seq}`));
      await indexAndReport(program, session);
      program.out.endProgress();
      if (given.flags["json"] === true) printJson(program.out, "rebuilt", { case: session.path, lines });
      else program.out.line(`Rebuilt from ${lines} lines.`);
      return 0;
    } finally {
      await session.close();
    }
  },
};
