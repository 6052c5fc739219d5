/** From the words on the command line to an exit code. */
import { parseArgs } from "node:util";
import { CaseError, type CaseErrorCode } from "../core/case/case-error.ts";
import type { Command, ExitCode, Given } from "./command.ts";
import { allCommands, commandNamed } from "./commands.ts";
import { completionScript } from "./completion.ts";
import { generalHelp, helpOf } from "./help.ts";
import type { Program } from "./program.ts";

/** What was found disagrees with itself or with what this machine remembers: the honest answer is no. */
const inconsistent: ReadonlySet<CaseErrorCode> = new Set<CaseErrorCode>([
  "CASE_TITLE_DISAGREES",
  "LEDGER_LINE_NOT_CANONICAL",
  "LEDGER_CHAIN_BROKEN",
  "LEDGER_BODY_UNKNOWN",
  "HEAD_SHORTER_THAN_REMEMBERED",
  "HEAD_DIFFERS_FROM_REMEMBERED",
  "OBJECT_MISSING",
  "OBJECT_HASH_MISMATCH",
  "PACK_INVALID",
  "TOKEN_REFUSED",
]);
const machine: ReadonlySet<CaseErrorCode> = new Set<CaseErrorCode>([
  "SYNC_FAILED",
  "DISK_FULL",
  "PROGRAM_MISSING",
  "ASSISTANT_FAILED",
  "RECOGNISER_FAILED",
  "DETECTOR_FAILED",
]);

export async function run(program: Program, argv: readonly string[]): Promise<ExitCode> {
  const { out } = program;
  const [name, ...rest] = argv;
  try {
    if (name === undefined || name === "help" || name === "--help" || name === "-h") {
      const named = rest[0] === undefined ? undefined : await commandNamed(rest[0]);
      out.line(named === undefined ? generalHelp(program.name, await allCommands()) : helpOf(named));
      return name === undefined ? 2 : 0;
    }
    if (name === "--version") {
      out.line(program.name);
      return 0;
    }
    if (name === "completion") {
      out.line(completionScript(rest[0] ?? "bash", await allCommands()));
      return 0;
    }
    const command = await commandNamed(name);
    if (command === undefined)
      throw new CaseError("INPUT_INVALID", `${name}: expected a command; found none of that name. Try \`witnessmark --help\`.`);
    if (rest.includes("--help") || rest.includes("-h")) {
      out.line(helpOf(command));
      return 0;
    }
    return await command.run(program, given(command, rest));
  } catch (error) {
    out.endProgress();
    if (!(error instanceof CaseError)) {
      out.note(
        `witnessmark: a fault of the program; nothing that was reported done is lost.\n${error instanceof Error ? error.stack : String(error)}`,
      );
      return 1;
    }
    out.note(`witnessmark: ${error.message} [${error.code}]`);
    return inconsistent.has(error.code) ? 3 : machine.has(error.code) ? 1 : 2;
  }
}

function given(command: Command, rest: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options: command.flags, allowPositionals: true, strict: true });
    return { words: positionals, flags: values as Given["flags"] };
  } catch (error) {
    throw new CaseError("INPUT_INVALID", `${command.name}: ${(error as Error).message}. Try \`witnessmark ${command.name} --help\`.`);
  }
}
