/**
 * Subjects by time, for one item: a lane for each, the shots that people count above them, and a gap where the picture is cut. What the
 * lanes say stands below it in words; the figure says nothing that they do not.
 */
import { useState } from "react";
import type { ItemTimelineAnswer, ShotRow } from "../../api/subjects.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { SubjectId } from "../../core/subject/subject.ts";
import { type FigureScale, figureScale } from "../../reason/subject/figure-scale.ts";
import { useItemTimeline } from "../api-client/subject-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { secondsWords } from "../parts/ground-seconds.ts";
import { useWidth } from "../time/use-width.ts";
import { t } from "../words/t.ts";

interface ItemFigureProps {
  readonly item: ItemId;
  /** One subject's lane alone. */
  readonly only?: SubjectId;
  readonly shots: readonly ShotRow[];
}

const standings = ["alive", "no-sign", "stated", "out-of-frame", "unsaid"] as const;
const [labelWidth, laneHeight, headHeight, footHeight] = [44, 26, 24, 22];

export function ItemFigure({ item, only, shots }: ItemFigureProps) {
  const { data, error, refetch } = useItemTimeline(item);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p className="quiet">{t("subjects.figure-waiting")}</p>;
  const lanes = data.lanes.filter(({ subject }) => only === undefined || subject === only);
  const parts = lanes.flatMap((lane) => lane.parts);
  if (parts.length === 0) return <p className="quiet">{t("subjects.figure-none")}</p>;
  return <Drawn answer={{ ...data, lanes }} shots={shots.filter((shot) => shot.item === item && shot.number !== null)} />;
}

function Drawn({ answer, shots }: { readonly answer: ItemTimelineAnswer; readonly shots: readonly ShotRow[] }) {
  const [box, setBox] = useState<HTMLElement | null>(null);
  const width = Math.max(220, useWidth(box));
  const { lanes, item } = answer;
  const cuts = answer.cuts ?? [];
  const parts = lanes.flatMap((lane) => lane.parts);
  const startS = Math.min(...parts.map(({ fromS }) => fromS));
  const endS = Math.max(...parts.map(({ toS }) => toS));
  const scale = figureScale({ startS, endS, cuts }, width - labelWidth - 8);
  const bottom = headHeight + lanes.length * laneHeight;
  const height = bottom + footHeight;
  return (
    <figure className="subject-figure" ref={setBox}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t("subjects.figure-label", { item, count: lanes.length, cuts: cuts.length })}
      >
        <defs>
          <pattern id="lane-no-sign" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="lane-pattern-ground" />
            <line x1="0" y1="0" x2="0" y2="6" className="lane-pattern-line" />
          </pattern>
        </defs>
        <g transform={`translate(${labelWidth} 0)`}>
          <Ticks startS={startS} endS={endS} scale={scale} bottom={bottom} width={width - labelWidth} />
          {lanes.map(({ subject, parts: own }, row) => (
            <g key={subject} transform={`translate(0 ${headHeight + row * laneHeight})`}>
              <text className="lane-label" x={-labelWidth + 2} y={laneHeight / 2 + 4}>
                {subject}
              </text>
              {own.map((part) => {
                const x = scale.beginningAt(part.fromS);
                const to = part.toS === part.fromS ? x + 3 : scale.endingAt(part.toS);
                return (
                  <rect
                    key={`${part.fromS} ${part.toS}`}
                    className={`lane-part is-${part.standing}`}
                    x={x}
                    y={part.standing === "unsaid" ? laneHeight / 2 - 1 : 4}
                    width={Math.max(1, to - x)}
                    height={part.standing === "unsaid" ? 2 : laneHeight - 8}
                  >
                    <title>{`${subject} ${secondsWords(part.fromS)} – ${secondsWords(part.toS)}: ${t(`lane.${part.standing}`)} ${part.states.join(", ")}`}</title>
                  </rect>
                );
              })}
            </g>
          ))}
          {scale.gaps.map(({ atS, x, width: gap }) => (
            <g key={atS} className="lane-cut">
              <rect x={x} y={headHeight - 6} width={Math.max(1, gap)} height={bottom - headHeight + 12}>
                <title>{t("subjects.cut-at", { at: secondsWords(atS) })}</title>
              </rect>
              <path d={`M${x} ${headHeight - 6}V${bottom + 6}M${x + gap} ${headHeight - 6}V${bottom + 6}`} />
            </g>
          ))}
          {shots.map(({ id, number, atS, plusMinusS }) => {
            const x = scale.beginningAt(atS);
            const [from, to] = [scale.endingAt(atS - plusMinusS), scale.beginningAt(atS + plusMinusS)];
            return (
              <g key={id} className="lane-shot">
                <line x1={x} y1={16} x2={x} y2={bottom} />
                <line className="lane-shot-error" x1={from} y1={18} x2={to} y2={18} />
                <path d={`M${x - 4} 8h8l-4 8z`} />
                <text x={x + 6} y={14}>
                  {number}
                </text>
                <title>{t("shots.at", { number: number ?? 0, at: secondsWords(atS), error: plusMinusS })}</title>
              </g>
            );
          })}
        </g>
      </svg>
      <figcaption className="small">
        <span className="lane-legend">
          {standings
            .filter((standing) => parts.some((part) => part.standing === standing))
            .map((standing) => (
              <span key={standing}>
                <svg width="18" height="12" aria-hidden="true">
                  <rect
                    className={`lane-part is-${standing}`}
                    x="1"
                    y={standing === "unsaid" ? 5 : 1}
                    width="16"
                    height={standing === "unsaid" ? 2 : 10}
                  />
                </svg>
                {t(`lane.${standing}`)}
              </span>
            ))}
        </span>
        <span className="quiet">
          {answer.cuts === null
            ? t("subjects.cuts-unknown")
            : cuts.length === 0
              ? t("subjects.cuts-none")
              : t("subjects.cuts-count", { count: cuts.length })}
        </span>
      </figcaption>
    </figure>
  );
}

interface TicksProps {
  readonly startS: number;
  readonly endS: number;
  readonly scale: FigureScale;
  readonly bottom: number;
  readonly width: number;
}

/** As many as have room for their words. */
function Ticks({ startS, endS, scale, bottom, width }: TicksProps) {
  const room = Math.max(2, Math.floor(width / 90));
  const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];
  const step = steps.find((one) => (endS - startS) / one <= room) ?? 7200;
  const ticks = Array.from(
    { length: Math.floor((endS - startS) / step) + 1 },
    (_, index) => Math.ceil(startS / step) * step + index * step,
  ).filter((at) => at <= endS);
  return (
    <g className="lane-ticks" aria-hidden="true">
      {ticks.map((at) => {
        const x = scale.beginningAt(at);
        return (
          <g key={at}>
            <line x1={x} y1={bottom} x2={x} y2={bottom + 4} />
            {x > width - 58 ? null : (
              <text x={x} y={bottom + 16}>
                {secondsWords(at).slice(0, step < 1 ? undefined : -4)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
