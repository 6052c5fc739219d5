/**
 * The waveform, large, with the segments of every tier below it, on item time. Drag: a selection; click: the place; wheel: zoom at
 * the cursor; Shift and wheel: scroll. The edges of a segment that is written here are dragged.
 */
import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Waveform } from "../../api/items.ts";
import type { TierSegment } from "../../core/tier/tier.ts";
import { type DrawLane, Lane } from "../bench/lane.tsx";
import { t } from "../words/t.ts";
import { clockOfItem } from "./item-time.ts";
import { type LaneOf, SegmentLane } from "./segment-lane.tsx";
import { clockOfMs } from "./segment-words.ts";
import type { SoundTick } from "./sound-ticks.ts";
import type { SpeechPlayer, Stretch } from "./speech-player.ts";
import { drawTimes, drawWave } from "./wave-draw.ts";
import { movedStretch, shareOf, zoomedStretch } from "./wave-span.ts";

export interface WaveLane extends LaneOf {
  readonly key: string;
  readonly active: boolean;
}

interface WavePanelProps {
  readonly player: SpeechPlayer;
  readonly wave: Waveform | undefined;
  readonly ticks: readonly SoundTick[];
  readonly lanes: readonly WaveLane[];
  readonly span: Stretch;
  readonly onSpan: (change: (span: Stretch) => Stretch) => void;
  readonly selection: Stretch | undefined;
  readonly onSelection: (selection: Stretch | undefined) => void;
  readonly chosen: number | undefined;
  readonly onChoose: (lane: WaveLane, segment: TierSegment) => void;
  /** Absent where nothing may be changed. */
  readonly onDragged?: ((id: number, startMs: number, endMs: number, gesture: string) => void) | undefined;
}

/** Less of a drag is a click. */
const dragFromPx = 4;

export function WavePanel(props: WavePanelProps) {
  const { player, wave, ticks, lanes, span, onSpan, selection, onSelection } = props;
  const { whole } = player;
  const track = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  const [louder, setLouder] = useState(1);
  useEffect(() => {
    const element = track.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(50, Math.floor(entry.contentRect.width))));
    observer.observe(element);
    // React's wheel listener is passive and could not keep the page from scrolling.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const sideways = event.shiftKey ? event.deltaY : Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : 0;
      onSpan((now) =>
        sideways === 0
          ? zoomedStretch(now, whole, (event.clientX - box.left) / box.width, event.deltaY < 0 ? 0.8 : 1.25)
          : movedStretch(now, whole, (sideways / box.width) * (now.toMs - now.fromMs)),
      );
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener("wheel", onWheel);
    };
  }, [onSpan, whole]);

  const msAt = (clientX: number): number => {
    const box = (track.current as HTMLDivElement).getBoundingClientRect();
    return Math.round(span.fromMs + ((clientX - box.left) / box.width) * (span.toMs - span.fromMs));
  };
  const selecting = useSelecting(msAt, player, onSelection);
  const onEdge = useEdges(msAt, props.onDragged);
  const ruler = useCallback<DrawLane>((context, size) => drawTimes(context, size, span), [span]);
  const shape = useCallback<DrawLane>(
    (context, size) => {
      if (wave !== undefined) drawWave(context, size, span, wave, (sec) => clockOfItem(player.clock, sec), louder);
    },
    [player, span, wave, louder],
  );
  return (
    <section className="wave-panel" aria-label={t("speech.wave")}>
      <div className="wave-track" ref={track}>
        <div className="wave-sound" {...selecting}>
          <Lane height={18} width={width} draw={ruler} />
          <Lane height={128} width={width} draw={shape} className="wave-shape" />
          {wave === undefined ? <span className="quiet small wave-waiting">{t("speech.wave-waiting")}</span> : null}
          <Ticks ticks={ticks} span={span} />
        </div>
        <div className="wave-lanes">
          {lanes.map((lane) => (
            <SegmentLane
              key={lane.key}
              lane={lane}
              span={span}
              active={lane.active}
              chosen={lane.active ? props.chosen : undefined}
              onChoose={(segment) => props.onChoose(lane, segment)}
              onEdge={lane.active && props.onDragged !== undefined ? onEdge : undefined}
            />
          ))}
        </div>
        {selection === undefined ? null : <Selected selection={selection} span={span} />}
        <Playhead player={player} span={span} />
      </div>
      <div className="wave-foot small">
        <Overview player={player} span={span} onSpan={onSpan} />
        <span className="quiet">
          {selection === undefined
            ? t("speech.wave-how")
            : t("speech.selection", {
                from: clockOfMs(selection.fromMs),
                to: clockOfMs(selection.toMs),
                length: ((selection.toMs - selection.fromMs) / 1000).toFixed(3),
              })}
        </span>
        <label className="wave-louder">
          <span className="quiet">{t("speech.louder")}</span>
          <select className="field is-small" value={louder} onChange={(event) => setLouder(Number(event.target.value))}>
            {[1, 2, 4, 8].map((times) => (
              <option key={times} value={times}>
                {times}×
              </option>
            ))}
          </select>
        </label>
      </div>
    </section>
  );
}

