/**
 * Records, signed, what regions that a detector found are, and why a public edition may show them: "a poster", "nobody". Named regions
 * of a named run, never a place: what comes to lie there is asked about anew. A person who is protected stays so.
 */
import { CaseError } from "../core/case/case-error.ts";
import { mostLeft } from "../core/detector/detection.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { DetectionPorts } from "./detection-ports.ts";
import { demandReason } from "./event-ports.ts";
import { demandShown } from "./redaction-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedLeaving {
  readonly item: ItemId;
  /** Line of the run. */
  readonly run: number;
  /** Places in its list. */
  readonly regions: readonly number[];
  readonly what: string;
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID, ITEM_UNKNOWN. */
export async function leaveRegion(
  ports: DetectionPorts,
  viewer: Viewer,
  { item, run, regions, what, reason }: WantedLeaving,
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const thing = `regions of ${item} that stay as they are`;
  demandReason(thing, reason);
  if (what.trim() === "") throw new CaseError("INPUT_INVALID", `${thing}: expected what they are, in words; found none`);
  const { object } = await demandShown(ports, item);
  const found = await ports.detections.run(item, run);
  if (found === undefined)
    throw new CaseError("INPUT_INVALID", `${thing}: expected the line of a run on ${item}; found ${run}, which is none`);
  if (found.object !== object || found.regions === null)
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected a run on the item as it is now, which can be read; found another one. Look anew.`,
    );
  const places = [...new Set(regions)].toSorted((a, b) => a - b);
  const { regions: count } = found;
  const outside = places.find((place) => place >= count);
  if (places.length === 0 || places.length > mostLeft || outside !== undefined)
    throw new CaseError(
      "INPUT_INVALID",
      `${thing}: expected 1 to ${mostLeft} of the ${count} regions of the run; found ${outside === undefined ? places.length : `place ${outside}`}`,
    );
  const { seal, opens } = createSealing(ports.writer);
  const words = { what: seal(what.trim()), reason: seal(reason.trim()) };
  const [line] = await ports.writer.append(async () => [{ kind: "region.left", data: { item, run, regions: places, ...words }, opens }]);
  return { seq: line?.head.seq ?? 0 };
}
