/** The item bench. */
import type { ItemId } from "../../core/item/item.ts";
import { useShieldSubject } from "../shield/shield.tsx";
import { t } from "../words/t.ts";

export function ItemBench({ itemId }: { itemId: ItemId; startFrame: number | undefined }) {
  useShieldSubject(itemId);
  return <h1>{t("bench.title", { number: itemId.slice(1) })}</h1>;
}
