/** Says how far a source can be relied on, as of a day. Earlier grades stay; a reason is demanded each time. */
import { CaseError } from "../core/case/case-error.ts";
import type { Reliability, SourceId } from "../core/source/source.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandSource, type KnowsSources } from "./demand-sources.ts";
import { createSealing } from "./sealing.ts";

/** Throws CaseError INPUT_INVALID. */
export async function gradeSource(
  ports: { writer: CaseWriter } & Pick<KnowsSources, "hasSource">,
  viewer: Viewer,
  grade: { source: SourceId; reliability: Reliability; asOf: string; reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  await demandSource(ports, grade.source);
  if (grade.reason.trim() === "")
    throw new CaseError("INPUT_INVALID", `source ${grade.source}: expected the reason for the grade; found none`);
  const { opens, seal } = createSealing(ports.writer);
  const data = { ...grade, reason: seal(grade.reason) };
  const [line] = await ports.writer.append(() => [{ kind: "source.graded", data, opens }]);
  return { seq: line?.head.seq ?? 0 };
}
