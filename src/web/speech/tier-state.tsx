/** How a tier and a segment stand, in words with a sign: a draft is never taken for a transcript, nor a transcript for a reviewed one. */
import type { TierRow } from "../../api/tiers.ts";
import type { QuoteObstacle, SegmentStanding } from "../../core/tier/segment-state.ts";
import { type Tone, ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { type TierStage, tierStage } from "./tier-stage.ts";

const stageTones: Readonly<Record<TierStage, Tone>> = {
  empty: "unknown",
  draft: "unknown",
  "part-draft": "unknown",
  written: "narrower",
  "part-reviewed": "narrower",
  reviewed: "agree",
  disagreed: "conflict",
  withdrawn: "unknown",
};

export function TierStageMark({ row }: { row: TierRow }) {
  const stage = tierStage(row);
  return (
    <span className={stage === "draft" || stage === "part-draft" ? "chip tier-stage is-machine" : "chip tier-stage"} data-stage={stage}>
      <ToneMark tone={stageTones[stage]} />
      {t(`speech.stage.${stage}`)}
    </span>
  );
}

const standingTones: Readonly<Record<SegmentStanding, Tone>> = {
  machine: "unknown",
  written: "narrower",
  reviewed: "agree",
  disagreed: "conflict",
  outdated: "narrower",
  withheld: "unknown",
};

/** `changed`: words of one's own that are not written as a version yet. */
export function StandingMark({ standing, changed = false }: { standing: SegmentStanding; changed?: boolean }) {
  if (changed)
    return (
      <span className="chip small standing is-unwritten">
        <ToneMark tone="narrower" />
        {t("speech.standing.unwritten")}
      </span>
    );
  return (
    <span className={`chip small standing${standing === "machine" ? " is-machine" : ""}`}>
      <ToneMark tone={standingTones[standing]} />
      {t(`speech.standing.${standing}`)}
    </span>
  );
}

export function QuoteWords({ obstacle }: { obstacle: QuoteObstacle | null }) {
  return (
    <span className="small quote-words">
      {obstacle === null ? (
        <b>{t("speech.quote-may")}</b>
      ) : (
        <span className="quiet">{t("speech.quote-may-not", { why: t(`speech.obstacle.${obstacle}`) })}</span>
      )}
    </span>
  );
}
