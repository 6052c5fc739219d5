/** Records every earliest known upload that no line records yet, each with the judgements that it re-opens. Done by the job, after comparing and whenever uploads came in. */
import type { Json } from "../core/json/canonical-json.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { Bound } from "../reason/copies/earliest-upload.ts";
import { type CopyPorts, keepReopening } from "./copy-ports.ts";
import { createSealing } from "./sealing.ts";

/** How many bounds moved. */
export async function moveFirstUpload(ports: CopyPorts, viewer: Viewer): Promise<number> {
  demand(viewer, "append");
  const lines = await ports.writer.append(async () => {
    const drafts = [];
    for (const { item, to, from, reopening } of await ports.copies.moves()) {
      const reopens = await keepReopening(ports, reopening);
      const sealing = createSealing(ports.writer);
      const upload = ({ upload: { item: of, by, time } }: Bound) => ({ item: of, by, claim: sealing.seal(time as Json) });
      const edited = to.upload.edited === null ? null : sealing.seal(to.upload.edited as Json);
      const data = { item, to: { ...upload(to), edited }, from: from === null ? null : upload(from), reopens };
      drafts.push({ kind: "first-upload.moved" as const, data, opens: sealing.opens });
    }
    return drafts;
  });
  return lines.length;
}
