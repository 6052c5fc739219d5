/** Every row of a list, for "select all": page after page, the largest pages the server gives. */
import type { z } from "zod";
import type { ItemRow } from "../../api/items.ts";
import { api } from "../api-client/api.ts";

type Row = z.infer<typeof ItemRow>;

const largestPage = 500;

export async function fetchAllRows(asked: Readonly<Record<string, string>>, from = 0, to = Infinity): Promise<Row[]> {
  const rows: Row[] = [];
  for (let offset = from; offset < to; offset += largestPage) {
    const { items, total } = await api.items({ ...asked, offset, limit: Math.min(largestPage, to - offset) });
    rows.push(...items);
    if (offset + largestPage >= total) break;
  }
  return rows;
}
