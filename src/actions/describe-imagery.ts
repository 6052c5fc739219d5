/** Says that an item is a picture of the ground from above: whose, of when, under which terms, and where it lies. Saying it again changes it, with the reason. */
import type { OpenedValue } from "../core/entry/entry.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { Json } from "../core/json/canonical-json.ts";
import type { ImageryPlacement } from "../core/map-layer/imagery.ts";
import { faultOfTime } from "../core/place/check-claims.ts";
import type { TimeClaim } from "../core/time/time-claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandItems } from "./demand-items.ts";
import { demandReason, type EventPorts, refuseFault } from "./event-ports.ts";

export interface ImageryPorts extends EventPorts {
  /** Whether an item stands as imagery, and what it is else. */
  readonly imagery: { item(id: ItemId): Promise<{ readonly isPicture: boolean; readonly isImagery: boolean }> };
}

export interface ImageryWanted {
  readonly item: ItemId;
  /** Empty while nobody knows. */
  readonly provider: string;
  readonly licence: string;
  readonly taken: TimeClaim | "unknown";
  readonly placement: ImageryPlacement | null;
  /** Demanded where it was described before. */
  readonly reason: string;
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function describeImagery(ports: ImageryPorts, viewer: Viewer, wanted: ImageryWanted): Promise<{ seq: number }> {
  demand(viewer, "append");
  const { item, taken, placement } = wanted;
  const thing = `imagery ${item}`;
  await demandItems(ports, [item]);
  if (taken !== "unknown") refuseFault(thing, faultOfTime(taken));
  const opens: OpenedValue[] = [];
  const seal = (value: Json) => {
    const { sealed, opened } = ports.writer.seal(value);
    opens.push(opened);
    return sealed;
  };
  const data = {
    item,
    provider: seal(wanted.provider.trim()),
    licence: seal(wanted.licence.trim()),
    taken: taken === "unknown" ? ("unknown" as const) : seal(taken as Json),
    placement: placement === null ? null : seal(placement as unknown as Json),
    reason: wanted.reason.trim() === "" ? null : seal(wanted.reason.trim()),
  };
  const [line] = await ports.writer.append(async () => {
    const { isPicture, isImagery } = await ports.imagery.item(item);
    if (!isPicture) throw new CaseError("INPUT_INVALID", `${thing}: expected a picture; found an item of another kind`);
    if (isImagery) demandReason(thing, wanted.reason);
    return [{ kind: "imagery.described", data, opens }];
  });
  return { seq: line?.head.seq ?? 0 };
}
