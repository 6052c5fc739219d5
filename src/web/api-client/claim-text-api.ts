/** Routes of texts that claims are read from. */
import { ClaimTextsAnswer, ItemTextAnswer } from "../../api/claim-texts.ts";
import type { ItemId } from "../../core/item/item.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";

export const claimTextApi = {
  texts: (offset: number, signal?: AbortSignal) =>
    ask(ClaimTextsAnswer, `/api/claim-texts${queryString({ offset, limit: 200 })}`, { signal }),
  text: (item: ItemId, from: number, signal?: AbortSignal) =>
    ask(ItemTextAnswer, `/api/items/${item}/text${queryString({ from })}`, { signal }),
} as const;
