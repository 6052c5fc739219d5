/** Passphrases: from the environment for scripts, else asked for; never from the command line, where every process can read them. */
import { CaseError } from "../core/case/case-error.ts";
import { askOnTerminal } from "./ask-on-terminal.ts";

/** Of the person's private key. */
export const ownPassphrase: string | (() => Promise<string | undefined>) =
  process.env["WITNESSMARK_PASSPHRASE"] ?? (() => askOnTerminal("Passphrase of your private key: ", { hidden: true }));

/**
 * Of the case, not of the person: whoever shall read restricted values is told it by another way. `there`: the case has
 * restricted values already. Throws CaseError PASSPHRASE_WRONG when none, a short one or two different ones are given.
 */
export async function casePassphrase(there: boolean): Promise<string> {
  const given = process.env["WITNESSMARK_CASE_PASSPHRASE"];
  const first =
    given ?? (await askOnTerminal(there ? "Passphrase of private.age: " : "New passphrase for private.age: ", { hidden: true }));
  if (first === undefined || [...first].length < 8) {
    throw new CaseError(
      "PASSPHRASE_WRONG",
      "private.age: expected a passphrase of at least 8 characters, on a terminal or in WITNESSMARK_CASE_PASSPHRASE; found none",
    );
  }
  if (!there && given === undefined && (await askOnTerminal("The same again: ", { hidden: true })) !== first) {
    throw new CaseError("PASSPHRASE_WRONG", "private.age: expected the same passphrase twice; found two. Nothing was written.");
  }
  return first;
}

/** Where `casePassphrase` would have it from now. */
export function casePassphraseFrom(): "environment" | "terminal" | "nowhere" {
  if (process.env["WITNESSMARK_CASE_PASSPHRASE"] !== undefined) return "environment";
  return process.stdin.isTTY && process.stderr.isTTY ? "terminal" : "nowhere";
}
