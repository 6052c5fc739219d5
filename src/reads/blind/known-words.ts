/** What somebody who answered blind says they knew, what the case records of it, and why two answers are no agreement, in words. */
import type { PriorKnowledge } from "../../core/blind/prior-knowledge.ts";
import type { NotIndependent } from "../../reason/agreement/independence.ts";
import type { RecordedWay } from "./recorded-ways.ts";

/** After the name of who says it. */
export const priorWords: { readonly [knew in PriorKnowledge]: string } = {
  none: "says they knew nothing of it beforehand.",
  "saw-item": "says they had seen the item before.",
  "saw-claims": "says they had seen claims about it before.",
  "saw-answer": "says they had seen an answer to it before.",
  "not-sure": "says they are not sure what they knew beforehand.",
};

export function wayWords({ how, line }: RecordedWay): string {
  return `line ${line} ${ways[how]}`;
}

const ways: { readonly [how in RecordedWay["how"]]: string } = {
  "named-in-comment": "names them in a comment on it",
  "given-task": "gives them a task about it",
  "handed-edition": "hands an edition with a finding on it to somebody of their name",
  "worked-beside-finding": "is of theirs, while a finding on it stood",
};

export const notIndependentWords: { readonly [why in NotIndependent]: string } = {
  "same-person": "the keys say that one person gave both",
  "saw-answer": "who answered blind says they had seen an answer before",
};
