/** Filmstrip (blurred in its file), waveform, the marked range, pins and the playhead, on one clock. Click or drag to seek. */
import { useQuery } from "@tanstack/react-query";
import {
  type PointerEvent as ReactPointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { ItemDetail, Observation } from "../../api/items.ts";
import { api } from "../api-client/api.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { formatNumber, t } from "../words/t.ts";
import { formatClock, frameAtClock, readingOf } from "./frame-clock.ts";
import type { FramePlayer } from "./frame-player.ts";
import { type DrawLane, Lane } from "./lane.tsx";
import { LanesMissing } from "./lanes-missing.tsx";
import { Pins } from "./pins.tsx";
import { drawSoundEvents } from "./sound-events-draw.ts";
import { useSoundEvents } from "./use-sound-events.ts";
import { drawFilmstrip, drawRuler, drawWaveform, place, type Span, zoomedSpan } from "./timeline-draw.ts";

interface TimelineProps {
  readonly player: FramePlayer;
  readonly detail: ItemDetail;
  readonly blanked: boolean;
  readonly onPin: (observation: Observation) => void;
  /** Further lanes under the others, on the same clock. */
  readonly lanes?: (span: Span) => ReactNode;
}

export function Timeline({ player, detail, blanked, onPin, lanes }: TimelineProps) {
  const { row } = detail;
  const id = row.id;
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
  const { events: sounds } = useSoundEvents(detail);
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

  const ruler = useCallback<DrawLane>((context, size) => drawRuler(context, size, span), [span]);
  const filmstrip = useCallback<DrawLane>(
    (context, size) => {
      if (strip.data && sprite) drawFilmstrip(context, size, span, strip.data, sprite);
    },
    [span, strip.data, sprite],
  );
  const waveform = useCallback<DrawLane>(
    (context, size) => {
      if (!wave.data) return;
      drawWaveform(context, size, span, wave.data);
      drawSoundEvents(context, size, span, sounds);
    },
    [span, wave.data, sounds],
  );

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
        <Lane height={18} width={width} draw={ruler} />
        {detail.media.filmstrip ? <Lane height={44} width={width} className="lane-strip" draw={filmstrip} /> : null}
        {detail.media.waveform ? <Lane height={row.kind === "sound" ? 160 : 48} width={width} draw={waveform} /> : null}
        <MarkedRange player={player} span={span} />
        <Playhead player={player} span={span} />
      </div>
      {lanes?.(span)}
      <Pins player={player} detail={detail} span={span} width={width} onPin={onPin} />
      <LanesMissing detail={detail} />
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
