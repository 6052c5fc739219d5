/**
 * Names of people, in every version that the case was ever told: who worked on it, who answered from outside, who gave something.
 * Identities that lie in the private store are not opened here: `restrictedSecrets` gathers those.
 */
import { wordsOfName } from "../../core/edition/sought-name.ts";
import type { Sealed } from "../../core/entry/entry.ts";
import type { Json } from "../../core/json/canonical-json.ts";
import type { CaseReader } from "../case-reader.ts";
import { linesOfKinds } from "../report/entry-lines.ts";

export interface SecretName {
  readonly text: string;
  readonly as: "analyst" | "source";
  /** Counts only as a word of its own: part of a name. */
  readonly own?: true;
}

/** What systems call whoever works there until somebody says otherwise: nobody's name, and words of every style sheet. */
const defaultAccounts: ReadonlySet<string> = new Set(["root", "admin", "administrator", "user", "ubuntu", "debian"]);

/** An outlet that is cited is named in public anyway. Whoever is not known to be one may be a person. */
export async function secretNames(reader: CaseReader): Promise<SecretName[]> {
  const lines = await linesOfKinds(reader, ["key.enrolled", "answer.sealed", "source.described"]);
  const organisations = new Set<string>();
  const names = lines.flatMap((line): SecretName[] => {
    switch (line.kind) {
      case "key.enrolled":
        return named("analyst", line.opened, line.data.name).filter(({ text }) => !defaultAccounts.has(text.toLowerCase()));
      case "answer.sealed":
        return line.data.from === null ? [] : named("analyst", line.opened, line.data.from.outside.name);
      case "source.described": {
        const { sort, label, identity } = line.data;
        if (sort === "outlet") return [];
        const found = named("source", line.opened, label);
        if (sort === "organisation") for (const { text } of found) organisations.add(text);
        return [...found, ...(typeof identity === "string" ? [] : named("source", line.opened, identity))];
      }
    }
  });
  // Organisations are called by words of every text: theirs count together alone.
  const ofPeople = names.filter(({ text }) => !organisations.has(text));
  return [...names, ...ofPeople.flatMap(({ text, as }) => wordsOfName(text).map((word) => ({ text: word, as, own: true as const })))];
}

function named(as: SecretName["as"], opened: (sealed: Sealed) => Json | undefined, sealed: Sealed): SecretName[] {
  const text = opened(sealed);
  return typeof text === "string" && text.trim() !== "" ? [{ text, as }] : [];
}
