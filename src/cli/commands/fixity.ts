/** `fixity CASE`: every object hashed again, and an entry that says so. */
import { resolve } from "node:path";
import { adoptOrphans } from "../../actions/adopt-orphans.ts";
import { checkFixity } from "../../actions/check-fixity.ts";
import { type Command, words } from "../command.ts";
import { printJson } from "../json-output.ts";

export const fixityCommand: Command = {
  name: "fixity",
  usage: "fixity CASE [--adopt]",
  summary: "hash every object again and record what was found",
  flags: { adopt: { type: "boolean" }, json: { type: "boolean" } },
  flagHelp: {
    adopt: "take in objects that no line names, by an entry that says so",
    json: "print what was found as JSON",
  },
  examples: ["witnessmark fixity cases/market", "witnessmark fixity cases/market --adopt"],
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
      const { objects, intact, altered, missing, line, unnamed } = found;
      // Altered bytes are no object that could be taken in under that name.
      const sound = unnamed.filter((object) => !altered.includes(object));
      const adopted = given.flags["adopt"] === true ? await adoptOrphans(session.writer, session.viewer, sound) : [];
      if (given.flags["json"] === true)
        printJson(out, "fixity", {
          case: session.path,
          objects,
          intact,
          altered,
          missing,
          unnamed,
          adopted,
          line,
          complete: line !== null,
        });
      else {
        for (const object of altered) out.line(`altered  ${object}`);
        for (const object of missing) out.line(`missing  ${object}`);
        for (const object of unnamed) out.line(`unnamed  ${object}`);
        out.line(
          `${objects} objects hashed again: ${intact} intact, ${altered.length} altered, ${missing.length} missing.${line === null ? "" : ` Line ${line} says so.`}`,
        );
        if (unnamed.length > 0) out.line(unnamedText(unnamed.length, adopted));
      }
      if (line === null) return 130;
      return altered.length + missing.length === 0 ? 0 : 3;
    } finally {
      await session.close();
    }
  },
};

function unnamedText(count: number, adopted: readonly number[]): string {
  const said = `${count} are named by no line: a writer stopped before it recorded them.`;
  const next = "Collecting the same files again records them; --adopt takes them in as they are. Nothing was deleted.";
  return `${said} ${adopted.length === 0 ? next : `They were taken in by line ${adopted.join(", ")}.`}`;
}
