/** `stale CASE`: judgements that must be looked at again because something they rest on changed, with the path of reasons. */
import { resolve } from "node:path";
import { counted } from "../../core/text/counted.ts";
import { staleJudgements } from "../../reads/stale/stale-judgements.ts";
import { type Command, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import { staleLines } from "../stale-out.ts";

export const staleCommand: Command = {
  name: "stale",
  usage: "stale CASE [--json]",
  summary: "list judgements whose grounds changed since they were made, each with the way to what changed, line by line",
  flags: { json: { type: "boolean" } },
  flagHelp: { json: "print one JSON object a line" },
  examples: ["witnessmark stale cases/market", "witnessmark stale cases/market --json"],
  async run(program, given) {
    const [casePath] = words(staleCommand, given, 1) as [string];
    const session = await program.openCase(resolve(casePath), { access: "read", onProgress: (detail) => program.out.progress(detail) });
    try {
      program.out.endProgress();
      const found = await staleJudgements(session.reader, session.viewer);
      if (given.flags["json"] === true) for (const one of found) printJson(program.out, "stale", one);
      else {
        for (const one of found) for (const line of staleLines(one)) program.out.line(line);
        program.out.line(
          found.length === 0
            ? "nothing that a judgement rests on changed since it was made"
            : `${counted(found.length, "judgement")} to look at again; one may hold all the same, and that is for a person to say`,
        );
      }
      return 0;
    } finally {
      await session.close();
    }
  },
};
