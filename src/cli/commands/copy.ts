/** `copy CASE DEST`: a verified copy. Stopped half-way, the same command goes on. */
import { resolve } from "node:path";
import { type Command, words } from "../command.ts";
import { printJson } from "../json-output.ts";

export const copyCommand: Command = {
  name: "copy",
  usage: "copy CASE DEST",
  summary: "copy a case, checking every byte; goes on where it was stopped",
  flags: { json: { type: "boolean" } },
  flagHelp: { json: "print what was done as JSON" },
  examples: ["witnessmark copy cases/market /media/usb/market"],
  async run(program, given) {
    const [from, to] = words(copyCommand, given, 2) as [string, string];
    const outcome = await program.copyCase(resolve(from), resolve(to), {
      signal: program.signal,
      onProgress: (share, detail) =>
        program.out.progress(`copying: ${share === "unknown" ? "" : `${Math.floor(share * 100)} % `}${detail}`),
    });
    program.out.endProgress();
    if (program.signal.aborted) return 130;
    if (given.flags["json"] === true) printJson(program.out, "copied", { from: resolve(from), to: resolve(to), ...outcome });
    else
      program.out.line(
        `${outcome.objects} objects are at ${to} and have the hashes that name them; ${outcome.copied} were copied now. Head at line ${outcome.seq}.`,
      );
    return 0;
  },
};
