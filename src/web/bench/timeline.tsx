/** Filmstrip (blurred in its file), waveform, the marked range, pins and the playhead, on one clock. Click or drag to seek. */
import { useQuery } from "@tanstack/react-query";
import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { ItemDetail, Observation } from "../../api/items.ts";
import { api } from "../api-client/api.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { formatNumber, t } from "../words/t.ts";
import { formatClock, frameAtClock, readingOf } from "./frame-clock.ts";
import type { FramePlayer } from "./frame-player.ts";
import { drawFilmstrip, drawRuler, drawWaveform, type Span, zoomedSpan } from "./timeline-draw.ts";

interface TimelineProps {
  readonly player: FramePlayer;
  readonly detail: ItemDetail;
  readonly blanked: boolean;
  readonly onPin: (observation: Observation) => void;
}

export function Timeline({ player, detail, blanked, onPin }: TimelineProps) {
  const id = detail.row.id;
  const whole: Span = wholeSpan(player);
  const [span, setSpan] = useState<Span>(whole);
  const [width, setWidth] = useState(600);
  const track = useRef<HTMLDivElement>(null);
  const strip = useQuery({
    queryKey: [...queryKeys.derived(id), "filmstrip"],
    queryFn: ({ signal }) => api.filmstrip(id, signal),
    enabled: detail.media.filmstrip,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const wave = useQuery({
    queryKey: [...queryKeys.derived(id), "waveform"],
    queryFn: ({ signal }) => api.waveform(id, signal),
    enabled: detail.media.waveform,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const sprite = useSprite(detail.media.filmstrip && !blanked ? mediaUrls.filmstrip(id) : null);

  useEffect(() => {
    const element = track.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(50, Math.floor(entry.contentRect.width))));
    observer.observe(element);
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const at = (event.clientX - element.getBoundingClientRect().left) / element.clientWidth;
      setSpan((now) => zoomedSpan(now, wholeSpan(player), at, event.deltaY < 0 ? 0.8 : 1.25));
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener("wheel", onWheel);
    };
  }, [player]);

  const seekAt = useCallback(
    (event: ReactPointerEvent<HTMLDivElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      const sec = span.from + ((event.clientX - box.left) / box.width) * (span.to - span.from);
      const frame = frameAtClock(player.clock, sec);
      if (frame !== null && frame !== player.position) player.seek(frame);
    },
    [player, span],
  );

  return (
    <div className="timeline" role="group" aria-label={t("bench.timeline")}>
      <div
        ref={track}
        className="timeline-track"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          seekAt(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) seekAt(event);
        }}
      >
        <Lane height={18} width={width} draw={(context, size) => drawRuler(context, size, span)} deps={[span]} />
        {detail.media.filmstrip ? (
          <Lane
            height={44}
            width={width}
            className="lane-strip"
            draw={(context, size) => strip.data && sprite && drawFilmstrip(context, size, span, strip.data, sprite)}
            deps={[span, strip.data, sprite]}
          />
        ) : null}
        {detail.media.waveform ? (
          <Lane
            height={48}
            width={width}
            draw={(context, size) => wave.data && drawWaveform(context, size, span, wave.data)}
            deps={[span, wave.data]}
          />
        ) : null}
        <MarkedRange player={player} span={span} />
        <Playhead player={player} span={span} />
      </div>
      <Pins player={player} detail={detail} span={span} onPin={onPin} />
      {span.from === whole.from && span.to === whole.to ? null : (
        <button type="button" className="button is-bare timeline-whole" onClick={() => setSpan(whole)}>
          {t("bench.timeline.whole")}
        </button>
      )}
    </div>
  );
}

function wholeSpan(player: FramePlayer): Span {
  const first = player.clock.shownOrder[0];
  const from = first === undefined ? 0 : (player.clock.table.edited[first] ?? 0);
  return { from, to: Math.max(from + 0.001, player.clock.endSec) };
}

function useSprite(url: string | null): HTMLImageElement | null {
  const [sprite, setSprite] = useState<HTMLImageElement | null>(null);
  useEffect(() => {
    setSprite(null);
    if (url === null) return;
    const image = new Image();
    image.onload = () => setSprite(image);
    image.src = url;
    return () => {
      image.onload = null;
    };
  }, [url]);
  return sprite;
}

