/** `copy CASE DEST`: a verified copy, and a line in the case that says so. Stopped half-way, the same command goes on. */
import { resolve } from "node:path";
import { recordCopy } from "../../actions/record-copy.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { type Command, words } from "../command.ts";
import { printJson } from "../json-output.ts";
import type { CopyOutcome, Program } from "../program.ts";

export const copyCommand: Command = {
  name: "copy",
  usage: "copy CASE DEST",
  summary: "copy a case, checking every byte; goes on where it was stopped",
  flags: { json: { type: "boolean" } },
  flagHelp: { json: "print what was done as JSON" },
  examples: ["witnessmark copy cases/market /media/usb/market"],
  async run(program, given) {
    const { out, signal } = program;
    const [from, to] = words(copyCommand, given, 2).map((one) => resolve(one)) as [string, string];
    let recorded: Recorded = { line: null, why: "the copy was stopped" };
    const outcome = await program.copyCase(from, to, {
      signal,
      onProgress: (share, detail) => out.progress(`copying: ${share === "unknown" ? "" : `${Math.floor(share * 100)} % `}${detail}`),
      record: async (copied) => void (recorded = await record(program, from, to, copied)),
    });
    out.endProgress();
    if (signal.aborted) return 130;
    const { objects, copied, missing, seq } = outcome;
    if (given.flags["json"] === true) printJson(out, "copied", { from, to, ...outcome, recorded: recorded.line });
    else {
      for (const object of missing) out.line(`missing  ${object}`);
      out.line(`${objects} objects are at ${to} and have the hashes that name them; ${copied} were copied now. Head at line ${seq}.`);
      if (recorded.line !== null) out.line(`Line ${recorded.line} of the case and of the copy says so.`);
    }
    if (recorded.line === null) out.note(`The case does not say that this copy was made: ${recorded.why}`);
    if (missing.length > 0)
      out.note(`${missing.length} objects that lines name are not in the case, so they are not in the copy either. Everything else is.`);
    return missing.length === 0 ? 0 : 3;
  },
};

interface Recorded {
  readonly line: number | null;
  readonly why: string;
}

/** The copy stands whether or not the case can be written: somebody may be at work in it, or it lies on a disk that is read-only. */
async function record(program: Program, from: string, to: string, { seq, head, objects }: CopyOutcome): Promise<Recorded> {
  try {
    const session = await program.openCase(from, { access: "write", onProgress: (detail) => program.out.progress(detail) });
    try {
      return { line: await recordCopy(session.writer, session.viewer, { to, seq, head, objects }), why: "" };
    } finally {
      await session.close();
    }
  } catch (error) {
    if (error instanceof CaseError) return { line: null, why: `${error.message} [${error.code}]` };
    throw error;
  }
}
