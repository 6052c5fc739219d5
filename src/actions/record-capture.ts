/** Records how what a link leads to was kept, by whatever way: by hand, or by a program of the person's own. */
import { CaseError } from "../core/case/case-error.ts";
import type { EntryDraft } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { ItemId } from "../core/item/item.ts";
import type { AccountUsed, CaptureMinimum, CaptureOutcome, ClockOffset, NetworkRoute } from "../core/link/capture.ts";
import type { UtcInstant } from "../core/time/time-claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandItems, type KnowsItems } from "./demand-items.ts";
import { demandLinks, type KnowsLinks } from "./demand-links.ts";
import { createSealing } from "./sealing.ts";

export interface RecordCapturePorts extends KnowsItems, KnowsLinks {
  readonly writer: CaseWriter;
}

export interface Capture {
  readonly item: ItemId;
  readonly items: readonly ItemId[];
  readonly outcome: CaptureOutcome;
  readonly did: string;
  readonly startedAt: UtcInstant;
  readonly endedAt: UtcInstant;
  /** Absent by hand. */
  readonly run?: {
    readonly program: { readonly name: string; readonly version: string };
    readonly arguments: readonly string[];
    readonly exitCode: number | "killed";
    readonly log: Digest;
  };
  readonly clockCheck: (ClockOffset & { readonly reference: string }) | "not-done";
  readonly account: AccountUsed | "unknown";
  readonly network: NetworkRoute;
  readonly minimum: CaptureMinimum;
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function recordCapture(ports: RecordCapturePorts, viewer: Viewer, capture: Capture): Promise<{ seq: number }> {
  demand(viewer, "append");
  const { item, items, startedAt, endedAt, clockCheck, minimum } = capture;
  await demandLinks(ports, [item]);
  const picture = clockCheck === "not-done" || clockCheck.picture === null ? [] : [clockCheck.picture];
  const parts = Object.values(minimum).flatMap((held) => (typeof held === "string" ? [] : held));
  await demandItems(ports, [...items, ...picture, ...parts]);
  if (Date.parse(startedAt) > Date.parse(endedAt)) {
    throw new CaseError("INPUT_INVALID", "capture: expected a start before its end; found them the other way round");
  }
  const stray = parts.find((part) => !items.includes(part));
  if (stray !== undefined)
    throw new CaseError("INPUT_INVALID", `capture: expected each part among the items that were kept; found ${stray}`);
  const [line] = await ports.writer.append(() => [captureDraft(ports.writer, capture)]);
  return { seq: line?.head.seq ?? 0 };
}

function captureDraft(writer: CaseWriter, { did, run, clockCheck, account, items, ...plain }: Capture): EntryDraft {
  const { opens, seal } = createSealing(writer);
  const data = {
    ...plain,
    items: [...items],
    how: run === undefined ? ("by-hand" as const) : ("own-program" as const),
    did: did.trim() === "" ? null : seal(did.trim()),
    program: run === undefined ? null : { ...run.program },
    arguments: run === undefined ? null : seal([...run.arguments]),
    exitCode: run === undefined ? ("none" as const) : run.exitCode,
    log: run?.log ?? null,
    clockCheck: clockCheck === "not-done" ? clockCheck : { ...clockCheck, reference: seal(clockCheck.reference) },
    account: account === "unknown" ? account : seal({ ...account }),
  };
  return { kind: "capture.recorded", data, opens };
}
