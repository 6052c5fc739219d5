/** Takes back that an item is imagery, with the reason. */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { ImageryPorts } from "./describe-imagery.ts";
import { demandReason } from "./event-ports.ts";

/** Throws CaseError INPUT_INVALID when the item does not stand as imagery. */
export async function withdrawImagery(
  ports: ImageryPorts,
  viewer: Viewer,
  { item, reason }: { item: ItemId; reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`imagery ${item}`, reason);
  const words = ports.writer.seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    if (!(await ports.imagery.item(item)).isImagery)
      throw new CaseError("INPUT_INVALID", `imagery ${item}: expected an item that was described as imagery; found another`);
    return [{ kind: "imagery.withdrawn", data: { item, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
