/** Takes back what one said oneself. It stays in its line, and in the thread as withdrawn; nobody takes back another's words. */
import { CaseError } from "../core/case/case-error.ts";
import type { CommentId } from "../core/task/task.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import type { WorkPorts } from "./work-ports.ts";

/** Throws CaseError INPUT_INVALID, NOT_ALLOWED. */
export async function withdrawComment(
  ports: WorkPorts,
  viewer: Viewer,
  { comment, reason }: { readonly comment: CommentId; readonly reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const thing = `comment ${comment}`;
  demandReason(thing, reason);
  const words = ports.writer.seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    const found = await ports.work.comment(comment);
    if (found === undefined || found.withdrawn)
      throw new CaseError(
        "INPUT_INVALID",
        `${thing}: expected one that stands; found ${found === undefined ? "none of that number" : "one that was withdrawn"}`,
      );
    if (found.by !== viewer.person)
      throw new CaseError(
        "NOT_ALLOWED",
        `${thing}: expected its author, ${found.by}, to take it back; found ${viewer.person}. Answer it instead.`,
      );
    return [{ kind: "comment.withdrawn", data: { comment, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
