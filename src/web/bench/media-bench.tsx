/** Bench of a video or a sound: picture, readout, transport, timeline. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { FrameBox } from "../../core/observation/observation.ts";
import { useKeys } from "../keys/use-keys.ts";
import { setQuery } from "../router/router.ts";
import { Shielded } from "../shield/shielded.tsx";
import { useShield } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import { playerKeys, soundKeys, viewKeys } from "./bench-keys.ts";
import type { ShownBox } from "./box-layer.tsx";
import { CoverCard } from "./cover-card.tsx";
import { toggleFullScreen } from "./full-screen.ts";
import type { FramePlayer } from "./frame-player.ts";
import { GoToField, Readout } from "./readout.tsx";
import { Stage } from "./stage.tsx";
import { Timeline } from "./timeline.tsx";
import { Transport } from "./transport.tsx";
import { GraphicControls } from "../wellbeing/graphic-controls.tsx";
import { useSounding } from "../wellbeing/sounding.ts";
import type { PlayerState } from "./player-state.ts";
import type { FrameTimes } from "./frame-times.ts";
import { type MediaState, useMedia } from "./use-media.ts";
import type { Drawing } from "./use-drawing.ts";
import { useViewKeys } from "./use-view-keys.ts";
import { ViewControls } from "./view-controls.tsx";
import { useViewInAddress } from "./view-in-address.ts";
import { useRedactionLane } from "./redaction-lane.tsx";
import { boxesAt } from "./shown-boxes.ts";
import { useItemTimeInAddress } from "./item-time-in-address.ts";
import { useSecondInAddress } from "./second-in-address.ts";
import { shownSize } from "./shown-size.ts";
import { usePlayerKeys } from "./use-player-keys.ts";
import { soundKeyHandlers, useSoundEvents } from "./use-sound-events.ts";

const isHeard = ({ playing, muted, attached }: PlayerState): boolean => attached && playing !== "no" && !muted;

interface MediaBenchProps {
  readonly detail: ItemDetail;
  readonly player: FramePlayer;
  readonly times: FrameTimes | null;
  readonly startFrame: number | undefined;
  readonly draw: Drawing;
  readonly onMarker: () => void;
  readonly onPin: (id: string) => void;
}

export function MediaBench({ detail, player, times, startFrame, draw, onMarker, onPin }: MediaBenchProps) {
  const shield = useShield();
  const { row, media, probe } = detail;
  const isVideo = row.kind === "video";
  const revealed = shield.isRevealed(row.id);
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const [view, setView] = useViewInAddress();
  const [preferPlayer, setPreferPlayer] = useState(false);
  const [goTo, setGoTo] = useState(0);
  const whole = useRef<HTMLDivElement>(null);
  const mediaState = useMedia(player, detail, times, canvas, revealed, preferPlayer);
  useEffect(() => player.setMuted(shield.mute), [player, shield.mute]);
  useFrameInAddress(player, startFrame);
  useSecondInAddress(player);
  useSounding(player, isHeard);
  useItemTimeInAddress(player, isVideo ? "video" : "sound");

  const fullScreen = useCallback(() => toggleFullScreen(whole.current), []);
  const { events: sounds } = useSoundEvents(detail);
  useKeys(playerKeys, usePlayerKeys(player, { goTo: () => setGoTo((count) => count + 1), marker: onMarker }));
  useKeys(soundKeys, soundKeyHandlers(player, sounds), { enabled: sounds.length > 0 });
  useKeys(viewKeys, useViewKeys(row.id, setView, draw, fullScreen));

  const redactions = useRedactionLane(detail, player.clock);
  const size = useMemo(() => shownSize(detail), [detail]);
  const hasSound = probe?.streams.some((stream) => stream.type === "audio") ?? false;
  return (
    <div className="media-bench" ref={whole}>
      <div className={isVideo ? "stage" : "stage is-sound"}>
        <Shielded
          item={row.id}
          kind={row.kind}
          poster={row.poster}
          label={t("bench.poster", { number: String(row.number) })}
          clear={({ grey }) =>
            isVideo ? (
              <Boxed player={player} detail={detail} draft={draw.draft}>
                {(boxes) => (
                  <Stage picture={size} view={view} onView={setView} grey={grey} boxes={boxes} drawing={draw.drawing} onBox={draw.onBox}>
                    <canvas ref={setCanvas} className="stage-canvas" data-testid="stage-canvas" role="img" aria-label={t("bench.canvas")} />
                  </Stage>
                )}
              </Boxed>
            ) : (
              <p className="stage-sound">{t(shield.mute ? "bench.sound.muted" : "bench.sound.revealed")}</p>
            )
          }
        />
        {revealed || shield.blanked ? null : <CoverCard detail={detail} reveals={media.play !== "failed" && media.play !== "none"} />}
        <StageNotices
          media={mediaState}
          player={player}
          detail={detail}
          onPlayer={() => setPreferPlayer(true)}
          preferPlayer={preferPlayer}
        />
      </div>
      <div className="readout-bar">
        <Readout player={player} sound={!isVideo} />
        <GoToField player={player} clock={player.clock} focusAt={goTo} />
      </div>
      <div className="control-bar">
        <Transport player={player} sound={!isVideo} hasSound={hasSound} onMarker={onMarker} />
        <GraphicControls detail={detail} player={player} />
        {isVideo ? <ViewControls view={view} onView={setView} onFullScreen={fullScreen} /> : null}
      </div>
      <Timeline
        player={player}
        detail={detail}
        blanked={shield.blanked}
        onPin={(observation) => onPin(observation.id)}
        lanes={redactions}
      />
      {player.clock.hiddenCount > 0 ? (
        <p className="bench-remark tone-narrower">{t("bench.hidden-frames", { count: player.clock.hiddenCount })}</p>
      ) : null}
      {media.play === "proxy" ? <p className="bench-remark quiet">{t("bench.proxy")}</p> : null}
    </div>
  );
}

function Boxed({
  player,
  detail,
  draft,
  children,
}: {
  player: FramePlayer;
  detail: ItemDetail;
  draft: FrameBox | null;
  children: (boxes: readonly ShownBox[]) => React.ReactNode;
}) {
  const { shown } = useSyncExternalStore(player.subscribe, player.state);
  return children(boxesAt(detail.observations, shown, draft));
}

function StageNotices({
  media,
  player,
  detail,
  preferPlayer,
  onPlayer,
}: {
  media: MediaState;
  player: FramePlayer;
  detail: ItemDetail;
  preferPlayer: boolean;
  onPlayer: () => void;
}) {
  const { fault, attached } = useSyncExternalStore(player.subscribe, player.state);
  const play = detail.media.play;
  if (play === "waiting") return <p className="stage-notice notice">{t("bench.play.waiting")}</p>;
  if (play === "failed") return <p className="stage-notice notice is-error">{t("bench.play.failed", { reason: failureOf(detail) })}</p>;
  if (play === "none") return <p className="stage-notice notice">{t("bench.play.none")}</p>;
  if (media.stage === "opening") return <p className="stage-notice notice">{t("bench.opening")}</p>;
  if (media.stage === "failed")
    return (
      <p className="stage-notice notice is-error" role="alert">
        {t("bench.open-failed", { reason: media.reason ?? "" })}
      </p>
    );
  if (fault !== null && attached)
    return (
      <p className="stage-notice notice is-error" role="alert">
        {t("bench.fault", { reason: fault })}{" "}
        {media.way === "decoder" && !preferPlayer ? (
          <button type="button" className="button" onClick={onPlayer}>
            {t("bench.use-player")}
          </button>
        ) : null}
      </p>
    );
  if (media.way === "player")
    return (
      <p className="stage-notice notice is-attention">{t("bench.by-player", { reason: media.reason ?? t("bench.by-player.asked") })}</p>
    );
  return null;
}

function failureOf(detail: ItemDetail): string {
  const proxy = detail.analyses.find((line) => line.analyser === "proxy")?.failure?.message;
  return proxy ?? detail.row.failure ?? t("bench.play.failed-unsaid");
}

/** The address follows the frame at rest, so that a link goes to it; a frame in a new address is gone to. */
function useFrameInAddress(player: FramePlayer, startFrame: number | undefined): void {
  const written = useRef(startFrame);
  useEffect(() => {
    if (startFrame !== undefined && startFrame !== written.current) player.seek(startFrame);
    written.current = startFrame;
  }, [player, startFrame]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = player.subscribe(() => {
      const { shown, playing } = player.state();
      if (shown === null || playing !== "no" || shown === written.current) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        written.current = shown;
        setQuery({ frame: String(shown) });
      }, 250);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [player]);
}
