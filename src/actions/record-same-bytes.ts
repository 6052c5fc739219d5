/** An item with the same bytes as one already analysed gets the same answer, named as such, without running anything. */
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { LedgerReader } from "../core/ledger/ledger.port.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";

/** `seq` names the line that records the answer. */
export async function recordSameBytes(
  ports: { writer: CaseWriter; ledger: LedgerReader },
  viewer: Viewer,
  item: ItemId,
  seq: number,
): Promise<void> {
  demand(viewer, "append");
  for await (const { body } of ports.ledger.read(seq)) {
    if (body?.kind !== "analysis.recorded") break;
    const { ground, outcome } = body.data;
    await ports.writer.append(() => [{ kind: "analysis.recorded", data: { item, ground, outcome } }]);
    return;
  }
  throw new CaseError("INPUT_INVALID", `line ${seq}: expected a recorded analysis; found another kind, or a withheld line`);
}
