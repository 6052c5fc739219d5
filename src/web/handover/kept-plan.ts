/**
 * The plan of an edition that was not handed over yet, kept in the browser's storage by case, person and edition. No passphrase is in
 * it. It is gone once the edition is sealed, or the person starts anew.
 */
import { z } from "zod";
import { EditionPlan, EditionSort } from "../../core/edition/edition.ts";
import { ElementSheetId } from "../../core/element/element-sheet.ts";
import { FindingId } from "../../core/finding/finding.ts";
import { type DraftStore, keepInBrowser, readFromBrowser } from "../parts/kept-in-browser.ts";
import type { PlanDraft } from "./plan-draft.ts";

const words = z.record(z.string(), z.string());
const KeptPlan = z.strictObject({
  sort: EditionSort,
  title: z.string(),
  findings: z.array(FindingId),
  keyPoints: words,
  elementSheets: z.array(ElementSheetId),
  items: z.record(
    z.string(),
    z.strictObject({ as: EditionPlan.shape.items.element.shape.as, excerpts: z.string(), stills: z.string(), why: z.string() }),
  ),
  gridM: z.number(),
  postingStepS: EditionPlan.shape.postingStepS.unwrap(),
  clearedWords: words,
  tonesApart: words,
  unreadIdentities: z.string(),
});

/** `of`: the edition of which it is the next version, or "new". Another person at this machine never finds it as their own. */
export function keptName(caseId: string, person: string, of: string): string {
  return `witnessmark.plan.${caseId}.${person}.${of}`;
}

export function readPlan(name: string, store: DraftStore = window.localStorage): PlanDraft | undefined {
  return readFromBrowser(name, (kept): PlanDraft | undefined => KeptPlan.safeParse(kept).data, store).kept;
}

/** Undefined to keep none. False where the browser keeps nothing: the screen must say so. */
export function keepPlan(name: string, plan: PlanDraft | undefined, store: DraftStore = window.localStorage): boolean {
  return keepInBrowser(name, plan, store);
}
