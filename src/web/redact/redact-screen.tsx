/** The redaction layer of one item. */
import type { ItemId } from "../../core/item/item.ts";
import { t } from "../words/t.ts";

export function RedactScreen({ itemId }: { readonly itemId: ItemId }) {
  return (
    <h1 className="page-message" data-record={itemId}>
      {t("redact.title")}
    </h1>
  );
}
