/**
 * One frame of an item in a bench, covered until it is revealed, with marks drawn on it in its own pixels. It asks for clear bytes
 * only under a reveal, and shows marks only on the picture that they were made on.
 */
import "../bench/bench.css";
import "../bench/stage.css";
import "../bench/player.css";
import "./frame-picture.css";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { FramePoint, FrameRef } from "../../core/observation/frame-point.ts";
import type { ItemId } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { CoverCard } from "../bench/cover-card.tsx";
import type { FramePlayer } from "../bench/frame-player.ts";
import { shownSize } from "../bench/shown-size.ts";
import { type ItemClock, useItemClock, usePlayer } from "../bench/use-clock.ts";
import { useMedia } from "../bench/use-media.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { useShield, useShieldSubject } from "../shield/shield.tsx";
import { Shielded } from "../shield/shielded.tsx";
import { t } from "../words/t.ts";
import { frameOfItem } from "./frame-of-item.ts";
import { FrameSteps } from "./frame-steps.tsx";
import { FrameSurface } from "./frame-surface.tsx";

export interface FramePictureProps {
  readonly item: ItemId;
  /** Another item that is looked at beside it: a reveal of one does not cover the other. */
  readonly beside?: ItemId | undefined;
  /** Of a clip, counted from 0: shown at first, and gone to whenever it changes. A still has none. */
  readonly frame: number | undefined;
  /** Counted up to go to `frame` once more, after the person has stepped away from it. */
  readonly asked?: number | undefined;
  /** Told of the frame that stands on the screen, covered or not; undefined while there is none. */
  readonly onFrame?: ((frame: FrameRef | undefined) => void) | undefined;
  /** A press on the picture, or Enter at the cross, in pixels of the frame. Undefined: nothing is being marked. */
  readonly onPoint?: ((at: FramePoint) => void) | undefined;
  /** A mark (an element of the drawing with `data-mark`) was dragged. */
  readonly onMoveMark?: ((mark: string, at: FramePoint) => void) | undefined;
  /** Arrow keys while a mark is chosen: 1 px, with Shift 10 px. Without it they move the cross. */
  readonly onNudge?: ((byX: number, byY: number) => void) | undefined;
  /** What is marked, as SVG in pixels of the frame. `unit`: frame pixels in one of the screen, so that signs keep their size. */
  readonly children?: ((unit: number) => ReactNode) | undefined;
}

export function FramePicture(props: FramePictureProps) {
  const { item, beside } = props;
  useShieldSubject(item, beside);
  const found = useQuery({ queryKey: queryKeys.item(item), queryFn: ({ signal }) => api.item(item, signal) });
  if (found.data !== undefined) return <OfItem key={item} detail={found.data} {...props} />;
  if (found.error === null) return <p className="page-message">{t("bench.waiting")}</p>;
  return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
}

interface OfItemProps extends FramePictureProps {
  readonly detail: ItemDetail;
}

function OfItem(props: OfItemProps) {
  const { detail, frame } = props;
  const clock = useItemClock(detail);
  const player = usePlayer(clock.clock, frame);
  if (detail.row.kind === "picture") return <Still {...props} />;
  if (detail.row.kind !== "video") return <p className="page-message">{t("camera.frame.no-picture")}</p>;
  if (clock.fault !== null) return <p className="page-message">{t("bench.no-clock", { reason: clock.fault })}</p>;
  if (player === null) return <p className="page-message">{t("bench.clock-waiting")}</p>;
  return <Clip {...props} clock={clock} player={player} />;
}

function Still(props: OfItemProps) {
  const { detail, onFrame } = props;
  const ref = useMemo(() => frameOfItem(detail, null, null), [detail]);
  useTold(ref, onFrame);
  const [failed, setFailed] = useState(false);
  return (
    <div className="frame-picture">
      <Covered
        detail={detail}
        reveals={detail.media.picture}
        clear={(grey) => (
          <FrameSurface {...props} size={shownSize(detail)} grey={grey}>
            {{
              picture: (
                <img
                  className="stage-canvas"
                  src={mediaUrls.clearPicture(detail.row.id)}
                  alt={t("bench.picture", { number: String(detail.row.number) })}
                  draggable={false}
                  onError={() => setFailed(true)}
                />
              ),
              marks: props.children,
            }}
          </FrameSurface>
        )}
      />
      {failed ? (
        <p className="stage-notice notice is-error" role="alert">
          {t("bench.picture.failed")}
        </p>
      ) : null}
    </div>
  );
}

function Clip(props: OfItemProps & { readonly clock: ItemClock; readonly player: FramePlayer }) {
  const { detail, clock, player, frame, asked, onFrame } = props;
  const shield = useShield();
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const media = useMedia(player, detail, clock.times, canvas, shield.isRevealed(detail.row.id), false);
  const { shown, fault } = useSyncExternalStore(player.subscribe, player.state);
  useEffect(() => player.setMuted(true), [player]);
  useEffect(() => {
    if (frame !== undefined) player.seek(frame);
  }, [player, frame, asked]);
  const ref = useMemo(() => frameOfItem(detail, clock.clock, shown), [detail, clock.clock, shown]);
  useTold(ref, onFrame);
  const trouble = media.stage === "failed" ? t("bench.open-failed", { reason: media.reason ?? "" }) : fault;
  return (
    <div className="frame-picture">
      <Covered
        detail={detail}
        reveals={detail.media.play === "original" || detail.media.play === "proxy"}
        clear={(grey) => (
          <FrameSurface {...props} size={shownSize(detail)} grey={grey}>
            {{
              picture: (
                <canvas ref={setCanvas} className="stage-canvas" role="img" aria-label={t("bench.canvas")} data-frame={shown ?? ""} />
              ),
              marks: props.children,
            }}
          </FrameSurface>
        )}
      />
      {trouble === null ? null : (
        <p className="notice is-error" role="alert">
          {trouble}
        </p>
      )}
      <FrameSteps player={player} />
    </div>
  );
}

function Covered(props: { detail: ItemDetail; reveals: boolean; clear: (grey: boolean) => ReactNode }) {
  const { detail, reveals, clear } = props;
  const { row } = detail;
  const shield = useShield();
  return (
    <div className="stage">
      <Shielded
        item={row.id}
        kind={row.kind}
        poster={row.poster}
        label={t("bench.poster", { number: String(row.number) })}
        {...(reveals ? { clear: ({ grey }) => clear(grey) } : {})}
      />
      {shield.blanked || (reveals && shield.isRevealed(row.id)) ? null : <CoverCard detail={detail} reveals={reveals} />}
    </div>
  );
}

/** Tells once for every frame, not for every drawing. */
function useTold(ref: FrameRef | undefined, onFrame: ((frame: FrameRef | undefined) => void) | undefined): void {
  const said = JSON.stringify(ref);
  useEffect(() => {
    onFrame?.(said === undefined ? undefined : (JSON.parse(said) as FrameRef));
    // A new function is no new frame.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [said]);
}
