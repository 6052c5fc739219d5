/** `encrypt-pack PACK --to RECIPIENT`: a finished pack, or edition, as one file that only its recipients open. */
import { resolve } from "node:path";
import { CaseError } from "../../core/case/case-error.ts";
import { type Command, text, words } from "../command.ts";
import { encryptedNameOf } from "../../core/edition/encrypted-pack.ts";
import { encryptedLines, encryptFor, recipientsOf } from "../encrypt-for.ts";
import { printJson } from "../json-output.ts";

export const encryptPackCommand: Command = {
  name: "encrypt-pack",
  usage: "encrypt-pack PACK --to RECIPIENT... [--out FILE]",
  summary: "encrypt a finished pack to people, with age",
  flags: { to: { type: "string", multiple: true }, out: { type: "string" }, json: { type: "boolean" } },
  flagHelp: {
    to: "a recipient of age (age1...), who keeps the identity that opens it; may be given more than once",
    out: "the file; PACK.tar.age if not given; must not exist",
    json: "print what was done as JSON",
  },
  examples: ["witnessmark encrypt-pack market-court --to age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"],
  async run(program, given) {
    const [pack] = words(encryptPackCommand, given, 1) as [string];
    const recipients = await recipientsOf(program, given);
    const out = resolve(text(given, "out") ?? encryptedNameOf(resolve(pack)));
    try {
      const done = await encryptFor(program, resolve(pack), out, recipients);
      program.out.endProgress();
      if (given.flags["json"] === true) printJson(program.out, "encrypted", { ...done });
      else for (const line of encryptedLines(done, recipients.length)) program.out.line(line);
      return 0;
    } catch (error) {
      if (program.signal.aborted && !(error instanceof CaseError)) return 130;
      throw error;
    }
  },
};
