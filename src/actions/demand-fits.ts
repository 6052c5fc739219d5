/** Words of one line of the ledger: said before it is written how much is too much, by the name of the thing and not of the line; and no stand-in. */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import { withheldWord } from "../core/text/withheld.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";

/** A line of the ledger holds 64 KiB, and the seals need some of it. */
const mostBytes = 48 * 1024;

/** Throws CaseError INPUT_INVALID where the values together are too long for one line, or one stands for words that are not here. */
export function demandFits(thing: string, what: string, values: readonly Json[]): void {
  if (values.some((value) => typeof value === "string" && value.trim() === withheldWord))
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected words; found "${withheldWord}", which stands where this copy holds them no more. Write them anew.`,
    );
  const bytes = values.reduce<number>((sum, value) => sum + encodeUtf8(canonicalJson(value)).length, 0);
  if (bytes > mostBytes)
    throw new CaseError("INPUT_INVALID", `${thing}: expected at most ${mostBytes} bytes of ${what}; found ${bytes}. Say it shorter.`);
}
