/** What was done: some acts are kinds of others. Two acts of one event can both have happened, so they never stand against each other by their kind. */
import type { ActClass, ClaimValue } from "../../../core/claim/claim-value.ts";
import type { Relation } from "./relation.ts";
import { wordRelation } from "./same-words.ts";

type ActValue = Extract<ClaimValue, { is: "act" }>;

/** Each holds what the wider one says too. */
const widerThan: Readonly<Partial<Record<ActClass, ActClass>>> = { killing: "attack", injury: "attack", destruction: "attack" };

export function compareActs(first: ActValue, second: ActValue): Relation {
  const both = `"${first.words}" (${first.act}) and "${second.words}" (${second.act})`;
  const objects = objectRelation(first.object, second.object);
  if (objects === "apart")
    return { is: "overlap", words: `${both} are said of different things: "${first.object}" and "${second.object}"` };
  if (first.act === second.act) {
    if (first.act === "other" && wordRelation(first.words, second.words) === "apart")
      return { is: "overlap", words: `${both}: both can have happened` };
    if (objects === "same") return { is: "same", words: `${both} are the same kind of act` };
    return { is: objects, words: `${both} are the same kind of act, and one says more exactly of what` };
  }
  if (widerThan[first.act] === second.act && objects !== "around")
    return { is: "inside", words: `${both}: the first is a kind of the second` };
  if (widerThan[second.act] === first.act && objects !== "inside")
    return { is: "around", words: `${both}: the second is a kind of the first` };
  return { is: "overlap", words: `${both}: both can have happened` };
}

/** An act whose object is not said is the wider one. */
function objectRelation(first: string | null, second: string | null): "same" | "inside" | "around" | "apart" {
  if (first === null || second === null) return first === second ? "same" : first === null ? "around" : "inside";
  return wordRelation(first, second);
}
