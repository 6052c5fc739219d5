/** One item on the desk of somebody who answers blind: covered, grey and mute until they ask for it, then frame by frame. Its number is its only name. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { DeskItem } from "../../api/blind.ts";
import { FrameTable } from "../../core/analysis/probe-result.ts";
import { ask } from "../api-client/ask.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { useKeys } from "../keys/use-keys.ts";
import { LevelMark } from "../parts/level-mark.tsx";
import { useShield } from "../shield/shield.tsx";
import { Shielded } from "../shield/shielded.tsx";
import { t } from "../words/t.ts";
import { deskKeys } from "./desk-keys.ts";

export function DeskPlayer({ desk, focused }: { desk: DeskItem; focused: boolean }) {
  const shield = useShield();
  const { item } = desk;
  const { kind } = desk;
  const revealed = shield.isRevealed(item);
  const { setSubjects } = shield;
  useEffect(() => {
    if (!focused) return undefined;
    setSubjects([item]);
    return () => setSubjects([]);
  }, [focused, item, setSubjects]);
  const shows = kind === "video" || kind === "picture" || kind === "sound";
  return (
    <div className="desk-player">
      <div className="desk-stage">
        <Shielded
          item={item}
          kind={kind}
          poster={desk.poster}
          label={t("blind.player", { item })}
          clear={({ mute }) => <ClearMedia desk={desk} mute={mute} />}
        />
      </div>
      {shows ? (
        <p className="button-row">
          {revealed ? null : (
            <span>
              {t("blind.cover-graphic")} <LevelMark level={desk.graphicLevel} />
            </span>
          )}
          <button type="button" className="button" onClick={() => shield.toggleReveal(item)}>
            {t(revealed ? "blind.cover-item" : "blind.reveal-item")} <kbd>B</kbd>
          </button>
        </p>
      ) : null}
    </div>
  );
}

function ClearMedia({ desk, mute }: { desk: DeskItem; mute: boolean }) {
  const { item, kind } = desk;
  if (kind === "picture") return <img className="desk-picture" src={mediaUrls.clearPicture(item)} alt={t("blind.player", { item })} />;
  if (kind === "sound") return <audio controls muted={mute} src={mediaUrls.clearMedia(item)} aria-label={t("blind.player", { item })} />;
  return <Footage desk={desk} mute={mute} />;
}

const speeds = [0.25, 0.5, 1] as const;

function Footage({ desk: { item }, mute }: { desk: DeskItem; mute: boolean }) {
  const video = useRef<HTMLVideoElement>(null);
  const [second, setSecond] = useState(0);
  const table = useQuery({
    queryKey: [...queryKeys.derived(item), "frames"],
    queryFn: ({ signal }) => ask(FrameTable, `/api/items/${item}/frames`, { signal }),
  });
  /** Frames that players show, by their numbers in the file, as the bench counts them. */
  const frames = (table.data?.edited ?? []).flatMap((at, number) => (at === null ? [] : [{ at, number }]));
  // A player's clock stands a little after the frame it shows.
  const shown = Math.max(
    0,
    frames.findLastIndex(({ at }) => at <= second + 0.0005),
  );
  const step = (by: number): void => {
    const next = frames[Math.max(0, Math.min(frames.length - 1, shown + by))];
    if (video.current === null || next === undefined) return;
    video.current.pause();
    video.current.currentTime = next.at + 0.0002;
  };
  useKeys(deskKeys, { stepBack: () => step(-1), stepOn: () => step(1) });
  return (
    <div className="desk-footage">
      <video
        ref={video}
        controls
        muted={mute}
        playsInline
        preload="auto"
        src={mediaUrls.clearMedia(item)}
        aria-label={t("blind.player", { item })}
        onTimeUpdate={(event) => setSecond(event.currentTarget.currentTime)}
        onSeeked={(event) => setSecond(event.currentTarget.currentTime)}
      />
      <p className="button-row">
        <button type="button" className="button" disabled={frames.length === 0} onClick={() => step(-1)}>
          {t("blind.previous-frame")}
        </button>
        <button type="button" className="button" disabled={frames.length === 0} onClick={() => step(1)}>
          {t("blind.next-frame")}
        </button>
        <label className="desk-speed">
          <span>{t("blind.speed")}</span>
          <select
            className="field"
            defaultValue="1"
            onChange={(event) => {
              if (video.current !== null) video.current.playbackRate = Number(event.target.value);
            }}
          >
            {speeds.map((speed) => (
              <option key={speed} value={speed}>
                {speed}
              </option>
            ))}
          </select>
        </label>
        <span className="quiet tabular" aria-live="off">
          {frames.length === 0 ? "" : `${t("blind.frame", { frame: frames[shown]?.number ?? 0, count: frames.length })} · `}
          {t("blind.second", { second: second.toFixed(3) })}
        </span>
      </p>
    </div>
  );
}
