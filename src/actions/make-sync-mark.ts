/**
 * Keeps a moment that a person found in several recordings. Each point is checked against its recording: that it is held, that what
 * was looked at is its original, that it has that channel, and that the time lies within it.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { SyncMarkId, SyncMarkPoint, SyncMarkSort } from "../core/sync/sync-mark.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import { createSealing } from "./sealing.ts";
import { demandSyncMark, type SyncClipFacts, type SyncPorts } from "./sync-ports.ts";

export interface WantedSyncMark {
  /** Absent for a new one. */
  readonly mark?: SyncMarkId | undefined;
  readonly sort: SyncMarkSort;
  readonly points: readonly SyncMarkPoint[];
  readonly text: string;
  /** Demanded where one is changed. */
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID naming the point. */
export async function makeSyncMark(ports: SyncPorts, viewer: Viewer, wanted: WantedSyncMark): Promise<{ id: SyncMarkId; seq: number }> {
  demand(viewer, "append");
  const { mark, sort, points, text, reason } = wanted;
  const thing = mark === undefined ? "new sync mark" : `sync mark ${mark}`;
  if (mark !== undefined) demandReason(thing, reason);
  demandSeveral(thing, points);
  const { opens, seal, sealOrNull } = createSealing(ports.writer);
  const data = { sort, points: [...points], text: seal(text.trim()), reason: sealOrNull(mark === undefined ? null : reason.trim()) };
  let id: SyncMarkId = mark ?? "j1";
  const [line] = await ports.writer.append(async (numbers) => {
    const clips = await ports.sync.clips(points.map(({ item }) => item));
    for (const point of points) demandPoint(`${thing}: ${point.item}`, point, clips.get(point.item));
    if (mark === undefined) id = numbers.next("j");
    else await demandSyncMark(ports, mark);
    return [{ kind: "sync-mark.made", data: { mark: id, ...data }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}

/** A moment of one recording joins nothing, and a recording shows a moment once. */
function demandSeveral(thing: string, points: readonly SyncMarkPoint[]): void {
  const items = new Set<ItemId>(points.map(({ item }) => item));
  if (items.size < 2)
    throw new CaseError("INPUT_INVALID", `${thing}: expected at least two different recordings; found ${[...items].join(", ") || "none"}`);
  const seen = new Set<string>();
  for (const { item, channel } of points) {
    if (seen.has(`${item} ${channel}`))
      throw new CaseError("INPUT_INVALID", `${thing}: ${item}: expected one ${channel} point of each recording; found two`);
    seen.add(`${item} ${channel}`);
  }
}

function demandPoint(thing: string, { object, channel, atS, plusMinusS }: SyncMarkPoint, clip: SyncClipFacts | undefined): void {
  if (clip === undefined)
    throw new CaseError("INPUT_INVALID", `${thing}: expected a recording that is held, with sound or moving picture; found none`);
  if (clip.object !== object)
    throw new CaseError("INPUT_INVALID", `${thing}: expected the original of that item, ${clip.object}; found ${object}`);
  if (channel === "sound" ? !clip.hasSound : !clip.hasPicture)
    throw new CaseError("INPUT_INVALID", `${thing}: expected a recording with ${channel}; found one without`);
  if (!(Number(plusMinusS) > 0))
    throw new CaseError("INPUT_INVALID", `${thing}: expected an error of more than 0 s: nothing is marked exactly; found ${plusMinusS}`);
  const at = Number(atS);
  if (clip.span !== undefined && (at < clip.span.startS || at > clip.span.endS))
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected a time within the recording, ${clip.span.startS} to ${clip.span.endS} s on its own clock; found ${atS}`,
    );
}
