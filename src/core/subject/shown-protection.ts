/** What is seen of somebody, and what that may make of them. It concludes nothing: in doubt somebody is protected. */
import { type FactStanding, signsOfLife, type SubjectFactName } from "./subject-state.ts";
import type { SubjectProtection } from "./subject.ts";

export const shownProtection: { readonly [fact in SubjectFactName]?: SubjectProtection } = {
  bound: "possible-prisoner",
  hooded: "possible-prisoner",
  wounded: "wounded",
  "clothing-missing": "victim-of-sexual-violence",
};

/** Whether the fact itself says that somebody is protected, and why; that no sign of life is seen says it too. */
export function saysProtected(fact: string, standing: string): boolean {
  if ((signsOfLife as readonly string[]).includes(fact)) return standing === ("not-seen" satisfies FactStanding);
  return shownProtection[fact as SubjectFactName] !== undefined && standing !== ("not-seen" satisfies FactStanding);
}
