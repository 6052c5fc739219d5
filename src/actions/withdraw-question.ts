/** Takes a question back, with the reason. Findings on it go first: an answer without its question would say less than it seems. */
import { CaseError } from "../core/case/case-error.ts";
import type { QuestionId } from "../core/question/question.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import { demandQuestion, type QuestionPorts } from "./finding-ports.ts";
import { createSealing } from "./sealing.ts";

/** Throws CaseError INPUT_INVALID. */
export async function withdrawQuestion(
  ports: QuestionPorts,
  viewer: Viewer,
  { question, reason }: { readonly question: QuestionId; readonly reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  demandReason(`question ${question}`, reason);
  const { opens, seal } = createSealing(ports.writer);
  const why = seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    await demandQuestion(ports, question);
    const [finding] = await ports.findings.findingsOn(question);
    if (finding !== undefined)
      throw new CaseError(
        "INPUT_INVALID",
        `question ${question}: expected no finding on it that stands; found ${finding}. Withdraw that first, with a reason.`,
      );
    return [{ kind: "question.withdrawn", data: { question, reason: why }, opens }];
  });
  return { seq: line?.head.seq ?? 0 };
}
