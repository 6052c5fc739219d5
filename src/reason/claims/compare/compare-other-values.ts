/** Identifications, words spoken at the event, and verifications. */
import type { ClaimValue } from "../../../core/claim/claim-value.ts";
import type { Relation } from "./relation.ts";
import { wordRelation } from "./same-words.ts";

type ValueOf<Is extends ClaimValue["is"]> = Extract<ClaimValue, { is: Is }>;

export function compareIdentifications(first: ValueOf<"identification">, second: ValueOf<"identification">): Relation {
  const both = `"${first.words}" and "${second.words}"`;
  const by = wordRelation(first.words, second.words);
  if (by === "same") return { is: "same", words: `${both} say the same` };
  if (by !== "apart") return { is: by, words: `${both}: one is named more exactly` };
  return { is: "unknown", words: `${both}: whether they are said of the same thing is for a person to say` };
}

/** Many things are said at one event. */
export function compareSpeech(first: ValueOf<"speech">, second: ValueOf<"speech">): Relation {
  const both = `"${first.words}" and "${second.words}"`;
  const by = wordRelation(first.words, second.words);
  if (by === "apart") return { is: "overlap", words: `${both}: both can have been spoken` };
  const isOneSpeaker = (first.by ?? "") === (second.by ?? "") || first.by === null || second.by === null;
  if (!isOneSpeaker) return { is: "overlap", words: `${both}: said to be spoken by "${first.by}" and by "${second.by}"` };
  return { is: by, words: by === "same" ? `${both} are the same words` : `${both}: one gives more of the words` };
}

/** That one aspect was checked says nothing of another, and two who check need not find the same. */
export function compareVerifications(first: ValueOf<"verification">, second: ValueOf<"verification">): Relation {
  if (first.of !== second.of)
    return { is: "overlap", words: `a check of ${told(first.of)} and one of ${told(second.of)} do not bear on each other` };
  const what = `"${first.words}" and "${second.words}", of ${told(first.of)}`;
  if (first.of === "unstated") return { is: "unknown", words: `${what}: neither says what was checked` };
  const by = wordRelation(first.by ?? "", second.by ?? "");
  if (by !== "same" || first.by === null) return { is: "overlap", words: `${what}: by different or unnamed checkers, each for itself` };
  if (first.outcome === second.outcome) return { is: "same", words: `${what}: the same outcome by the same checker` };
  if (first.outcome === "partly" || second.outcome === "partly") return { is: "overlap", words: `${what}: one of them in part` };
  return { is: "apart", words: `${what}: the same checker is said to have verified it, and not to have` };
}

function told(of: ValueOf<"verification">["of"]): string {
  return of === "unstated" ? "something unstated" : of;
}
