/**
 * Who: two named units that are each said to have done it stand against each other, unless the words of one hold those of the other,
 * or several are said. A role ("soldiers", "police") names no unit, and leaves it open which.
 */
import type { ClaimValue } from "../../../core/claim/claim-value.ts";
import type { Relation } from "./relation.ts";
import { wordRelation, wordsOf } from "./same-words.ts";

type ActorValue = Extract<ClaimValue, { is: "actor" }>;

/** Stems, so that endings of case and number fit. */
const roles =
  /^(?:soldier|troop|force|fighter|men$|man$|women$|woman$|people|person|civilian|resident|villager|officer|police|gunm|militant|separatist|volunteer|paratrooper|driver|prisoner|captive|crew|group|unit|military|army|солдат|військов|вояк|боєц|бійц|боец|бойц|військ|войск|сил|люд|чолов|человек|мужчин|цивіл|мирн|житель|жител|мешкан|поліц|полиц|десантник|доброволец|добровольц|добровол|полонен|пленн)/u;

export function compareActors(first: ActorValue, second: ActorValue): Relation {
  const both = `"${first.words}" and "${second.words}"`;
  if (first.part === "unclear" || second.part === "unclear")
    return { is: "overlap", words: `${both}: for one of them the words do not say whether they did it or suffered it` };
  if (first.part !== second.part)
    return { is: "overlap", words: `${both}: one is who did it, the other who suffered it, which do not bear on each other` };
  const by = wordRelation(first.words, second.words);
  if (by === "same") return { is: "same", words: `${both} name the same` };
  if (by !== "apart") return { is: by, words: `${both}: the longer name holds the shorter one` };
  if (first.count === "several" || second.count === "several")
    return { is: "overlap", words: `${both}: several are said to have been there` };
  if (isNamedUnit(first.words) && isNamedUnit(second.words))
    return {
      is: "apart",
      words: `${both} are two names, and each is said alone to ${first.part === "did" ? "have done" : "have suffered"} it`,
    };
  return { is: "unknown", words: `${both}: at least one is a role and no name, so they can be the same or not` };
}

/** A name has a capital letter, and its last word is no role: "the Harbour Guard", but not "Harbour soldiers". */
function isNamedUnit(words: string): boolean {
  const isNamed = (words.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []).some((word) => /^\p{Lu}/u.test(word));
  return isNamed && !wordsOf(words).some((word) => roles.test(word));
}
