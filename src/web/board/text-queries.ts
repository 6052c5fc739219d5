/** Texts of the case and the text of one item, remembered under the records: a line of the ledger may change by which day it is read. */
import { useQuery } from "@tanstack/react-query";
import type { ClaimTextRow, ItemTextAnswer } from "../../api/claim-texts.ts";
import type { ItemId } from "../../core/item/item.ts";
import { claimTextApi } from "../api-client/claim-text-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";

/** A list that long is looked through by its filter. */
const mostTexts = 2000;

export type ReadableText = Extract<ItemTextAnswer, { state: "text" }>;

export function useReadableTexts() {
  return useQuery({
    queryKey: [...queryKeys.records, "claim-texts"],
    async queryFn({ signal }) {
      const texts: ClaimTextRow[] = [];
      for (let offset = 0; offset < mostTexts;) {
        const page = await claimTextApi.texts(offset, signal);
        texts.push(...page.texts);
        offset += 200;
        if (offset >= page.total) break;
      }
      return texts;
    },
  });
}

export function useItemText(item: ItemId, from: number) {
  return useQuery({
    queryKey: [...queryKeys.records, "item-text", item, from],
    queryFn: ({ signal }) => claimTextApi.text(item, from, signal),
    // An answer that says the same keeps the same value, so that the text is not read for claims again.
    structuralSharing: true,
  });
}
