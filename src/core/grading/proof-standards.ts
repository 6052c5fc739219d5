/**
 * Standards of proof that inquiries and courts use, lowest first: a ladder of its own, which no percentage belongs to and which never
 * stands in one finding with likelihood terms. Where each is used:
 * - reasonable grounds to suspect: lowest standard named for UN fact-finding (OHCHR, Commissions of Inquiry and Fact-Finding Missions,
 *   2015; from memory, unchecked);
 * - reasonable grounds to believe: UN commissions of inquiry (the same); a warrant of arrest, Rome Statute art. 58(1)(a);
 * - substantial grounds to believe: confirmation of charges, Rome Statute art. 61(7);
 * - clear and convincing: some inquiries, and the International Court of Justice for grave charges (from memory, unchecked);
 * - beyond reasonable doubt: conviction, Rome Statute art. 66(3).
 */
import type { ProofStandard } from "../finding/finding.ts";

export interface ProofRung {
  readonly standard: ProofStandard;
  readonly words: string;
}

export const proofLadder: readonly ProofRung[] = [
  { standard: "reasonable-grounds-to-suspect", words: "reasonable grounds to suspect" },
  { standard: "reasonable-grounds-to-believe", words: "reasonable grounds to believe" },
  { standard: "substantial-grounds-to-believe", words: "substantial grounds to believe" },
  { standard: "clear-and-convincing", words: "clear and convincing evidence" },
  { standard: "beyond-reasonable-doubt", words: "beyond reasonable doubt" },
];
