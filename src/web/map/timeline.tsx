/**
 * The timeline: a row for each event and item, each time an interval with its standing. Where the zone is not known the bar is as
 * wide as that makes it, and its own reading stands beside it in words. Gaps are drawn, because what is not there matters too.
 */
import { useEffect, useRef, useState } from "react";
import type { PostDensity, TimelineRow } from "../../api/map.ts";
import { SHOWN_ZONES } from "../bench/zone-table.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { PostLegend, PostStrip } from "./post-strip.tsx";
import { TimeAxis } from "./time-axis.tsx";
import { rowPx, TimeLane } from "./time-lane.tsx";
import { dayMs, gapsOf, type TimeSpan, wholeSpan, zoomedTime } from "./time-scale.ts";
import { gapWords } from "./time-words.ts";

/** Shown while nothing of the case has a time: any day will do. */
const someDay: TimeSpan = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2024, 0, 2) };

interface TimelineProps {
  readonly rows: readonly TimelineRow[];
  readonly posts: readonly PostDensity[];
  readonly zone: string;
  readonly onZone: (zone: string) => void;
  readonly chosen: string | undefined;
  readonly onChoose: (record: string) => void;
  readonly brush: TimeSpan | undefined;
  readonly onBrush: (brush: TimeSpan | undefined) => void;
}

export function Timeline({ rows, posts, zone, onZone, chosen, onChoose, brush, onBrush }: TimelineProps) {
  const lanes = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(300);
  const [wished, setWished] = useState<TimeSpan>();
  const covered = coveredBy(rows, posts);
  const whole = wholeSpan(covered);
  const span = wished ?? whole ?? someDay;
  const gaps = gapsOf(covered);
  const drag = useRef<{ readonly x: number; readonly span: TimeSpan }>(undefined);
  const latest = useRef({ span });
  useEffect(() => {
    latest.current = { span };
  });

  useEffect(() => {
    const [lane, box] = [lanes.current, scroller.current];
    if (lane === null || box === null) return undefined;
    const observer = new ResizeObserver(() => {
      setWidth(lane.clientWidth);
      setHeight(box.clientHeight);
    });
    observer.observe(lane);
    observer.observe(box);
    const onWheel = (event: WheelEvent): void => {
      const { left, right } = lane.getBoundingClientRect();
      if (event.clientX < left || event.shiftKey || (!event.ctrlKey && Math.abs(event.deltaX) > Math.abs(event.deltaY))) return;
      event.preventDefault();
      setWished(zoomedTime(latest.current.span, (event.clientX - left) / (right - left), Math.exp(event.deltaY * 0.002)));
    };
    box.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      observer.disconnect();
      box.removeEventListener("wheel", onWheel);
    };
  }, []);
  useEffect(() => {
    const at = rows.findIndex(({ record }) => record === chosen);
    const box = scroller.current;
    if (at === -1 || box === null) return;
    if (at * rowPx < box.scrollTop || (at + 2) * rowPx > box.scrollTop + box.clientHeight)
      box.scrollTop = at * rowPx - box.clientHeight / 2;
  }, [chosen, rows]);

  const x = (ms: number): number => ((ms - span.from) / (span.to - span.from)) * width;
  const pan = (share: number): void => {
    const by = (span.to - span.from) * share;
    setWished({ from: span.from + by, to: span.to + by });
  };
  const first = Math.max(0, Math.floor(top / rowPx) - 4);
  const shown = rows.slice(first, first + Math.ceil(height / rowPx) + 8);
  return (
    <section
      className="timeline-part"
      aria-label={t("timeline.title")}
      onKeyDown={(event) => {
        if (event.target instanceof HTMLSelectElement) return;
        const act = {
          ArrowLeft: () => pan(-0.1),
          ArrowRight: () => pan(0.1),
          "+": () => setWished(zoomedTime(span, 0.5, 0.7)),
          "=": () => setWished(zoomedTime(span, 0.5, 0.7)),
          "-": () => setWished(zoomedTime(span, 0.5, 1.4)),
          "0": () => setWished(undefined),
        }[event.key];
        if (act === undefined || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        // The same keys move the map when the focus is elsewhere.
        event.stopPropagation();
        act();
      }}
    >
      <div className="timeline-bar">
        <label className="chip">
          <span>{t("timeline.zone")}</span>
          <select className="field" value={zone} onChange={(event) => onZone(event.target.value)}>
            {SHOWN_ZONES.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button is-small" onClick={() => setWished(undefined)}>
          {t("timeline.all")}
        </button>
        {brush === undefined ? (
          <button type="button" className="button is-small" onClick={() => onBrush(span)}>
            {t("timeline.brush-view")}
          </button>
        ) : (
          <button type="button" className="button is-small" aria-pressed="true" onClick={() => onBrush(undefined)}>
            {t("timeline.brush-clear")}
          </button>
        )}
        <span className="quiet small">{gaps.length === 0 ? t("timeline.no-gaps") : gapWords(gaps)}</span>
        {posts.length === 0 ? null : <PostLegend posts={posts} />}
      </div>
      <div
        ref={scroller}
        className="timeline-scroll"
        tabIndex={0}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
        onPointerDown={(event) => {
          const { target } = event;
          const onEmptyLane =
            target instanceof Element && target.classList.contains("timeline-lane") && target.closest(".timeline-head") === null;
          if (event.button !== 0 || !onEmptyLane) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX, span };
        }}
        onPointerMove={(event) => {
          const from = drag.current;
          if (from === undefined) return;
          const by = ((from.x - event.clientX) / width) * (from.span.to - from.span.from);
          setWished({ from: from.span.from + by, to: from.span.to + by });
        }}
        onPointerUp={() => {
          drag.current = undefined;
        }}
      >
        <div className="timeline-head">
          <span className="timeline-name quiet small">{t("timeline.rows", { count: rows.length })}</span>
          <div ref={lanes} className="timeline-lane">
            <TimeAxis span={span} width={width} zone={zone} gaps={gaps} brush={brush} onBrush={onBrush} />
          </div>
        </div>
        {posts.map((density) => (
          <PostStrip
            key={`${density.item} ${density.channel}`}
            density={density}
            span={span}
            width={width}
            chosen={chosen}
            onChoose={onChoose}
          />
        ))}
        <div className="timeline-rows" style={{ height: `${rows.length * rowPx}px` }}>
          {shown.map((row, at) => (
            <div
              key={row.record}
              className={row.record === chosen ? "timeline-row is-chosen" : "timeline-row"}
              style={{ top: `${(first + at) * rowPx}px` }}
            >
              <button type="button" className="timeline-name cut" aria-pressed={row.record === chosen} onClick={() => onChoose(row.record)}>
                <span className="mono quiet">{row.record}</span> <IsolatedText text={row.title} />
              </button>
              <TimeLane row={row} x={x} width={width} zone={zone} onChoose={onChoose} />
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}

function coveredBy(rows: readonly TimelineRow[], posts: readonly PostDensity[]): TimeSpan[] {
  return [
    ...rows.flatMap(({ times }) =>
      times
        .filter(({ standing }) => standing !== "rejected")
        .map(({ claim }) => ({ from: Date.parse(claim.earliest), to: Date.parse(claim.latest) })),
    ),
    ...posts.flatMap(({ days }) => days.map(([day]) => ({ from: day * dayMs, to: (day + 1) * dayMs }))),
  ];
}
