/** What a row of the desk says of an item that is known by its link. One query for any number of rows. */
import type { CaseReader } from "./case-reader.ts";

export interface LinkOfRow {
  riskOfRemoval: "low" | "high" | "unknown";
  captured: boolean;
  /** Gone between two looks; absent while the last telling look found it there. */
  gone?: { after: string; by: string };
}

export async function linksOfRows(reader: CaseReader, numbers: readonly number[]): Promise<Map<number, LinkOfRow>> {
  if (numbers.length === 0) return new Map();
  const rows = await reader.views.db
    .selectFrom("link")
    .select(["item", "risk", "captured", "gone_after", "gone_by"])
    .where("item", "in", numbers)
    .execute();
  return new Map(
    rows.map(({ item, risk, captured, gone_after, gone_by }) => [
      item,
      {
        riskOfRemoval: risk,
        captured: captured === 1,
        ...(gone_by === null ? {} : { gone: { after: gone_after ?? "unknown", by: gone_by } }),
      },
    ]),
  );
}
