/** Seals words for the lines of one append, and gathers what opens them. */
import type { OpenedValue, Sealed } from "../core/entry/entry.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface Sealing {
  readonly opens: readonly OpenedValue[];
  seal(value: Json): Sealed;
  /** Words that may be left out. */
  sealOrNull(words: string | null): Sealed | null;
  /** Words that may be unknown, which is said outright and needs no seal. */
  sealOrUnknown(words: string): Sealed | "unknown";
}

export function createSealing(writer: Pick<CaseWriter, "seal">): Sealing {
  const opens: OpenedValue[] = [];
  const seal = (value: Json): Sealed => {
    const { sealed, opened } = writer.seal(value);
    opens.push(opened);
    return sealed;
  };
  return {
    opens,
    seal,
    sealOrNull: (words) => (words === null ? null : seal(words)),
    sealOrUnknown: (words) => (words === "unknown" ? words : seal(words)),
  };
}
