/** Which of the records on the map may not be published under the conditions that bind them, so that an export says so first. */
import { mayUse } from "../core/conditions/may-use.ts";
import type { ItemId } from "../core/item/item.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { caseMap } from "./case-map.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemBindings } from "./item-bindings.ts";
import { itemId } from "./item-row.ts";

/** Items alone: conditions bind nothing else. Unknown conditions let nothing out. */
export async function notPublishable(reader: CaseReader, viewer: Viewer): Promise<ItemId[]> {
  demand(viewer, "read");
  const { features } = await caseMap(reader, viewer);
  const numbers = [...new Set(features.flatMap(({ record }) => (record.startsWith("i") ? [Number(record.slice(1))] : [])))];
  const at = new Date().toISOString();
  const bindings = await itemBindings(reader, numbers);
  return numbers.filter((number) => !mayUse(bindings.get(number) ?? [], "publish", at).allowed).map((number) => itemId(number));
}
