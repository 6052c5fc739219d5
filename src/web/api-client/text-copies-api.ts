/** Routes of posts that say nearly the same. Until all of them are compared, an answer only says how far that is. */
import { ItemTextCopies, type PostRef, TextCopiesAnswer, TextGroupAnswer } from "../../api/text-copies.ts";
import type { ItemId } from "../../core/item/item.ts";
import { queryString } from "./api.ts";
import { ask } from "./ask.ts";

export const textCopiesApi = {
  groups: (offset: number, signal?: AbortSignal) =>
    ask(TextCopiesAnswer, `/api/text-copies${queryString({ offset, limit: textPage })}`, { signal }),
  group: ({ item, at }: PostRef, offset: number, signal?: AbortSignal) =>
    ask(TextGroupAnswer, `/api/text-copies/groups/${item}/${at}${queryString({ offset, limit: textPage })}`, { signal }),
  ofItem: (id: ItemId, signal?: AbortSignal) => ask(ItemTextCopies, `/api/items/${id}/text-copies`, { signal }),
} as const;

/** Groups, or posts of one, asked for at once. */
export const textPage = 50;
