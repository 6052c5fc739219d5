/** Which of these items may not be published under the conditions that bind them, and why. */
import { mayUse } from "../core/conditions/may-use.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemBindings } from "./item-bindings.ts";

/** Unknown conditions let nothing out. */
export async function refusedToPublish(
  reader: CaseReader,
  viewer: Viewer,
  items: readonly ItemId[],
): Promise<{ item: ItemId; why: string }[]> {
  demand(viewer, "read");
  const numbers = new Map(items.map((item) => [item, Number(item.slice(1))]));
  const bindings = await itemBindings(reader, [...numbers.values()]);
  const at = new Date().toISOString();
  return [...numbers].flatMap(([item, number]) => {
    const use = mayUse(bindings.get(number) ?? [], "publish", at);
    return use.allowed ? [] : [{ item, why: use.why }];
  });
}
