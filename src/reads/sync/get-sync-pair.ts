/** One measured pair with what it rests on, and all that people decided of it. */
import { CaseError } from "../../core/case/case-error.ts";
import type { ItemId } from "../../core/item/item.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { pairRow } from "./pair-row.ts";
import { syncCase } from "./sync-case.ts";
import type { SyncPairDetail } from "./sync-rows.ts";

/** Throws CaseError INPUT_INVALID when the two were not measured, or one is not held any more. */
export async function getSyncPair(reader: CaseReader, viewer: Viewer, of: { a: ItemId; b: ItemId }): Promise<SyncPairDetail> {
  demand(viewer, "read");
  const [a, b] = [of.a, of.b].toSorted((one, other) => Number(one.slice(1)) - Number(other.slice(1)));
  const pair = (await syncCase(reader)).pairs.find((one) => one.a === a && one.b === b);
  if (pair === undefined)
    throw new CaseError("INPUT_INVALID", `${of.a} and ${of.b}: expected two recordings that were measured against each other; found none`);
  const { measurement, run, judgements } = pair;
  return {
    pair: pairRow(pair),
    measurement,
    ...{ measurer: run.measurer, decoder: run.decoder, at: run.at },
    judgements: [...judgements],
  };
}
