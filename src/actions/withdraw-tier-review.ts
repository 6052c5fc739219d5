/**
 * Takes a review of a tier back, with the reason: nothing that its reviewer said of its segments until then counts any more. Only they
 * may: else whoever wrote the words could take away the disagreement with them.
 */
import { CaseError } from "../core/case/case-error.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import type { TierPorts } from "./tier-ports.ts";

/** Throws CaseError INPUT_INVALID when the line is no review of a tier, or it was taken back before; NOT_ALLOWED for who did not write it. */
export async function withdrawTierReview(
  ports: TierPorts,
  viewer: Viewer,
  { line: reviewed, reason }: { line: number; reason: string },
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const thing = `the review in line ${reviewed}`;
  demandReason(thing, reason);
  const words = ports.writer.seal(reason.trim());
  const [line] = await ports.writer.append(async () => {
    const review = await ports.tiers.review(reviewed);
    if (review === undefined || review.withdrawn)
      throw new CaseError(
        "INPUT_INVALID",
        `${thing}: expected one of a tier that stands; found ${review === undefined ? "none in that line" : "one that was withdrawn"}`,
      );
    if (review.by !== viewer.person)
      throw new CaseError("NOT_ALLOWED", `${thing}: expected to be taken back by who reviewed; found another person`);
    return [{ kind: "tier.review-withdrawn", data: { reviewed, reason: words.sealed }, opens: [words.opened] }];
  });
  return { seq: line?.head.seq ?? 0 };
}
