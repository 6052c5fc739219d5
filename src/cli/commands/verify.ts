/** `verify PACK|CASE`: re-checks everything from its bytes, and says what that did not show. */
import { resolve } from "node:path";
import { CaseError } from "../../core/case/case-error.ts";
import { Digest } from "../../core/hash/digest.ts";
import { formatRecompute } from "../../verify/recompute/format-recompute.ts";
import { type Command, text, texts, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import { verifyReceiptCommand } from "./receipt.ts";

export const verifyCommand: Command = {
  name: "verify",
  usage: "verify PACK|CASE [--expect HEAD] [--checkpoint FILE]... [--key ID]... [--recompute]",
  summary: "re-check a pack or a case from its bytes",
  flags: {
    expect: { type: "string" },
    checkpoint: { type: "string", multiple: true },
    key: { type: "string", multiple: true },
    recompute: { type: "boolean" },
    json: { type: "boolean" },
  },
  flagHelp: {
    expect: "the head you were told (sha256:... or its short code)",
    checkpoint: "a checkpoint that was kept elsewhere: tells a cut end from a fork",
    key: "a key you were told (sha256:...); a history that none of these signed does not verify",
    recompute: "afterwards repeat what analysers and reasoners answered, and compare; may take as long as it did the first time",
    json: "print the report as one JSON object",
  },
  examples: [
    "witnessmark verify market-pack",
    "witnessmark verify market-pack --expect 1a2b3-c4d5e-f6071",
    "witnessmark verify market-pack --recompute",
  ],
  async run(program, given) {
    const [path] = words(verifyCommand, given, 1) as [string];
    // A single file can only be a proof of receipt.
    if (program.isFile(resolve(path))) return verifyReceiptCommand.run(program, given);
    const toldKeys = texts(given, "key");
    for (const key of toldKeys) {
      if (!Digest.safeParse(key).success)
        throw new CaseError("INPUT_INVALID", `--key: expected the id of a key (sha256: and 64 hex digits); found ${key}`);
    }
    const told = { expect: text(given, "expect"), checkpointFiles: texts(given, "checkpoint"), toldKeys };
    const report = await program.verify(resolve(path), told, {
      signal: program.signal,
      onProgress: (share, detail) =>
        program.out.progress(`checking: ${share === "unknown" ? "" : `${Math.floor(share * 100)} % `}${detail}`),
    });
    const recomputed =
      given.flags["recompute"] !== true || report.verdict === "stopped"
        ? undefined
        : await program.recompute(resolve(path), report.verdict === "verifies", {
            signal: program.signal,
            onProgress: (_, detail) => program.out.progress(`repeating: ${detail}`),
          });
    program.out.endProgress();
    if (given.flags["json"] === true) printJson(program.out, "verified", { report, ...(recomputed === undefined ? {} : { recomputed }) });
    else {
      program.out.line(program.formatReport(report));
      if (recomputed !== undefined) program.out.line(`\n${formatRecompute(recomputed)}`);
    }
    if (report.verdict === "stopped" || recomputed?.verdict === "stopped") return 130;
    return report.verdict === "verifies" && (recomputed === undefined || recomputed.verdict === "nothing-differs") ? 0 : 3;
  },
};
