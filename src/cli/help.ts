/** Help texts, made from what the commands say of themselves. */
import type { Command } from "./command.ts";
import { formatTable } from "./format-values.ts";

export function generalHelp(program: string, commands: readonly Command[]): string {
  return [
    `${program}: a workbench for open-source visual investigations`,
    "",
    "usage: witnessmark COMMAND ...",
    "",
    ...formatTable(commands.map(({ name, summary }) => [`  ${name}`, summary])),
    ...formatTable([["  completion SHELL", "print a completion script for bash, zsh or fish"]]),
    "",
    "`witnessmark COMMAND --help` says more. Every command takes --json.",
    "Exit codes: 0 done, 1 a fault of the program or the machine, 2 bad input, 3 the honest answer is no, 130 stopped.",
  ].join("\n");
}

export function helpOf({ usage, summary, flagHelp, flags, examples }: Command): string {
  return [
    `usage: witnessmark ${usage}`,
    "",
    summary,
    "",
    ...formatTable(Object.entries(flagHelp).map(([flag, help]) => [`  --${flag}${flags[flag]?.type === "string" ? " VALUE" : ""}`, help])),
    "",
    "examples:",
    ...examples.map((example) => `  ${example}`),
  ].join("\n");
}
