/** A command: what it is called, what it takes, how it is explained, what it does. */
import type { ParseArgsConfig } from "node:util";
import { CaseError } from "../core/case/case-error.ts";
import type { Program } from "./program.ts";

/** 0 done, 1 our fault, 2 bad input, 3 the honest answer is no, 130 stopped by the person. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

export interface Given {
  readonly words: readonly string[];
  readonly flags: { readonly [name: string]: string | boolean | readonly string[] | undefined };
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly flags: NonNullable<ParseArgsConfig["options"]>;
  /** What each flag means, for the help. */
  readonly flagHelp: { readonly [name: string]: string };
  readonly examples: readonly string[];
  run(program: Program, given: Given): Promise<ExitCode>;
}

/** Exactly `count` words, each named; throws CaseError INPUT_INVALID. */
export function words(command: Command, given: Given, least: number, most = least): readonly string[] {
  if (given.words.length < least || given.words.length > most) {
    throw new CaseError(
      "INPUT_INVALID",
      `${command.name}: expected \`witnessmark ${command.usage}\`; found ${given.words.length} arguments`,
    );
  }
  return given.words;
}

export function text(given: Given, flag: string): string | undefined {
  const value = given.flags[flag];
  return typeof value === "string" ? value : undefined;
}

/** Values of a flag that may be given more than once. */
export function texts(given: Given, flag: string): readonly string[] {
  const value = given.flags[flag];
  return typeof value === "object" ? value : [];
}

/** What the three commands that write say of `--accept-head`. */
export const acceptHeadHelp = "go on although the case's history is not the one seen last; the reason becomes an entry";

/** The reason given for `--accept-head`. Throws CaseError INPUT_INVALID for an empty one. */
export function acceptHeadOf(given: Given): string | undefined {
  const reason = text(given, "accept-head")?.trim();
  if (reason === "") throw new CaseError("INPUT_INVALID", "--accept-head: expected the reason for the decision; found none");
  return reason;
}

/** A port number, 0 (any free one) when not given. Throws CaseError INPUT_INVALID. */
export function portOf(given: Given): number {
  const value = text(given, "port") ?? "0";
  const port = Number(value);
  if (!/^[0-9]+$/.test(value) || port > 65_535)
    throw new CaseError("INPUT_INVALID", `--port: expected a number from 0 to 65535; found ${value}`);
  return port;
}
