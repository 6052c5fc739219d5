/**
 * One clip under the shield, with what it shows written below it in the task that paints it. Where it did not film, where it stands by
 * hand, and where its picture comes late, it says so.
 */
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { ItemId } from "../../core/item/item.ts";
import { CoverCard } from "../bench/cover-card.tsx";
import { formatClock } from "../bench/frame-clock.ts";
import { fileName } from "../copies/file-name.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { navigate } from "../router/router.ts";
import { useShield } from "../shield/shield.tsx";
import { Shielded } from "../shield/shielded.tsx";
import { t } from "../words/t.ts";
import type { ClipTiming } from "./clip-timing.ts";
import { lateWords } from "./late-words.ts";
import type { LockedWall } from "./locked-wall.ts";
import { type ClipOnWall, useWallClip } from "./use-wall-clip.ts";
import type { WallClip } from "./wall-clip.ts";

export interface PaneOf {
  readonly detail: ItemDetail;
  readonly timing: ClipTiming;
  /** On the wall, from 1: its key chooses it. */
  readonly position: number;
  readonly isPlaced: boolean;
  readonly movedSec: number;
}

interface WallPaneProps {
  readonly of: PaneOf;
  readonly wall: LockedWall;
  readonly clips: number;
  readonly isChosen: boolean;
  readonly isHeard: boolean;
  readonly leftBehind: boolean;
  readonly onChoose: (item: ItemId) => void;
  readonly onHear: (item: ItemId) => void;
}

export function WallPane({ of, wall, clips, isChosen, isHeard, leftBehind, onChoose, onHear }: WallPaneProps) {
  const shield = useShield();
  const { detail, timing } = of;
  const { row } = detail;
  const number = row.id.slice(1);
  const revealed = shield.isRevealed(row.id);
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const on = useWallClip(wall, detail, timing, canvas, revealed, clips);
  const section = useRef<HTMLElement>(null);
  useLook(section, wall, on.clip);
  const reveals = detail.media.play === "original" || detail.media.play === "proxy";
  const hasSound = detail.probe?.streams.some((stream) => stream.type === "audio") ?? false;
  return (
    <section
      ref={section}
      className={isChosen ? "wall-pane is-chosen" : "wall-pane"}
      data-item={row.id}
      aria-label={t("sync.pane", { number })}
      onPointerDown={() => onChoose(row.id)}
    >
      <div className="wall-picture">
        <Shielded
          item={row.id}
          kind={row.kind}
          poster={row.poster}
          label={t("bench.poster", { number })}
          clear={() =>
            row.kind === "sound" ? (
              <p className="stage-sound">{t("sync.sound-only")}</p>
            ) : (
              <canvas ref={setCanvas} className="wall-canvas" role="img" aria-label={t("sync.picture", { number })} />
            )
          }
        />
        {revealed || shield.blanked ? null : <CoverCard detail={detail} reveals={reveals} />}
        <p className="wall-not-filmed">{t("sync.not-filmed")}</p>
        <p className={leftBehind ? "wall-late is-left" : "wall-late"}>
          <ToneMark tone="narrower" /> <span className="wall-late-words">{t("sync.late")}</span>
        </p>
        <PaneNotice of={detail} on={on} />
      </div>
      <div className="wall-foot">
        <button
          type="button"
          className="button is-small wall-choose"
          aria-pressed={isChosen}
          title={t("sync.choose-help")}
          onClick={() => onChoose(row.id)}
        >
          <b>{number}</b> <kbd>{of.position}</kbd>
        </button>
        <Link
          className="cut wall-name"
          to={`/items/${row.id}`}
          title={row.name}
          onClick={(event) => {
            const frame = wall.look().sights.get(row.id)?.due ?? null;
            if (frame === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
            // To the very frame: the address of the link itself cannot follow the clock.
            event.preventDefault();
            navigate(`/items/${row.id}?frame=${frame}`);
          }}
        >
          <IsolatedText text={fileName(row.name)} />
        </Link>
        {of.isPlaced && of.movedSec === 0 ? null : (
          <span className="chip tone-narrower" title={t(of.movedSec === 0 ? "sync.not-placed-means" : "sync.by-hand-means")}>
            <ToneMark tone="narrower" />
            <span className="visually-hidden">{t(of.movedSec === 0 ? "sync.not-placed" : "sync.by-hand")}</span>
          </span>
        )}
        <span className="wall-time mono" />
        {hasSound ? (
          <button
            type="button"
            className="button is-small"
            aria-pressed={isHeard}
            aria-label={t("sync.hear", { number })}
            title={t("sync.hear-help")}
            onClick={() => onHear(row.id)}
          >
            {t("sync.hear-short")}
          </button>
        ) : (
          <span className="quiet small">{t("sync.mute-clip")}</span>
        )}
      </div>
    </section>
  );
}

/** Writes what is shown beside the picture, at each look; and tells the clip how wide it is drawn. */
function useLook(section: React.RefObject<HTMLElement | null>, wall: LockedWall, clip: WallClip | null): void {
  useEffect(() => {
    const pane = section.current;
    if (pane === null || clip === null) return undefined;
    const time = pane.querySelector<HTMLElement>(".wall-time");
    const late = pane.querySelector<HTMLElement>(".wall-late-words");
    const observer = new ResizeObserver(([entry]) => entry && clip.setRoom(entry.contentRect.width * window.devicePixelRatio));
    observer.observe(pane);
    const stop = wall.onLook(({ sights }) => {
      const sight = sights.get(clip.item);
      if (sight === undefined) return;
      pane.dataset["filmed"] = sight.due === null ? "no" : "yes";
      pane.dataset["frame"] = String(sight.shown ?? sight.due ?? "");
      const words = lateWords(sight);
      pane.dataset["late"] = words === null ? "no" : "yes";
      if (late !== null && words !== null) late.textContent = words;
      if (time !== null) time.textContent = timeWords(clip, sight.shown ?? sight.due);
    });
    return () => {
      observer.disconnect();
      stop();
    };
  }, [section, wall, clip]);
}

function timeWords(clip: WallClip, frame: number | null): string {
  if (frame === null) return t("sync.no-time");
  const sec = (clip.clock.table.edited[frame] ?? 0) + clip.shiftSec;
  return `${formatClock(sec)} · ${frame}`;
}

function PaneNotice({ of: detail, on }: { of: ItemDetail; on: ClipOnWall }): ReactNode {
  const { play } = detail.media;
  const { clip, media, waiting, fault } = on;
  if (fault !== null) return <Notice isError words={t("bench.no-clock", { reason: fault })} />;
  if (media.stage === "failed") return <Notice isError words={t("bench.open-failed", { reason: media.reason ?? "" })} />;
  if (play === "waiting") return <Notice words={t("bench.play.waiting")} />;
  if (play === "failed" || play === "none")
    return <Notice isError words={t("bench.play.failed", { reason: detail.row.failure ?? t("bench.play.failed-unsaid") })} />;
  if (waiting) return <Notice words={t("bench.clock-waiting")} />;
  if (clip === null) return <Notice isError words={t("sync.no-clock")} />;
  if (media.stage === "opening") return <Notice words={t("bench.opening")} />;
  return null;
}

function Notice({ words, isError = false }: { words: string; isError?: boolean }) {
  return (
    <p className={isError ? "wall-notice notice is-error" : "wall-notice notice"} role={isError ? "alert" : undefined}>
      {words}
    </p>
  );
}
