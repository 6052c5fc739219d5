/**
 * What was typed into a finding and not written as a version yet, kept in the browser's storage so that a reload or a closed tab loses
 * nothing: by case, person and finding, in clear text. It is gone once it is written or given up. What is found there is checked like
 * anything foreign.
 */
import { z } from "zod";
import { FindingDocument } from "../../core/finding/finding.ts";
import { type DraftStore, keepInBrowser, readFromBrowser } from "../parts/kept-in-browser.ts";
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

/** `of`: the finding, or the question of a new one. Another person at this machine never finds it as their own. */
export function keptName(caseId: string, person: string, of: string): string {
  return `witnessmark.finding.${caseId}.${person}.${of}`;
}

export function readKept(name: string, store: DraftStore = window.localStorage): KeptFinding | undefined {
  return readFromBrowser(name, (kept) => Kept.safeParse(kept).data, store).kept;
}

/** False where the browser keeps nothing: the screen must say so. */
export function keepFinding(name: string, kept: KeptFinding, store: DraftStore = window.localStorage): boolean {
  return keepInBrowser(name, kept, store);
}

export function dropKept(name: string, store: DraftStore = window.localStorage): void {
  store.removeItem(name);
}
