/** `verify PACK|CASE`: re-checks everything from its bytes, and says what that did not show. */
import { resolve } from "node:path";
import { type Command, text, words } from "../command.ts";
import { printJson } from "../json-output.ts";

export const verifyCommand: Command = {
  name: "verify",
  usage: "verify PACK|CASE [--expect HEAD]",
  summary: "re-check a pack or a case from its bytes",
  flags: { expect: { type: "string" }, json: { type: "boolean" } },
  flagHelp: { expect: "the head you were told (sha256:... or its short code)", json: "print the report as one JSON object" },
  examples: ["witnessmark verify market-pack", "witnessmark verify market-pack --expect 1a2b3-c4d5e-f6071"],
  async run(program, given) {
    const [path] = words(verifyCommand, given, 1) as [string];
    const report = await program.verify(resolve(path), text(given, "expect"), {
      signal: program.signal,
      onProgress: (share, detail) =>
        program.out.progress(`checking: ${share === "unknown" ? "" : `${Math.floor(share * 100)} % `}${detail}`),
    });
    program.out.endProgress();
    if (given.flags["json"] === true) printJson(program.out, "verified", { report });
    else program.out.line(program.formatReport(report));
    return report.verdict === "verifies" ? 0 : 3;
  },
};
