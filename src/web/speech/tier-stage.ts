/** What a tier is as a whole: the least of its segments says it, so that one draft among them is never lost from sight. */
import type { TierRow } from "../../api/tiers.ts";

export type TierStage = "empty" | "draft" | "part-draft" | "written" | "part-reviewed" | "reviewed" | "disagreed" | "withdrawn";

export function tierStage({ segments, standings, withdrawn }: TierRow): TierStage {
  if (withdrawn !== undefined) return "withdrawn";
  if (segments === 0) return "empty";
  if (standings.machine === segments) return "draft";
  if (standings.machine > 0) return "part-draft";
  if (standings.disagreed > 0) return "disagreed";
  if (standings.reviewed === segments) return "reviewed";
  return standings.reviewed > 0 || standings.outdated > 0 ? "part-reviewed" : "written";
}
