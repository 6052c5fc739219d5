/** Lines that brought items which a court edition does not hand over: their bytes and names stay behind, and the pack says so line by line. */
import type { EditionPlan } from "../../core/edition/edition.ts";
import type { CaseReader } from "../case-reader.ts";

const reasons = {
  "left-out": "left out of this edition",
  described: "described in this edition and not handed over",
  redacted: "handed over redacted",
} as const;

export async function linesLeftOut({ views: { db } }: CaseReader, plan: EditionPlan): Promise<Map<number, string>> {
  const asked = new Map(plan.items.map(({ item, as }) => [Number(item.slice(1)), as]));
  const rows = await db.selectFrom("item").select(["number", "seq"]).where("object", "is not", null).execute();
  const lines = rows.flatMap(({ number, seq }): [number, string][] => {
    const as = asked.get(number);
    return as === "full" ? [] : [[seq, as === undefined ? "not part of this edition" : reasons[as]]];
  });
  return new Map(lines);
}
