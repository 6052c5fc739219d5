/** Routes of imagery: items that are pictures of the ground from above. */
import { z } from "zod";
import { type DescribeImageryRequest, ImageryAnswer } from "../../api/imagery.ts";
import type { ItemId } from "../../core/item/item.ts";
import { ask } from "./ask.ts";

const Appended = z.looseObject({ seq: z.number().int() });

export const imageryApi = {
  list: (signal?: AbortSignal) => ask(ImageryAnswer, "/api/imagery", { signal }),
  describe: (item: ItemId, body: DescribeImageryRequest) => ask(Appended, `/api/items/${item}/imagery`, { method: "POST", body }),
  withdraw: (item: ItemId, reason: string) => ask(Appended, `/api/items/${item}/imagery/withdraw`, { method: "POST", body: { reason } }),
} as const;
