/** `open-pack FILE --identity KEYFILE --out FOLDER`: the folder of a pack that was encrypted to somebody. */
import { resolve } from "node:path";
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { type Command, text, words } from "../command.ts";
import { printJson } from "../json-output.ts";

export const openPackCommand: Command = {
  name: "open-pack",
  usage: "open-pack FILE --identity KEYFILE --out FOLDER",
  summary: "open a pack that was encrypted to you",
  flags: { identity: { type: "string" }, out: { type: "string" }, json: { type: "boolean" } },
  flagHelp: {
    identity: "your identity file of age (AGE-SECRET-KEY-...)",
    out: "folder for the pack; must not exist",
    json: "print what was done as JSON",
  },
  examples: ["witnessmark open-pack market-court.tar.age --identity key.txt --out market-court"],
  async run(program, given) {
    const [file] = words(openPackCommand, given, 1) as [string];
    const [identity, out] = [text(given, "identity"), text(given, "out")];
    if (identity === undefined) throw new CaseError("INPUT_INVALID", "open-pack: expected --identity KEYFILE; found none");
    if (out === undefined) throw new CaseError("INPUT_INVALID", "open-pack: expected --out FOLDER; found none");
    const identities = decodeUtf8(await program.readFile(resolve(identity)));
    if (identities === undefined) throw new CaseError("INPUT_INVALID", "--identity: expected a text; found other bytes");
    try {
      const opened = await program.openPack(resolve(file), resolve(out), identities, {
        signal: program.signal,
        onProgress: (_, detail) => program.out.progress(`opening: ${detail}`),
      });
      program.out.endProgress();
      if (given.flags["json"] === true) printJson(program.out, "pack-opened", { out: resolve(out), ...opened });
      else {
        program.out.line(`The pack is at ${out}: ${opened.files} files, ${opened.bytes} bytes.`);
        program.out.line(`That it opened says nothing of who made it: check it with \`witnessmark verify ${out}\`.`);
      }
      return 0;
    } catch (error) {
      if (program.signal.aborted && !(error instanceof CaseError)) return 130;
      throw error;
    }
  },
};
