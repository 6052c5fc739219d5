/** What a description of a subject must say before it may be kept. */
import type { SpokenOf, SubjectKnown, SubjectProtection } from "./subject.ts";

export interface SubjectDescription {
  readonly known: SubjectKnown;
  readonly spokenOf: SpokenOf | null;
  readonly description: string;
  readonly protection: readonly { readonly sort: SubjectProtection; readonly reason: string }[];
}

/** What is wrong with it, as "expected ..; found ..", or undefined. */
export function faultOfSubject({ known, spokenOf, description, protection }: SubjectDescription): string | undefined {
  if (description.trim() === "")
    return "description: expected clothing and position, by which a second person finds who is meant; found no words";
  if (known === "said" && spokenOf === null)
    return "known: expected a claim or a stretch in which somebody speaks of this person, who is not seen; found none";
  const sorts = protection.map(({ sort }) => sort);
  const twice = sorts.find((sort, index) => sorts.indexOf(sort) !== index);
  if (twice !== undefined) return `protection: expected each sort once; found ${twice} twice`;
  const bare = protection.find(({ reason }) => reason.trim() === "");
  if (bare !== undefined) return `protection: expected a reason for ${bare.sort}; found no words`;
  return undefined;
}
