/**
 * Writes the plan of recordings on their clocks out for other programs. It is worked out here, from what the case holds; the case is
 * not changed by it. Where an item may not be published, it goes out only once a person has said that they know.
 */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { SyncAnswer } from "../reason/sync/sync-answer.ts";
import type { SyncProblem } from "../reason/sync/sync-problem.ts";
import { type SyncPlanFormat, writeSyncPlan } from "./write-sync-plan.ts";

export interface SyncExportWanted {
  readonly format: SyncPlanFormat;
  /** Undefined: all that were measured or marked. */
  readonly items: readonly ItemId[] | undefined;
  /** A person was told of the conditions and goes on. */
  readonly confirmed: boolean;
}

export interface SyncExportPorts {
  readonly caseId: string;
  readonly title: string;
  readonly program: string;
  readonly head: () => string;
  readonly plan: (items: readonly ItemId[] | undefined) => Promise<PlanToExport>;
  /** Of these items, those that may not be published. */
  readonly refused: (items: readonly ItemId[]) => Promise<readonly { readonly item: ItemId; readonly why: string }[]>;
}

export interface PlanToExport {
  /** Null where there is nothing to put on a clock. */
  readonly problem: SyncProblem | null;
  readonly answer: SyncAnswer | null;
  readonly clips: readonly { readonly item: ItemId; readonly sameGroupAs: ItemId | null; readonly sameBy: string | null }[];
  readonly leftOut: readonly { readonly what: string; readonly of: string; readonly why: string }[];
}

/** Throws CaseError INPUT_INVALID when there is nothing to write, or when conditions refuse and nobody confirmed. */
export async function exportSyncPlan(
  { caseId, title, program, head, plan, refused }: SyncExportPorts,
  viewer: Viewer,
  { format, items, confirmed }: SyncExportWanted,
): Promise<{ bytes: Uint8Array; count: number }> {
  demand(viewer, "read");
  const { problem, answer, clips, leftOut } = await plan(items);
  if (problem === null || answer === null)
    throw new CaseError("INPUT_INVALID", "export of the plan: expected recordings that were measured or marked; found none");
  const against = await refused(clips.map(({ item }) => item));
  if (against.length > 0 && !confirmed)
    throw new CaseError(
      "INPUT_INVALID",
      `export of the plan: expected a confirmation, since items may not be published; found none for ${against.map(({ item }) => item).join(", ")}`,
    );
  const same = clips.flatMap(({ item, sameGroupAs, sameBy }) => (sameGroupAs === null ? [] : [{ item, as: sameGroupAs, by: sameBy }]));
  const text = writeSyncPlan(format, problem, answer, {
    title,
    writtenBy: program,
    sameRecordings: same,
    notToBePublished: against,
    metadata: {
      ...{ case: caseId, head: head() },
      // Another upload is not another angle.
      sameRecordings: same,
      leftOut: leftOut.map(({ what, of, why }) => ({ what, of, why })),
      notToBePublished: against.map(({ item, why }) => ({ item, why })),
    },
  });
  return { bytes: encodeUtf8(text), count: clips.length };
}
