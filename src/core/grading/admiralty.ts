/**
 * The Admiralty marks: a letter for a source and a digit for one thing it says, given apart and never made one mark. Source: NATO
 * STANAG 2511 / AJP-2.1, annex on evaluation, as STANDARDS has it. A source starts at F and a claim at 6 until somebody says why not.
 */
import type { Credibility } from "../claim/claim.ts";
import type { Reliability } from "../source/source.ts";

export const reliabilityMeanings: Readonly<Record<Reliability, string>> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "reliability cannot be judged",
};

export const credibilityMeanings: Readonly<Record<Credibility, string>> = {
  "1": "confirmed by other sources",
  "2": "probably true",
  "3": "possibly true",
  "4": "doubtful",
  "5": "improbable",
  "6": "truth cannot be judged",
};
