/** Texts as the rules read them, and what they propose in one line a claim. */
import type { SourceText } from "../../src/core/claim/source-text.ts";
import { UtcInstant } from "../../src/core/time/time-claim.ts";
import type { ClaimProposal } from "../../src/reason/claim-text/proposal.ts";
import { proposeClaims } from "../../src/reason/claim-text/propose-claims.ts";

export function sourceText(text: string, language?: string): SourceText {
  const noon = UtcInstant.parse("2031-05-08T12:00:00Z");
  return {
    parts: [{ part: { sort: "file" }, role: "body", text, language }],
    published: { earliest: noon, latest: noon },
    zone: null,
    publisher: null,
  };
}

export const proposalsOf = (text: string, language?: string): readonly ClaimProposal[] =>
  proposeClaims(sourceText(text, language)).proposals;

/** "where near the mill [the mayor > a nurse*] ~about denied". */
export function line({ statement }: ClaimProposal): string {
  const { aspect, value, speakers, hedges, polarity } = statement;
  return [
    aspect,
    value.words,
    ...(speakers.length === 0 ? [] : [`[${speakers.map(({ words, direct }) => words + (direct ? "*" : "")).join(" > ")}]`]),
    ...hedges.map(({ words }) => `~${words}`),
    ...(polarity === "affirmed" ? [] : [polarity]),
  ].join(" ");
}

export const linesOf = (text: string, language = "en"): string[] => proposalsOf(text, language).map(line);
