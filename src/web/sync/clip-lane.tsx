/** One clip on the common clock. Its upper edge is a grip: drawn along, it moves the clip by whole frames, with Shift by milliseconds. */
import { useQuery } from "@tanstack/react-query";
import { type PointerEvent, useCallback, useMemo, useRef } from "react";
import type { ItemDetail, Waveform } from "../../api/items.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { type DrawLane, Lane } from "../bench/lane.tsx";
import { place, type Span } from "../bench/timeline-draw.ts";
import { t } from "../words/t.ts";
import type { ClipTiming, Covered } from "./clip-timing.ts";
import { drawClipLane } from "./lane-draw.ts";

export const laneHeight = 44;

interface ClipLaneProps {
  readonly detail: ItemDetail;
  readonly timing: ClipTiming;
  readonly shiftSec: number;
  readonly covered: Covered;
  readonly plusMinusSec: number | null;
  readonly soundWaySec: number;
  /** Seconds of one frame; what a drag moves by. */
  readonly frameSec: number;
  readonly span: Span;
  readonly width: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  /** Called all along; `isDone` when it is let go. */
  readonly onMove: (bySec: number, isDone: boolean) => void;
}

export function ClipLane(props: ClipLaneProps) {
  const { detail, timing, shiftSec, covered, plusMinusSec, soundWaySec, frameSec, span, width, isChosen, onChoose, onMove } = props;
  const id = detail.row.id;
  const wave = useQuery({
    queryKey: [...queryKeys.derived(id), "waveform"],
    queryFn: ({ signal }) => api.waveform(id, signal),
    enabled: detail.media.waveform,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const drag = useRef<{ readonly x: number }>(undefined);
  const data = useMemo(() => (wave.data === undefined ? undefined : toOwnPeak(wave.data)), [wave.data]);
  const { from, to } = covered;
  const draw = useCallback<DrawLane>(
    (context, size) =>
      drawClipLane(context, size, span, { timing, shiftSec, covered: { from, to }, wave: data, plusMinusSec, soundWaySec }),
    [span, timing, shiftSec, from, to, data, plusMinusSec, soundWaySec],
  );
  const move = (event: PointerEvent<HTMLElement>, isDone: boolean): void => {
    if (drag.current === undefined) return;
    const by = ((event.clientX - drag.current.x) / width) * (span.to - span.from);
    const grain = event.shiftKey ? 0.001 : frameSec;
    onMove(Math.round(by / grain) * grain, isDone);
    if (isDone) drag.current = undefined;
  };
  return (
    <div
      className={isChosen ? "clip-lane is-chosen" : "clip-lane"}
      data-item={id}
      style={{ height: laneHeight }}
      title={t("sync.wave-scaled")}
    >
      <Lane width={width} height={laneHeight} draw={draw} />
      <NotFilmed span={span} width={width} covered={covered} />
      <div
        className="clip-grip"
        title={t("sync.grip")}
        style={{ left: place(from, span), right: `calc(100% - ${place(to, span)})` }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX };
          onChoose();
        }}
        onPointerMove={(event) => move(event, false)}
        onPointerUp={(event) => move(event, true)}
        onPointerCancel={(event) => move(event, true)}
      />
    </div>
  );
}

/** A distant recorder's sound can be compared with a near one's only when each is drawn by its own loudest moment. */
function toOwnPeak(wave: Waveform): Waveform {
  let most = 0;
  for (const value of wave.peaks) most = Math.max(most, Math.abs(value));
  return most === 0 ? wave : { ...wave, peaks: wave.peaks.map((value) => Math.round((value * 127) / most)) };
}

/** The words stand where there is room for them; the hatching says it everywhere. */
function NotFilmed({ span, width, covered }: { span: Span; width: number; covered: Covered }) {
  const perSec = width / (span.to - span.from);
  const gaps = [
    { from: span.from, to: Math.min(covered.from, span.to) },
    { from: Math.max(covered.to, span.from), to: span.to },
  ];
  return gaps.map(({ from, to }, index) =>
    (to - from) * perSec < 76 ? null : (
      <span key={index} className="clip-gap" style={{ left: place(from, span), right: `calc(100% - ${place(to, span)})` }}>
        {t("sync.not-filmed")}
      </span>
    ),
  );
}
