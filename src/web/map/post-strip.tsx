/** How many posts a channel has, day by day. */
import type { PostDensity } from "../../api/map.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { formatNumber, t } from "../words/t.ts";
import { dayMs, type TimeSpan } from "./time-scale.ts";

interface DensityProps {
  readonly density: PostDensity;
  readonly span: TimeSpan;
  readonly width: number;
  readonly chosen: string | undefined;
  readonly onChoose: (record: string) => void;
}

/** Posts by day, the busiest day full height; days that share a pixel are added up. */
export function PostStrip({ density, span, width, chosen, onChoose }: DensityProps) {
  const perPixel = (span.to - span.from) / Math.max(1, width);
  const bins = new Map<number, number>();
  const dayPx = Math.max(2, dayMs / perPixel);
  for (const [day, count] of density.days) {
    const left = Math.floor((day * dayMs - span.from) / perPixel / 2) * 2;
    if (left > -dayPx && left < width) bins.set(left, (bins.get(left) ?? 0) + count);
  }
  const most = Math.max(1, ...bins.values());
  const words = t("timeline.posts", { count: density.total });
  return (
    <div className={density.item === chosen ? "timeline-posts is-chosen" : "timeline-posts"}>
      <button type="button" className="timeline-name cut" onClick={() => onChoose(density.item)} aria-pressed={density.item === chosen}>
        <span className="mono quiet">{density.item}</span> <IsolatedText text={density.name} />{" "}
        <span className="quiet small">{formatNumber(density.total)}</span>
      </button>
      <svg className="timeline-lane" width={width} height="32" role="img" aria-label={words}>
        <title>{words}</title>
        {[...bins].map(([left, count]) => {
          const tall = Math.max(1, (count / most) * 28);
          return (
            <rect
              key={left}
              className="timeline-day"
              x={left}
              y={30 - tall}
              width={dayPx < 6 ? Math.max(2, dayPx) : dayPx - 1}
              height={tall}
            />
          );
        })}
      </svg>
    </div>
  );
}
