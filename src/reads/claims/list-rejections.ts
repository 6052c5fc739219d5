/** Rejected proposals that stand, so that they are not put forward again. */
import type { Aspect } from "../../core/claim/claim.ts";
import { type ClaimText, TextPart } from "../../core/claim/claim-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import { peopleNames } from "../people-names.ts";

export interface RejectionRow {
  text: ClaimText;
  aspect: Aspect;
  span: TextSpan;
  valueSpan: TextSpan;
  reason: string | null;
  at: string;
  by: string;
  byName: string;
  seq: number;
}

export async function listRejections(
  reader: CaseReader,
  viewer: Viewer,
  { item }: { item?: ItemId | undefined } = {},
): Promise<RejectionRow[]> {
  demand(viewer, "read");
  let query = reader.views.db.selectFrom("claim_rejection").selectAll().where("restored", "is", null).orderBy("seq");
  if (item !== undefined) query = query.where("item", "=", Number(item.slice(1)));
  const nameOf = await peopleNames(reader);
  return (await query.execute()).map((row) => ({
    text: { item: itemId(row.item), part: TextPart.parse(JSON.parse(row.part_json)), reading: row.reading as Digest | null },
    aspect: row.aspect,
    span: { start: row.span_start, end: row.span_end },
    valueSpan: { start: row.value_start, end: row.value_end },
    reason: row.has_reason === 0 ? null : (row.reason ?? "withheld"),
    ...{ at: row.at, by: row.by, byName: nameOf(row.by), seq: row.seq },
  }));
}
