/** `seal CASE --out PACK`: a pack that a stranger can check. */
import { resolve } from "node:path";
import { CaseError } from "../../core/case/case-error.ts";
import { shortCode } from "../../core/ledger/ledger-line.ts";
import { packConditions } from "../../reads/pack-conditions.ts";
import { type Command, text, texts, words } from "../command.ts";
import { conditionLines } from "../condition-lines.ts";
import { encryptedNameOf } from "../../core/edition/encrypted-pack.ts";
import { encryptedLines, encryptFor, recipientsOf } from "../encrypt-for.ts";
import { printJson } from "../json-output.ts";

export const sealCommand: Command = {
  name: "seal",
  usage: "seal CASE --out PACK [--withhold-names] [--withhold-withdrawn] [--withhold LINE=REASON]... [--to RECIPIENT]...",
  summary: "write a pack (a BagIt bag with its own check page) of a case",
  flags: {
    out: { type: "string" },
    "withhold-names": { type: "boolean" },
    "withhold-withdrawn": { type: "boolean" },
    withhold: { type: "string", multiple: true },
    to: { type: "string", multiple: true },
    json: { type: "boolean" },
  },
  flagHelp: {
    out: "folder of the pack; must not exist",
    "withhold-names": "leave out what people, machines and places of collection are called",
    "withhold-withdrawn": "leave out all about items whose consent was withdrawn; without it, such items are refused",
    withhold: "leave out what one line says, with what only it brought; lines that speak of it are left out by naming them too",
    to: "also encrypt the pack to a recipient of age (age1...), as PACK.tar.age; may be given more than once",
    json: "print what was done as JSON",
  },
  examples: [
    "witnessmark seal cases/market --out market-pack",
    "witnessmark seal cases/market --out market-pack --withhold-names --withhold '14=a witness asked for it'",
  ],
  async run(program, given) {
    const [casePath] = words(sealCommand, given, 1) as [string];
    const out = text(given, "out");
    if (out === undefined) throw new CaseError("INPUT_INVALID", "seal: expected --out PACK; found none");
    const withholding = {
      names: given.flags["withhold-names"] === true,
      withdrawn: given.flags["withhold-withdrawn"] === true,
      lines: linesToWithhold(texts(given, "withhold")),
    };
    const recipients = await recipientsOf(program, given);
    const session = await program.openCase(resolve(casePath), { access: "write", onProgress: (detail) => program.out.progress(detail) });
    try {
      const conditions = await packConditions(session.reader, session.viewer);
      program.out.endProgress();
      // A pack is a hand-over: whoever seals it is told what it would hand over against, or without, anybody's word.
      if (given.flags["json"] !== true) for (const line of conditionLines(conditions)) program.out.note(line);
      const pack = await session.seal(resolve(out), withholding, {
        signal: program.signal,
        onProgress: (share, detail) =>
          program.out.progress(`sealing: ${share === "unknown" ? "" : `${Math.floor(share * 100)} % `}${detail}`),
      });
      const encrypted = recipients.length === 0 ? null : await encryptFor(program, resolve(out), encryptedNameOf(resolve(out)), recipients);
      program.out.endProgress();
      if (given.flags["json"] === true) printJson(program.out, "sealed", { ...pack, conditions, encrypted });
      else {
        program.out.line(`The pack is at ${out}: ${pack.objects} objects, ledger to line ${pack.seq}.`);
        if (pack.withheld > 0) program.out.line(`${pack.withheld} lines, values and objects are withheld; data/withheld.json lists them.`);
        if (pack.stillSpeaking.length > 0) {
          const shown = pack.stillSpeaking.slice(0, 20).join(", ");
          program.out.line(`Lines that still speak of what is withheld: ${shown}${pack.stillSpeaking.length > 20 ? " and more" : ""}.`);
          program.out.line("If they must not be read either, seal again and withhold them too.");
        }
        program.out.line(`Head ${shortCode(pack.head)}  ${pack.head}`);
        program.out.line(
          "Give this head to the receiver by another way than the pack: with it, they can tell a shortened or forked history.",
        );
        if (encrypted !== null) for (const line of encryptedLines(encrypted, recipients.length)) program.out.line(line);
      }
      return 0;
    } catch (error) {
      if (program.signal.aborted && !(error instanceof CaseError)) return 130;
      throw error;
    } finally {
      await session.close();
    }
  },
};

function linesToWithhold(given: readonly string[]): Map<number, string> {
  const lines = new Map<number, string>();
  for (const one of given) {
    const match = /^([1-9][0-9]*)=(.+)$/s.exec(one);
    if (match === null)
      throw new CaseError("INPUT_INVALID", "--withhold: expected a line's number, = and a reason, such as 14=a witness asked for it");
    lines.set(Number(match[1]), match[2] as string);
  }
  return lines;
}
