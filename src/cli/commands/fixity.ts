/** `fixity CASE`: every object hashed again, and an entry that says so. */
import { resolve } from "node:path";
import { checkFixity } from "../../actions/check-fixity.ts";
import { type Command, words } from "../command.ts";
import { printJson } from "../json-output.ts";

export const fixityCommand: Command = {
  name: "fixity",
  usage: "fixity CASE",
  summary: "hash every object again and record what was found",
  flags: { json: { type: "boolean" } },
  flagHelp: { json: "print what was found as JSON" },
  examples: ["witnessmark fixity cases/market"],
  async run(program, given) {
    const { out, signal } = program;
    const [casePath] = words(fixityCommand, given, 1) as [string];
    const session = await program.openCase(resolve(casePath), { access: "write", onProgress: (detail) => out.progress(detail) });
    try {
      const found = await checkFixity(session.fixityPorts, session.viewer, {
        signal,
        onProgress: (objects) => out.progress(`hashing: ${objects} objects`),
      });
      out.endProgress();
      const { objects, intact, altered, missing, line } = found;
      if (given.flags["json"] === true)
        printJson(out, "fixity", { case: session.path, objects, intact, altered, missing, line, complete: line !== null });
      else {
        for (const object of altered) out.line(`altered  ${object}`);
        for (const object of missing) out.line(`missing  ${object}`);
        out.line(
          `${objects} objects hashed again: ${intact} intact, ${altered.length} altered, ${missing.length} missing.${line === null ? "" : ` Line ${line} says so.`}`,
        );
      }
      if (line === null) return 130;
      return altered.length + missing.length === 0 ? 0 : 3;
    } finally {
      await session.close();
    }
  },
};
