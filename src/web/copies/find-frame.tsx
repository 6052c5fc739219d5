/** "Where else does this frame occur?": a button beside the material, and the look-alikes as links to the second that they stand at. */
import "./find-frame.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FindFramesAnswer } from "../../api/find-frames.ts";
import type { ItemId } from "../../core/item/item.ts";
import { findFramesApi } from "../api-client/find-frames-api.ts";
import type { FramePlayer } from "../bench/frame-player.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { ProgressBar } from "../parts/progress-bar.tsx";
import { t } from "../words/t.ts";
import { FindFrameHits } from "./find-frame-hits.tsx";
import { secondOfFrame } from "./segment-clock.ts";
import { shortSecond } from "./second-words.ts";

const againMs = 500;

/** `player`: null for a still picture. */
export function FindFrame({ item, player }: { item: ItemId; player: FramePlayer | null }) {
  const [asked, setAsked] = useState<{ readonly atSec: number | null; readonly times: number }>();
  const still = player === null;
  return (
    <section className="find-frame" aria-label={t(still ? "find.picture" : "find.frame")}>
      <button
        type="button"
        className="button"
        onClick={() => setAsked((before) => ({ atSec: player === null ? 0 : shownSecond(player), times: (before?.times ?? 0) + 1 }))}
      >
        {t(still ? "find.picture" : "find.frame")}
      </button>
      {asked === undefined ? null : asked.atSec === null ? (
        <p className="quiet">{t("find.hidden")}</p>
      ) : (
        <Answer key={asked.times} item={item} atSec={asked.atSec} still={still} times={asked.times} />
      )}
    </section>
  );
}

/** Null for a frame that the edit list hides: no print was taken of it. */
function shownSecond(player: FramePlayer): number | null {
  return secondOfFrame(player.clock, player.state().shown ?? 0);
}

function Answer({ item, atSec, still, times }: { item: ItemId; atSec: number; still: boolean; times: number }) {
  // Of the moment at which it was asked: lines that come in do not make it ask again.
  const answer = useQuery({
    queryKey: ["find-frame", item, atSec, times],
    queryFn: ({ signal }) => findFramesApi.find({ item, atSec }, signal),
    refetchInterval: ({ state }) => (state.data?.state === "working" ? againMs : false),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });
  if (answer.error) return <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  return (
    <div role="status">
      <Said answer={answer.data} item={item} still={still} />
    </div>
  );
}

function Said({ answer, item, still }: { answer: FindFramesAnswer | undefined; item: ItemId; still: boolean }) {
  if (answer === undefined) return <p className="quiet">{t("find.doing.searching")}</p>;
  if (answer.state === "stopped") return <p className="quiet">{t("find.stopped")}</p>;
  if (answer.state === "working")
    return (
      <>
        <p className="quiet">{t(`find.doing.${answer.doing}`)}</p>
        <ProgressBar progress={answer.done} label={t(`find.doing.${answer.doing}`)} />
      </>
    );
  const { asked, found, searched, radius } = answer.answer;
  const what = still ? t("find.of-picture") : t("find.of-frame", { sec: shortSecond(asked.fromSec) });
  const said =
    asked.asked === 0
      ? t("find.not-comparable")
      : found.length === 0
        ? t("find.none", { count: searched.items })
        : t("find.found", { count: found.length });
  return (
    <>
      <p>
        {what} {said}
      </p>
      <FindFrameHits item={item} found={found} />
      {searched.waiting > 0 ? <p className="quiet small">{t("find.waiting", { count: searched.waiting })}</p> : null}
      {searched.failed + searched.unreadable.length > 0 ? (
        <p className="quiet small">{t("find.failed", { count: searched.failed + searched.unreadable.length })}</p>
      ) : null}
      {asked.asked === 0 ? null : <p className="quiet small">{t("find.limits", { radius })}</p>}
    </>
  );
}
