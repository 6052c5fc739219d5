/**
 * Corrects what was counted in an item: moves shots, makes two of one or one of two, in one append, so that no list ever shows half of
 * it. What it was counted by and in which words is taken from the shot that it is like, where nothing else is said. Undoing one is
 * another correction: nothing that was said is lost.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { EntryDraft } from "../core/entry/entry.ts";
import type { ItemId } from "../core/item/item.ts";
import type { ShotChannel, ShotId } from "../core/subject/shot.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandStanding } from "./claim-ports.ts";
import { readyShot, type WantedShot } from "./count-shot.ts";
import { demandItems } from "./demand-items.ts";
import { demandReason } from "./event-ports.ts";
import { demandNoNames, type SubjectPorts } from "./subject-ports.ts";

export interface CorrectedShot {
  /** Absent for one that is counted beside what stood. */
  readonly shot?: ShotId | undefined;
  /** What is not said here is as this one says it, also where it was taken back. */
  readonly like: ShotId;
  readonly atS: number;
  readonly plusMinusS: number;
  readonly channel?: ShotChannel | undefined;
  readonly basis?: WantedShot["basis"] | undefined;
  readonly words?: string | undefined;
}

export interface ShotCorrection {
  readonly item: ItemId;
  readonly counted: readonly CorrectedShot[];
  readonly withdrawn: readonly ShotId[];
  readonly reason: string;
}

/** Ids of what was counted, in its order. Throws CaseError INPUT_INVALID, ITEM_UNKNOWN. */
export async function correctShots(
  ports: SubjectPorts,
  viewer: Viewer,
  { item, counted, withdrawn, reason }: ShotCorrection,
): Promise<{ ids: ShotId[]; seq: number }> {
  demand(viewer, "append");
  const thing = `shots of ${item}`;
  demandReason(thing, reason);
  demandNoNames(thing, item, [reason]);
  const named = [...counted.flatMap(({ shot }) => shot ?? []), ...withdrawn];
  const twice = named.find((one, at) => named.indexOf(one) !== at);
  if (twice !== undefined) throw new CaseError("INPUT_INVALID", `${thing}: expected each shot once; found ${twice} twice`);
  if (counted.length + withdrawn.length === 0) throw new CaseError("INPUT_INVALID", `${thing}: expected a correction; found none`);
  const ready = await Promise.all(counted.map(async (one) => readyShot(ports, await wantedOf(ports, item, one, reason))));
  const ids: ShotId[] = [];
  const lines = await ports.writer.append(async (numbers) => {
    await demandItems(ports, [item]);
    const drafts: EntryDraft[] = [];
    for (const draftOf of ready) {
      const draft = await draftOf(numbers);
      ids.push(draft.data.shot);
      drafts.push(draft);
    }
    for (const shot of withdrawn) {
      const before = await ports.subjects.shot(shot);
      demandStanding(`shot ${shot}`, before.state);
      if (before.item !== item) throw new CaseError("INPUT_INVALID", `shot ${shot}: expected one of ${item}; found one of ${before.item}`);
      const words = ports.writer.seal(reason.trim());
      drafts.push({ kind: "shot.withdrawn", data: { shot, reason: words.sealed }, opens: [words.opened] });
    }
    return drafts;
  });
  return { ids, seq: lines.at(-1)?.head.seq ?? 0 };
}

async function wantedOf(
  { subjects }: SubjectPorts,
  item: ItemId,
  { shot, like, atS, plusMinusS, channel, basis, words }: CorrectedShot,
  reason: string,
): Promise<WantedShot> {
  const { said, item: of } = await subjects.shot(like);
  if (said === undefined || of !== item)
    throw new CaseError("INPUT_INVALID", `shot ${like}: expected one of ${item}; found ${of === undefined ? "none" : `one of ${of}`}`);
  const why = words ?? said.words;
  if (why === null)
    throw new CaseError("INPUT_INVALID", `shot ${like}: expected why it is called a shot; its words are withheld in this copy`);
  return {
    ...{ shot, item, atS, plusMinusS, reason, words: why },
    channel: channel ?? said.channel,
    basis: basis ?? { by: "as-counted", basis: said.basis },
  };
}
