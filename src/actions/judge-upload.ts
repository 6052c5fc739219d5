/**
 * What a person decides of a stated time of posting: evidence that this was out then, or none. A rejection is the one way besides
 * that of a match by which an earliest known upload moves later; the line lists what rests on it.
 */
import { uploadKey, type UploadSource, type UploadVerdict } from "../core/copies/upload.ts";
import type { ItemId } from "../core/item/item.ts";
import type { Json } from "../core/json/canonical-json.ts";
import { faultOfTime } from "../core/place/check-claims.ts";
import type { TimeClaim } from "../core/time/time-claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { keyOf, type Upload } from "../reason/copies/earliest-upload.ts";
import { type CopyPorts, reopensOf } from "./copy-ports.ts";
import { demandItems } from "./demand-items.ts";
import { demandReason, refuseFault } from "./event-ports.ts";

export interface NewUploadJudgement {
  readonly item: ItemId;
  readonly by: UploadSource;
  readonly claim: TimeClaim;
  readonly verdict: UploadVerdict;
  readonly reason: string;
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function judgeUpload(ports: CopyPorts, viewer: Viewer, judgement: NewUploadJudgement): Promise<{ seq: number }> {
  demand(viewer, "append");
  const { item, by, claim, verdict, reason } = judgement;
  const thing = `time of posting of ${item}`;
  demandReason(thing, reason);
  refuseFault(thing, faultOfTime(claim));
  await demandItems(ports, [item]);
  const words = ports.writer.seal(reason);
  const time = ports.writer.seal(claim as Json);
  const key = uploadKey(item, by, claim);
  const [line] = await ports.writer.append(async () => {
    const reopens = await reopensOf(ports, ({ uploads, recorded, ...rest }) => {
      const judged = <T extends Upload>(upload: T): T => (keyOf(upload) === key ? { ...upload, judged: verdict } : upload);
      return { ...rest, uploads: uploads.map(judged), recorded: recorded.map((one) => ({ ...one, upload: judged(one.upload) })) };
    });
    const data = { item, by, claim: time.sealed, verdict, reason: words.sealed, reopens };
    return [{ kind: "upload.judged", data, opens: [time.opened, words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
