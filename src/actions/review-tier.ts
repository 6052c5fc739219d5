/**
 * Records that somebody who wrote none of these segments read them against the recording. A machine's words are reviewed by nobody:
 * first a person takes them over. A segment that changed since the version that was read is to be read again.
 */
import { CaseError } from "../core/case/case-error.ts";
import { mostRanges, rangesOf } from "../core/tier/segment-ranges.ts";
import { reviewObstacle } from "../core/tier/segment-standing.ts";
import type { TierId, TierReviewVerdict } from "../core/tier/tier.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { demandReason } from "./event-ports.ts";
import { createSealing } from "./sealing.ts";
import { demandTier, type SegmentKnown, type TierPorts } from "./tier-ports.ts";

export interface WantedReview {
  readonly tier: TierId;
  /** The version that was read. */
  readonly version: number;
  /** Of the tier that this one is written from: the version that it was read beside. */
  readonly beside: number | null;
  readonly segments: readonly number[];
  readonly verdict: TierReviewVerdict;
  /** Demanded of who disagrees. */
  readonly note: string;
}

/** Throws CaseError INPUT_INVALID naming the segment, NOT_ALLOWED for who wrote it. */
export async function reviewTier(ports: TierPorts, viewer: Viewer, wanted: WantedReview): Promise<{ seq: number }> {
  demand(viewer, "append");
  const thing = `tier ${wanted.tier}`;
  if (wanted.verdict === "disagrees") demandReason(`${thing}: a review that disagrees`, wanted.note);
  const segments = rangesOf(wanted.segments);
  if (segments.length > mostRanges)
    throw new CaseError("INPUT_INVALID", `${thing}: expected at most ${mostRanges} stretches of segments; found ${segments.length}`);
  const { sealOrNull, opens } = createSealing(ports.writer);
  const note = sealOrNull(wanted.note.trim() === "" ? null : wanted.note.trim());
  const [line] = await ports.writer.append(async () => {
    await demandReviewable(ports, viewer, thing, wanted);
    const { tier, version, verdict } = wanted;
    return [{ kind: "tier.reviewed", data: { tier, version, segments, verdict, note }, opens }];
  });
  return { seq: line?.head.seq ?? 0 };
}

async function demandReviewable(ports: TierPorts, viewer: Viewer, thing: string, wanted: WantedReview): Promise<void> {
  const { from, version } = await demandTier(ports, wanted.tier);
  if (wanted.version > version)
    throw new CaseError("INPUT_INVALID", `${thing}: expected one of its ${version} versions; found version ${wanted.version}`);
  const states = new Map((await ports.tiers.states(wanted.tier)).map((one) => [one.id, one]));
  const sources = from === null ? undefined : await sourcesBeside(ports, thing, from, wanted);
  for (const id of wanted.segments) {
    const state = states.get(id);
    if (state === undefined)
      throw new CaseError("INPUT_INVALID", `${thing}: segment ${id}: expected one of the newest version; found none`);
    const obstacle = reviewObstacle(state, viewer.person);
    if (obstacle === "withheld")
      throw new CaseError("INPUT_INVALID", `${thing}: segment ${id}: expected words that this copy holds; found them withheld`);
    if (obstacle === "machine")
      throw new CaseError("INPUT_INVALID", `${thing}: segment ${id}: expected words that a person took over; found a machine's draft`);
    if (obstacle === "wrote")
      throw new CaseError("NOT_ALLOWED", `${thing}: segment ${id}: expected a reviewer who wrote no version of it; found one who did`);
    if (state.changedIn > wanted.version)
      throw new CaseError(
        "INPUT_INVALID",
        `${thing}: segment ${id}: expected it as it was read in version ${wanted.version}; found that version ${state.changedIn} changed it. Read it again.`,
      );
    refuseMoved(thing, id, sources?.(id), wanted.beside);
  }
}

/** Of a segment, the one that it is written from as it stands. */
async function sourcesBeside(
  ports: TierPorts,
  thing: string,
  from: TierId,
  { tier, beside }: WantedReview,
): Promise<(id: number) => SegmentKnown | undefined> {
  if (beside === null)
    throw new CaseError("INPUT_INVALID", `${thing}: expected the version of ${from} that it was read beside; found none`);
  const of = await ports.tiers.sources(tier);
  const known = new Map((await ports.tiers.states(from)).map((one) => [one.id, one]));
  return (id) => known.get(of.get(id) ?? 0);
}

function refuseMoved(thing: string, id: number, source: SegmentKnown | undefined, beside: number | null): void {
  if (source === undefined || beside === null || source.changedIn <= beside) return;
  throw new CaseError(
    "INPUT_INVALID",
    `${thing}: segment ${id}: expected what it is written from as it was in version ${beside}; found that version ${source.changedIn} changed it. Read it again.`,
  );
}
