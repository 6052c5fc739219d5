/** Entries of blind reviews, in a sentence each. What was answered stands in none before its reveal. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { PriorKnowledge } from "../../core/blind/prior-knowledge.ts";
import type { blindKinds } from "../../core/entry/kinds/blind.ts";

type Kind = keyof typeof blindKinds;

export function describeBlindEntry(body: { [K in Kind]: EntryBodyOf<K> }[Kind], said: (sealed: Sealed) => string): string {
  switch (body.kind) {
    case "blind.assigned":
      return `Question ${body.data.question} was put blind to ${body.data.to.length} people (${body.data.blind}).`;
    case "blind.packet-written":
      return `A packet of blind review ${body.data.blind} was written for somebody outside.`;
    case "answer.sealed":
      return `An answer to question ${body.data.question} was sealed (${body.data.blind})${body.data.from === null ? "" : ", brought in from outside"}.${body.data.prior === undefined ? "" : ` Known beforehand, by their own word: ${known[body.data.prior.knew]}.`}`;
    case "answer.revealed":
      return `The answer sealed in line ${body.data.sealed} was revealed (${body.data.blind}).`;
    case "blind.resolved":
      return `${body.data.how === "resolution" ? "The disagreement" : "A minority view"} in blind review ${body.data.blind}: ${said(body.data.text)}`;
    case "blind.ended":
      return `Blind review ${body.data.blind} was ended: ${said(body.data.reason)}`;
  }
}

const known: { readonly [knew in PriorKnowledge]: string } = {
  none: "nothing",
  "saw-item": "the item",
  "saw-claims": "claims about it",
  "saw-answer": "an answer",
  "not-sure": "not sure",
};
