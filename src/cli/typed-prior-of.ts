/** What a person says they knew before they answer blind: by flags, or asked for on the terminal. */
import { type PriorDeclared, PriorKnowledge } from "../core/blind/prior-knowledge.ts";
import { type Command, type Given, text } from "./command.ts";
import { parsedAs } from "./parsed-as.ts";
import type { Program } from "./program.ts";

const one = PriorKnowledge.options.join(", ");

export const priorFlags: Command["flags"] = { knew: { type: "string" }, "knew-what": { type: "string" } };

export const priorFlagHelp: Command["flagHelp"] = {
  knew: `what you knew before you answer blind: ${one}; the strongest that is true. It stands in the case`,
  "knew-what": "what it was that you saw or are not sure of, in words",
};

/** Throws CaseError INPUT_INVALID. Nothing said is null: the case then asks for it. */
export async function priorOf(program: Program, given: Given): Promise<PriorDeclared | null> {
  const said = text(given, "knew") ?? (await program.ask(`What did you know of it beforehand? One of ${one}: `));
  if (said === undefined) return null;
  const knew = parsedAs(PriorKnowledge, said.trim(), `--knew: expected one of ${one}`);
  if (knew === "none") return { knew, words: "" };
  return { knew, words: text(given, "knew-what") ?? (await program.ask("What was it, in words: ")) ?? "" };
}
