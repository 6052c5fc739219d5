/** Segments of one tier over the waveform: chosen by a click, their edges dragged where the tier is written here. A draft is hatched. */
import { memo, type PointerEvent as ReactPointerEvent, useMemo } from "react";
import type { TierSegment } from "../../core/tier/tier.ts";
import { textDirection } from "../../core/tier/text-direction.ts";
import type { TierLanguage } from "../../core/tier/tier.ts";
import { t } from "../words/t.ts";
import { laneRows } from "./lane-rows.ts";
import { segmentName } from "./segment-words.ts";
import type { Stretch } from "./speech-player.ts";
import { shareOf } from "./wave-span.ts";

/** More in sight than that cannot be told apart: the lane asks to zoom in. */
const mostInSight = 400;
const rowPx = 24;

export interface LaneOf {
  readonly name: string;
  readonly language: TierLanguage;
  readonly segments: readonly TierSegment[];
  readonly overlapping: ReadonlySet<number>;
  /** How a segment stands, in words, for who cannot see the hatch. */
  readonly standing: (segment: TierSegment) => string;
}

interface SegmentLaneProps {
  readonly lane: LaneOf;
  readonly span: Stretch;
  readonly chosen: number | undefined;
  readonly active: boolean;
  readonly onChoose: (segment: TierSegment) => void;
  /** Absent where nothing may be dragged. */
  readonly onEdge?: ((segment: TierSegment, edge: "start" | "end", event: ReactPointerEvent) => void) | undefined;
}

export const SegmentLane = memo(function SegmentLane({ lane, span, chosen, active, onChoose, onEdge }: SegmentLaneProps) {
  const rows = useMemo(() => laneRows(lane.segments), [lane.segments]);
  const seen = lane.segments.filter(({ startMs, endMs }) => endMs > span.fromMs && startMs < span.toMs);
  const height = (Math.max(0, ...rows.values()) + 1) * rowPx;
  return (
    <div className={active ? "seg-lane is-active" : "seg-lane"} role="group" aria-label={lane.name}>
      <span className="seg-lane-name" aria-hidden="true">
        {lane.name}
      </span>
      <div className="seg-lane-track" style={{ height }}>
        {seen.length > mostInSight ? (
          <span className="quiet small seg-lane-many">{t("speech.lane.many", { count: seen.length })}</span>
        ) : (
          seen.map((segment) => (
            <Segment
              key={segment.id}
              segment={segment}
              lane={lane}
              row={rows.get(segment.id) ?? 0}
              span={span}
              chosen={segment.id === chosen}
              onChoose={onChoose}
              onEdge={onEdge}
            />
          ))
        )}
      </div>
    </div>
  );
});

interface SegmentProps extends Pick<SegmentLaneProps, "lane" | "span" | "onChoose" | "onEdge"> {
  readonly segment: TierSegment;
  readonly row: number;
  readonly chosen: boolean;
}

function Segment({ segment, lane, row, span, chosen, onChoose, onEdge }: SegmentProps) {
  const left = Math.max(-1, shareOf(segment.startMs, span)) * 100;
  const right = Math.min(2, shareOf(segment.endMs, span)) * 100;
  const marks = [
    segment.machine === null ? "" : " is-machine",
    lane.overlapping.has(segment.id) || segment.overlap ? " is-overlap" : "",
    chosen ? " is-chosen" : "",
  ];
  return (
    <div
      className={`seg${marks.join("")}`}
      style={{ left: `${left}%`, width: `${Math.max(0.12, right - left)}%`, top: row * rowPx + 1, height: rowPx - 2 }}
      data-segment={segment.id}
    >
      <button type="button" className="seg-words" tabIndex={-1} aria-pressed={chosen} onClick={() => onChoose(segment)}>
        <span className="visually-hidden">
          {segmentName(segment)}, {lane.standing(segment)}:
        </span>
        {segment.speaker === null ? null : (
          <b className="seg-speaker" aria-hidden="true">
            {segment.speaker.slice(3)}
          </b>
        )}
        <bdi dir={textDirection(segment.language ?? lane.language, segment.text).direction} lang={segment.language ?? lane.language}>
          {segment.text}
        </bdi>
      </button>
      {onEdge === undefined ? null : (
        <>
          <span className="seg-edge is-start" onPointerDown={(event) => onEdge(segment, "start", event)} />
          <span className="seg-edge is-end" onPointerDown={(event) => onEdge(segment, "end", event)} />
        </>
      )}
    </div>
  );
}