function useSelecting(msAt: (x: number) => number, player: SpeechPlayer, onSelection: (selection: Stretch | undefined) => void) {
  const drag = useRef<{ readonly x: number; readonly ms: number; moved: boolean } | null>(null);
  return {
    onPointerDown: (event: ReactPointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { x: event.clientX, ms: msAt(event.clientX), moved: false };
    },
    onPointerMove: (event: ReactPointerEvent) => {
      const from = drag.current;
      if (from === null || (!from.moved && Math.abs(event.clientX - from.x) < dragFromPx)) return;
      from.moved = true;
      const to = Math.min(player.whole.toMs, Math.max(player.whole.fromMs, msAt(event.clientX)));
      onSelection({ fromMs: Math.min(from.ms, to), toMs: Math.max(from.ms, to) });
    },
    onPointerUp: (event: ReactPointerEvent) => {
      const from = drag.current;
      drag.current = null;
      if (from === null) return;
      if (from.moved) player.seek(Math.min(from.ms, msAt(event.clientX)));
      else {
        onSelection(undefined);
        player.seek(from.ms);
      }
    },
    onPointerCancel: () => (drag.current = null),
  };
}

function useEdges(msAt: (x: number) => number, onDragged: WavePanelProps["onDragged"]) {
  return (segment: TierSegment, edge: "start" | "end", event: ReactPointerEvent): void => {
    if (event.button !== 0 || onDragged === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget as HTMLElement;
    handle.setPointerCapture(event.pointerId);
    const gesture = `edge ${segment.id} ${event.timeStamp}`;
    const move = (to: PointerEvent): void => {
      const ms = msAt(to.clientX);
      if (edge === "start") onDragged(segment.id, Math.min(ms, segment.endMs - 20), segment.endMs, gesture);
      else onDragged(segment.id, segment.startMs, Math.max(ms, segment.startMs + 20), gesture);
    };
    const end = (): void => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", end);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
  };
}

function Ticks({ ticks, span }: { ticks: readonly SoundTick[]; span: Stretch }) {
  const seen = ticks.filter(({ atMs }) => atMs >= span.fromMs && atMs <= span.toMs).slice(0, 500);
  return (
    <>
      {seen.map((tick) => (
        <span key={tick.atMs} className="sound-tick" style={{ left: `${shareOf(tick.atMs, span) * 100}%` }} title={tick.says} />
      ))}
    </>
  );
}

function Selected({ selection, span }: { selection: Stretch; span: Stretch }) {
  const left = Math.max(0, shareOf(selection.fromMs, span));
  const right = Math.min(1, shareOf(selection.toMs, span));
  return right <= 0 || left >= 1 ? null : (
    <div className="wave-selected" style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }} />
  );
}

function Playhead({ player, span }: { player: SpeechPlayer; span: Stretch }) {
  const { atMs } = useSyncExternalStore(player.subscribe, player.state);
  const share = shareOf(atMs, span);
  return (
    <div
      className="playhead"
      role="slider"
      tabIndex={0}
      aria-label={t("speech.playhead")}
      aria-valuemin={player.whole.fromMs}
      aria-valuemax={player.whole.toMs}
      aria-valuenow={atMs}
      aria-valuetext={clockOfMs(atMs)}
      hidden={share < 0 || share > 1}
      style={{ left: `${share * 100}%` }}
    />
  );
}

/** Where in the whole the look is; the browser's own slider, so that it goes by keyboard too. */
function Overview({ player, span, onSpan }: Pick<WavePanelProps, "player" | "span" | "onSpan">) {
  const { whole } = player;
  const length = span.toMs - span.fromMs;
  const room = whole.toMs - whole.fromMs - length;
  if (room < 1) return null;
  return (
    <input
      type="range"
      className="wave-overview"
      aria-label={t("speech.scroll")}
      min={0}
      max={Math.round(room)}
      step={Math.max(1, Math.round(length / 20))}
      value={Math.round(span.fromMs - whole.fromMs)}
      aria-valuetext={t("speech.scroll-at", { from: clockOfMs(span.fromMs), to: clockOfMs(span.toMs) })}
      onChange={(event) => {
        const fromMs = whole.fromMs + Number(event.target.value);
        onSpan(() => ({ fromMs, toMs: fromMs + length }));
      }}
    />
  );
}
