/**
 * What was typed into a finding and not written as a version yet, kept in the browser's storage so that a reload or a closed tab loses
 * nothing: by case, person and finding, in clear text. It is gone once it is written or given up. What is found there is checked like
 * anything foreign.
 */
import { z } from "zod";
import { FindingDocument } from "../../core/finding/finding.ts";
import type { FindingDraft } from "./finding-draft.ts";

const AnswerDraft = z.strictObject({
  sort: z.enum(["place", "time", "choice", "words", "cannot-tell"]),
  ...{ coordinates: z.string(), radius: z.string(), from: z.string(), to: z.string(), zone: z.string(), choice: z.string() },
  ...{ words: z.string(), why: z.string() },
});

const Kept = z.strictObject({
  /** Version that it is written from; 0 where there is none. */
  base: z.number().int().min(0),
  draft: FindingDocument.extend({ answer: AnswerDraft }),
  at: z.string(),
});
export type KeptFinding = { readonly base: number; readonly draft: FindingDraft; readonly at: string };

export type DraftStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const aside = ".aside";

/** `of`: the finding, or the question of a new one. Another person at this machine never finds it as their own. */
export function keptName(caseId: string, person: string, of: string): string {
  return `witnessmark.finding.${caseId}.${person}.${of}`;
}

/** What cannot be brought back is set aside under another name, never written over unread. */
export function readKept(name: string, store: DraftStore = window.localStorage): KeptFinding | undefined {
  const kept = store.getItem(name);
  if (kept === null) return undefined;
  const read = Kept.safeParse(parsed(kept)).data;
  if (read !== undefined) return read;
  store.removeItem(name);
  store.setItem(name + aside, kept);
  return undefined;
}

function parsed(kept: string): unknown {
  try {
    return JSON.parse(kept) as unknown;
  } catch {
    return undefined;
  }
}

/** False where the browser's storage is full or closed: the screen must say that nothing is kept. */
export function keepFinding(name: string, kept: KeptFinding, store: DraftStore = window.localStorage): boolean {
  try {
    store.setItem(name, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function dropKept(name: string, store: DraftStore = window.localStorage): void {
  store.removeItem(name);
}
