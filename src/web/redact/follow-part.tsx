/** Follows the chosen box from this frame to the next key of a person or the end of the shot, and says where it was lost. */
import { useState } from "react";
import type { RedactionAnswer, TrackBoxAnswer } from "../../api/redactions.ts";
import { boxAt } from "../../core/redaction/box-at.ts";
import { formatClock } from "../bench/frame-clock.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { ProgressBar } from "../parts/progress-bar.tsx";
import { t } from "../words/t.ts";
import type { Layer } from "./use-layer.ts";
import { useFollow } from "./use-follow.ts";

export function FollowPart({ answer, layer }: { readonly answer: RedactionAnswer; readonly layer: Layer }) {
  const { chosen, atS, step } = layer;
  const follow = useFollow(answer.item);
  const [found, setFound] = useState<Extract<TrackBoxAnswer, { state: "done" }> | null>(null);
  const sort = chosen?.mark.sort;
  if (chosen === undefined || sort?.what !== "box") return null;
  const box = atS === null ? undefined : boxAt(sort, { startS: atS, endS: atS + 0.001 });
  const begin = (way: -1 | 1): void => {
    if (box === undefined || atS === null) return;
    const shot = answer.shots.find(({ fromS, toS }) => atS >= fromS - 0.001 && atS < toS) ?? answer.shots.at(-1);
    const own = sort.keys.filter(({ by }) => by === "person").map((key) => key.atS);
    const next = way === 1 ? own.find((at) => at > atS + 0.0005) : own.findLast((at) => at < atS - 0.0005);
    const untilS = next ?? (way === 1 ? (shot?.toS ?? atS) : (shot?.fromS ?? atS));
    setFound(null);
    follow.begin({ atS, untilS, box }, (answered) => {
      setFound(answered);
      step({ do: "track", key: chosen.key, found: answered.keys, atS });
      // To be looked at where it ended.
      if (answered.lost !== null) layer.goTo(answered.lost.atS);
    });
  };
  return (
    <div className="form-stack follow-part">
      <span className="button-row">
        <button type="button" className="button is-small" disabled={box === undefined || follow.done !== null} onClick={() => begin(-1)}>
          {t("redact.follow-back")}
        </button>
        <button type="button" className="button is-small" disabled={box === undefined || follow.done !== null} onClick={() => begin(1)}>
          {t("redact.follow")}
        </button>
        {follow.done === null ? null : (
          <button type="button" className="button is-small" onClick={follow.stop}>
            {t("redact.follow-stop")}
          </button>
        )}
      </span>
      {follow.done === null ? null : <ProgressBar progress={follow.done} label={t("redact.following")} />}
      {follow.error === null ? null : <ErrorNotice error={follow.error} />}
      {found === null ? null : (
        <p className={found.lost === null ? "small" : "small tone-narrower"} role="status">
          {found.lost === null
            ? t("redact.followed", { count: found.frames })
            : t("redact.lost", { count: found.frames, at: formatClock(found.lost.atS), why: t(`redact.lost.${found.lost.why}`) })}
        </p>
      )}
      <p className="quiet small">{t("redact.follow-what")}</p>
    </div>
  );
}
