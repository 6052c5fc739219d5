/** Takes a judgement on a match or on a time of posting back, with the reason. What held before it holds again, and is looked at again. */
import { CaseError } from "../core/case/case-error.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { type CopyPorts, reopensOf } from "./copy-ports.ts";
import { demandReason } from "./event-ports.ts";

/** `judged`: the line of the judgement. Throws CaseError INPUT_INVALID when none of that line stands. */
export async function withdrawCopyJudgement(
  ports: CopyPorts,
  viewer: Viewer,
  { judged, reason }: { readonly judged: number; readonly reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`judgement in line ${judged}`, reason);
  const words = ports.writer.seal(reason);
  const [line] = await ports.writer.append(async () => {
    const found = await ports.copies.judgement(judged);
    if (found?.stands !== true)
      throw new CaseError(
        "INPUT_INVALID",
        `line ${judged}: expected a judgement on copies that stands; found ${found === undefined ? "another line" : "one that was withdrawn"}`,
      );
    const reopens = await reopensOf(ports, (material) => found.without(material));
    const kind = found.on === "match" ? ("match.judgement-withdrawn" as const) : ("upload.judgement-withdrawn" as const);
    return [{ kind, data: { judged, reason: words.sealed, reopens }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
