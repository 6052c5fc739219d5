/**
 * What somebody who answers blind says they knew beforehand. They are always asked: what was seen outside of the program, or before the
 * door was shut, no line tells. "not-sure" is an answer. The strongest that is true is chosen; words say what it was.
 */
import { z } from "zod";
import { CaseError } from "../case/case-error.ts";
import { Sealed } from "../entry/sealed.ts";

export const PriorKnowledge = z.enum(["none", "saw-item", "saw-claims", "saw-answer", "not-sure"]);
export type PriorKnowledge = z.infer<typeof PriorKnowledge>;

/** As they give it. */
export const PriorDeclared = z.strictObject({ knew: PriorKnowledge, words: z.string().max(2000) });
export type PriorDeclared = z.infer<typeof PriorDeclared>;

/** As it stands in a line. */
export const PriorSealed = z.strictObject({ knew: PriorKnowledge, words: Sealed.or(z.null()) });
export type PriorSealed = z.infer<typeof PriorSealed>;

/** Throws CaseError INPUT_INVALID where whoever knew something says nothing about it. */
export function demandPrior(thing: string, prior: PriorDeclared | null): PriorDeclared {
  if (prior === null)
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected what you knew beforehand (${PriorKnowledge.options.join(", ")}); found nothing said`,
    );
  if (prior.knew !== "none" && prior.words.trim() === "")
    throw new CaseError("INPUT_INVALID", `${thing}: expected what it was that you saw or are not sure of, in words; found none`);
  return { knew: prior.knew, words: prior.words.trim() };
}
