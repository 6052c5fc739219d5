/** The finding being written: what the case has, or what was typed before and kept, and every change kept at once. */
import { useEffect, useState } from "react";
import { dropKept, keepFinding, readKept } from "./kept-finding.ts";
import type { FindingDraft } from "./finding-draft.ts";

export interface FindingDrafting {
  readonly draft: FindingDraft;
  /** The version that it is written from; 0 for a new one. */
  readonly base: number;
  /** Something is typed that is not written. */
  readonly changed: boolean;
  /** It was found in this browser, from before. */
  readonly restored: boolean;
  /** The browser keeps nothing: a reload would lose it. */
  readonly unkept: boolean;
  /** The same is written in another tab of this browser: what is typed here takes the place of what was typed there. */
  readonly elsewhere: boolean;
  change(change: Partial<FindingDraft>): void;
  /** Somebody wrote that version meanwhile: what is typed stays, and is written as the one after it. */
  goOnFrom(version: number): void;
  /** Written, or given up: nothing is kept any more. */
  drop(): void;
}

export function useFindingDraft(name: string, base: number, start: FindingDraft): FindingDrafting {
  const [kept] = useState(() => readKept(name));
  const [draft, setDraft] = useState(kept?.draft ?? start);
  const [changed, setChanged] = useState(kept !== undefined);
  const [unkept, setUnkept] = useState(false);
  const [from, setFrom] = useState(kept?.base ?? base);
  const [elsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    // Heard from other tabs alone.
    const written = ({ key, newValue }: StorageEvent): void => {
      if (key === name) setElsewhere(newValue !== null);
    };
    window.addEventListener("storage", written);
    return () => window.removeEventListener("storage", written);
  }, [name]);
  return {
    ...{ draft, changed, unkept, elsewhere, base: from, restored: kept !== undefined },
    change(change) {
      const next = { ...draft, ...change };
      setDraft(next);
      setChanged(true);
      setUnkept(!keepFinding(name, { base: from, draft: next, at: new Date().toISOString() }));
    },
    goOnFrom(version) {
      setFrom(version);
      setChanged(true);
      setUnkept(!keepFinding(name, { base: version, draft, at: new Date().toISOString() }));
    },
    drop: () => dropKept(name),
  };
}
