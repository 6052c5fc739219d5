/** `status CASE`: what is in it, what is still to read, what this machine can say about its safety. */
import { resolve } from "node:path";
import { caseSummary } from "../../reads/case-summary.ts";
import { countWithoutProbe } from "../../reads/missing-analyses.ts";
import { type Command, words } from "../command.ts";
import { printJson } from "../json-output.ts";

export const statusCommand: Command = {
  name: "status",
  usage: "status CASE",
  summary: "say what a case holds and where it stands",
  flags: { json: { type: "boolean" } },
  flagHelp: { json: "print it as one JSON object" },
  examples: ["witnessmark status cases/market"],
  async run(program, given) {
    const [casePath] = words(statusCommand, given, 1) as [string];
    const session = await program.openCase(resolve(casePath), { access: "read", onProgress: (detail) => program.out.progress(detail) });
    try {
      program.out.endProgress();
      const summary = await caseSummary(session.reader, session.viewer);
      const toProbe = await countWithoutProbe(session.reader);
      const { caseId, title, statements } = session;
      if (given.flags["json"] === true) {
        printJson(program.out, "status", { case: session.path, caseId, title, ...summary, toProbe, statements });
        return 0;
      }
      const { counts, head } = summary;
      program.out.line(`${title}  (case ${caseId})`);
      program.out.line(`${counts.items} items: ${counts.held} held, ${counts.knownNotHeld} known and not held; ${counts.posts} posts`);
      program.out.line(`${counts.notAssessed} not assessed, ${counts.failedAnalyses} could not be read, ${toProbe} still to read`);
      program.out.line(`head ${head.shortCode} at line ${head.seq}  ${head.digest}`);
      for (const { text } of statements) program.out.line(`- ${text}`);
      return 0;
    } finally {
      await session.close();
    }
  },
};
