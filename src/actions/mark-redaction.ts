/** Marks something that a public edition does not show, or changes what a mark covers. The mark itself is an object; its line names it. */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import type { ItemId } from "../core/item/item.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import { faultOfMark, faultOfSpan } from "../core/redaction/check-mark.ts";
import type { RedactionId, RedactionMark } from "../core/redaction/redaction.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason, refuseFault } from "./event-ports.ts";
import { once } from "./once.ts";
import { demandLabel, demandRedaction, demandShown, type RedactionPorts, refuseOther } from "./redaction-ports.ts";
import { createSealing } from "./sealing.ts";

export interface WantedMark {
  /** Absent for a new one. */
  readonly redaction?: RedactionId | undefined;
  readonly item: ItemId;
  readonly mark: RedactionMark;
  /** Demanded where one is changed. */
  readonly reason: string;
}

/** Throws CaseError INPUT_INVALID naming the key, ITEM_UNKNOWN. */
export async function markRedaction(
  ports: RedactionPorts,
  viewer: Viewer,
  { redaction, item, mark, reason }: WantedMark,
): Promise<{ id: RedactionId; seq: number }> {
  demand(viewer, "append");
  const thing = redaction === undefined ? `new mark on ${item}` : `mark ${redaction}`;
  if (redaction !== undefined) demandReason(thing, reason);
  const { object, kind } = await demandShown(ports, item);
  const shots = await ports.redactions.shots(item);
  const [first, last] = [shots[0], shots.at(-1)];
  // Where its length is not known, nothing can be said of that.
  const outside = first === undefined || last === undefined ? undefined : faultOfSpan(mark, { fromS: first.fromS, toS: last.toS });
  refuseFault(thing, faultOfMark(mark, kind) ?? outside);
  const staged = await ports.vault.stage(once(encodeUtf8(`${canonicalJson(mark as unknown as Json)}\n`)));
  await ports.vault.commit([staged]);
  const { sealOrNull, opens } = createSealing(ports.writer);
  const data = {
    ...{ item, object, mark: staged.digest, cause: mark.reason, subject: mark.subject },
    reason: sealOrNull(reason.trim() === "" ? null : reason.trim()),
  };
  let id: RedactionId = redaction ?? "rm1";
  const [line] = await ports.writer.append(async (numbers) => {
    if (redaction === undefined) id = numbers.next("rm");
    else {
      const held = await demandRedaction(ports, redaction);
      refuseOther(thing, held, { item, words: false });
    }
    await demandLabel(ports, thing, mark.subject);
    return [{ kind: "redaction.marked", data: { redaction: id, ...data }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}