interface LaneProps {
  readonly width: number;
  readonly height: number;
  readonly className?: string;
  readonly draw: (context: CanvasRenderingContext2D, size: { width: number; height: number }) => void;
  readonly deps: readonly unknown[];
}

function Lane({ width, height, className, draw, deps }: LaneProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context) return;
    const paint = (): void => {
      const ratio = window.devicePixelRatio;
      element.width = Math.round(width * ratio);
      element.height = Math.round(height * ratio);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      draw(context, { width, height });
    };
    paint();
    // Lanes take their colours from the theme.
    const observer = new MutationObserver(paint);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    const scheme = window.matchMedia("(prefers-color-scheme: light)");
    scheme.addEventListener("change", paint);
    return () => {
      observer.disconnect();
      scheme.removeEventListener("change", paint);
    };
  }, [width, height, ...deps]);
  return <canvas ref={canvas} className={`lane ${className ?? ""}`} style={{ height }} aria-hidden="true" />;
}

function Playhead({ player, span }: { player: FramePlayer; span: Span }) {
  const state = useSyncExternalStore(player.subscribe, player.state);
  const shown = state.shown ?? 0;
  const reading = player.clock.count > 0 ? readingOf(player.clock, shown) : null;
  // A hidden frame has no place on the clock: its neighbour on it stands in, drawn broken.
  const hidden = reading === null || reading.clockSec === "hidden";
  const sec = reading === null || reading.clockSec === "hidden" ? span.from : reading.clockSec;
  return (
    <div
      className={hidden ? "playhead is-hidden" : "playhead"}
      role="slider"
      tabIndex={0}
      aria-label={t("bench.timeline.playhead")}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, player.clock.count - 1)}
      aria-valuenow={shown}
      aria-valuetext={hidden ? t("bench.readout.hidden") : t("bench.timeline.at", { frame: formatNumber(shown), clock: formatClock(sec) })}
      style={{ left: place(sec, span) }}
    />
  );
}

function MarkedRange({ player, span }: { player: FramePlayer; span: Span }) {
  const { markIn, markOut } = useSyncExternalStore(player.subscribe, player.state);
  if (markIn === null && markOut === null) return null;
  const secAt = (frame: number): number => player.clock.table.edited[frame] ?? span.from;
  const from = markIn === null ? span.from : secAt(markIn);
  const to = markOut === null ? span.to : secAt(markOut);
  return <div className="marked-range" style={{ left: place(from, span), right: `calc(100% - ${place(Math.max(to, from), span)})` }} />;
}

function Pins({
  player,
  detail,
  span,
  onPin,
}: {
  player: FramePlayer;
  detail: ItemDetail;
  span: Span;
  onPin: (observation: Observation) => void;
}) {
  const pinned = detail.observations.filter((observation) => observation.target.range);
  if (pinned.length === 0) return null;
  return (
    <ul className="pins" aria-label={t("bench.pins")}>
      {pinned.map((observation) => {
        const range = observation.target.range;
        const sec = range ? player.clock.table.edited[range.startFrame] : null;
        const end = range ? player.clock.table.edited[range.endFrame] : null;
        if (sec === null || sec === undefined || sec < span.from || sec > span.to) return null;
        const long = end !== null && end !== undefined && end > sec ? ((end - sec) / (span.to - span.from)) * 100 : 0;
        return (
          <li key={observation.id} style={{ left: place(sec, span), width: long > 0 ? `${long}%` : undefined }}>
            <button
              type="button"
              className={`pin is-${observation.sort} ${observation.withdrawn ? "is-withdrawn" : ""}`}
              title={observation.text}
              aria-label={t("bench.pin", { id: observation.id, text: observation.text, clock: formatClock(sec) })}
              onClick={() => onPin(observation)}
            >
              {observation.sort === "marker" ? "▾" : observation.id}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function place(sec: number, span: Span): string {
  return `${(Math.min(1, Math.max(0, (sec - span.from) / (span.to - span.from))) * 100).toFixed(4)}%`;
}
