/** `seal CASE --out PACK`: a pack that a stranger can check. */
import { resolve } from "node:path";
import { CaseError } from "../../core/case/case-error.ts";
import { shortCode } from "../../core/ledger/ledger-line.ts";
import { type Command, text, words } from "../command.ts";
import { printJson } from "../json-output.ts";

export const sealCommand: Command = {
  name: "seal",
  usage: "seal CASE --out PACK",
  summary: "write a pack (a BagIt bag with its own check page) of a case",
  flags: { out: { type: "string" }, json: { type: "boolean" } },
  flagHelp: { out: "folder of the pack; must not exist", json: "print what was done as JSON" },
  examples: ["witnessmark seal cases/market --out market-pack"],
  async run(program, given) {
    const [casePath] = words(sealCommand, given, 1) as [string];
    const out = text(given, "out");
    if (out === undefined) throw new CaseError("INPUT_INVALID", "seal: expected --out PACK; found none");
    const session = await program.openCase(resolve(casePath), { access: "write", onProgress: (detail) => program.out.progress(detail) });
    try {
      const pack = await session.seal(resolve(out), {
        signal: program.signal,
        onProgress: (share, detail) =>
          program.out.progress(`sealing: ${share === "unknown" ? "" : `${Math.floor(share * 100)} % `}${detail}`),
      });
      program.out.endProgress();
      if (given.flags["json"] === true) printJson(program.out, "sealed", pack);
      else {
        program.out.line(`The pack is at ${out}: ${pack.objects} objects, ledger to line ${pack.seq}.`);
        program.out.line(`Head ${shortCode(pack.head)}  ${pack.head}`);
        program.out.line(
          "Give this head to the receiver by another way than the pack: with it, they can tell a shortened or forked history.",
        );
      }
      return 0;
    } finally {
      await session.close();
    }
  },
};
