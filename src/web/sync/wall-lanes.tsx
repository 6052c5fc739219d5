/** All clips under each other on the common clock, with what is pinned to any of them drawn through all. Click or drag to go to a moment. */
import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { formatClock } from "../bench/frame-clock.ts";
import { type DrawLane, Lane } from "../bench/lane.tsx";
import { drawRuler, place } from "../bench/timeline-draw.ts";
import { fileName } from "../copies/file-name.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { ClipLane } from "./clip-lane.tsx";
import { type Covered, uncovered } from "./clip-timing.ts";
import { EventRow } from "./event-row.tsx";
import type { LockedWall } from "./locked-wall.ts";
import { offsetWords } from "./offset-words.ts";
import { bySoundWords } from "./plan-words.ts";
import type { LaneSpan } from "./use-lane-span.ts";
import type { WallEvent } from "./wall-events.ts";
import type { PaneOf } from "./wall-pane.tsx";
import type { WallPlan } from "./wall-plan.ts";

export interface LaneOf extends PaneOf {
  readonly covered: Covered;
  readonly shiftSec: number;
  readonly frameSec: number;
}

interface WallLanesProps {
  readonly wall: LockedWall;
  readonly lanes: readonly LaneOf[];
  readonly plan: WallPlan;
  readonly lane: LaneSpan;
  readonly chosen: ItemId;
  readonly events: readonly WallEvent[];
  readonly onChoose: (item: ItemId) => void;
  readonly onMove: (item: ItemId, bySec: number, isDone: boolean) => void;
}

export function WallLanes({ wall, lanes, plan, lane, chosen, events, onChoose, onMove }: WallLanesProps) {
  const { span, zoom, pan } = lane;
  const [width, setWidth] = useState(600);
  const track = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = track.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(50, Math.floor(entry.contentRect.width))));
    observer.observe(element);
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const at = (event.clientX - element.getBoundingClientRect().left) / element.clientWidth;
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan((event.deltaX || event.deltaY) / element.clientWidth);
      else zoom(event.deltaY < 0 ? 0.8 : 1.25, at);
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener("wheel", onWheel);
    };
  }, [zoom, pan]);
  // Between the first moment and the last that anybody filmed.
  const parts = lanes.map(({ covered }) => covered);
  const all = { from: Math.min(...parts.map(({ from }) => from)), to: Math.max(...parts.map(({ to }) => to)) };
  const nobody = uncovered(all, parts);
  const ruler = useCallback<DrawLane>((context, size) => drawRuler(context, size, span), [span]);
  const seekAt = (event: ReactPointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    wall.seek(span.from + ((event.clientX - box.left) / box.width) * (span.to - span.from));
  };
  return (
    <div className="wall-lanes" role="group" aria-label={t("sync.lanes")}>
      {nobody.length === 0 ? null : (
        <p className="nobody-words small">
          {t("sync.nobody-from", { spans: nobody.map(({ from, to }) => `${formatClock(from)}–${formatClock(to)}`).join(", ") })}
        </p>
      )}
      <div className="lane-heads">
        <span className="lane-head is-ruler quiet small" title={t("sync.clock-means", { number: plan.reference.slice(1) })}>
          {t("sync.common-clock")}
        </span>
        {events.length === 0 ? null : <span className="lane-head is-events quiet small">{t("sync.events")}</span>}
        {lanes.map((of) => (
          <LaneHead key={of.detail.row.id} of={of} plan={plan} isChosen={of.detail.row.id === chosen} onChoose={onChoose} />
        ))}
      </div>
      <div
        ref={track}
        className="lane-track"
        onPointerDown={(event) => {
          if (event.button !== 0 || (event.target instanceof Element && event.target.closest("button") !== null)) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          seekAt(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) seekAt(event);
        }}
      >
        <div className="lane-ruler">
          <Lane height={18} width={width} draw={ruler} />
          {nobody.map((gap) => (
            <span
              key={gap.from}
              className="nobody-filmed"
              title={t("sync.nobody")}
              style={{ left: place(gap.from, span), right: `calc(100% - ${place(gap.to, span)})` }}
            />
          ))}
        </div>
        {events.length === 0 ? null : <EventRow events={events} span={span} width={width} onGo={(sec) => wall.seek(sec)} />}
        {lanes.map((of) => {
          const id = of.detail.row.id;
          return (
            <ClipLane
              key={id}
              {...of}
              plusMinusSec={plan.places.get(id)?.placed.plusMinusS ?? null}
              soundWaySec={plan.places.get(id)?.placed.bySound?.atMostS ?? 0}
              span={span}
              width={width}
              isChosen={id === chosen}
              onChoose={() => onChoose(id)}
              onMove={(by, isDone) => onMove(id, by, isDone)}
            />
          );
        })}
        <Playhead wall={wall} lane={lane} />
      </div>
    </div>
  );
}

function LaneHead({ of, plan, isChosen, onChoose }: { of: LaneOf; plan: WallPlan; isChosen: boolean; onChoose: (item: ItemId) => void }) {
  const { row } = of.detail;
  const placed = plan.places.get(row.id)?.placed ?? null;
  const bySound = placed?.bySound ?? null;
  const words = placed === null ? t("sync.not-placed") : offsetWords(placed.offsetS, placed.plusMinusS);
  return (
    <button type="button" className="lane-head" aria-pressed={isChosen} onClick={() => onChoose(row.id)}>
      <span className="lane-name">
        <b>{row.id.slice(1)}</b>
        <span className="cut">
          <IsolatedText text={fileName(row.name)} />
        </span>
        {bySound === null ? null : <span className="quiet small">{t("sync.by-sound-short")}</span>}
      </span>
      <span className="mono small lane-offset">
        {words}
        {of.movedSec === 0 ? null : <em className="tone-narrower"> {offsetWords(of.movedSec, null)}</em>}
      </span>
      <span className="visually-hidden">
        {t("sync.lane", { from: formatClock(of.covered.from), to: formatClock(of.covered.to) })}{" "}
        {placed === null ? "" : t("sync.lane-error")} {bySound === null ? "" : bySoundWords(bySound)}{" "}
        {of.movedSec === 0 ? "" : t("sync.by-hand")}
      </span>
    </button>
  );
}

/** Follows the clock outside React: sixty times a second. */
function Playhead({ wall, lane: { span } }: { wall: LockedWall; lane: LaneSpan }) {
  const head = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      wall.onLook(({ clockSec }) => {
        const element = head.current;
        if (element === null) return;
        element.style.left = place(clockSec, span);
        element.setAttribute("aria-valuenow", clockSec.toFixed(3));
        element.setAttribute("aria-valuetext", formatClock(clockSec));
      }),
    [wall, span],
  );
  return (
    <div
      ref={head}
      className="playhead"
      role="slider"
      tabIndex={0}
      aria-label={t("sync.playhead")}
      aria-valuemin={Number(span.from.toFixed(3))}
      aria-valuemax={Number(span.to.toFixed(3))}
      aria-valuenow={0}
    />
  );
}
