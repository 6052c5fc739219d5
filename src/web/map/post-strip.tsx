/** How many posts a channel has, day by day. Full: wholly on that day of UTC. Striped: in every day it may be in. */
import "./post-strip.css";
import { useId } from "react";
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

/**
 * Posts by day, the busiest day full height. Of days that share a pixel the posts are added up; of those that may be in several
 * days the most in one, since one that touches two would count twice.
 */
export function PostStrip({ density, span, width, chosen, onChoose }: DensityProps) {
  const perPixel = (span.to - span.from) / Math.max(1, width);
  const stripes = useId();
  const bins = new Map<number, { within: number; touching: number }>();
  const dayPx = Math.max(2, dayMs / perPixel);
  for (const [day, within, touching] of density.days) {
    const left = Math.floor((day * dayMs - span.from) / perPixel / 2) * 2;
    if (left <= -dayPx || left >= width) continue;
    const before = bins.get(left) ?? { within: 0, touching: 0 };
    bins.set(left, { within: before.within + within, touching: Math.max(before.touching, touching) });
  }
  const most = Math.max(1, ...[...bins.values()].map(({ within, touching }) => within + touching));
  const posts = t("timeline.posts", { count: density.total });
  const words = isUnsure(density) ? `${posts}; ${t("timeline.posts-unsure")}` : posts;
  return (
    <div className={density.item === chosen ? "timeline-posts is-chosen" : "timeline-posts"}>
      <button type="button" className="timeline-name cut" onClick={() => onChoose(density.item)} aria-pressed={density.item === chosen}>
        <span className="mono quiet">{density.item}</span> <IsolatedText text={density.name} />{" "}
        <span className="quiet small">{formatNumber(density.total)}</span>
      </button>
      <svg className="timeline-lane" width={width} height="32" role="img" aria-label={words}>
        <title>{words}</title>
        <Stripes id={stripes} />
        {[...bins].map(([left, { within, touching }]) => {
          const [inside, maybe] = [tallOf(within, most), tallOf(touching, most)];
          const bar = { x: left, width: dayPx < 6 ? Math.max(2, dayPx) : dayPx - 1 };
          return (
            <g key={left}>
              <rect className="timeline-day" {...bar} y={30 - inside} height={inside} />
              <rect className="timeline-day-unsure" fill={`url(#${stripes})`} {...bar} y={30 - inside - maybe} height={maybe} />
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** What the strips are, and what their stripes mean where there are any. */
export function PostLegend({ posts }: { posts: readonly PostDensity[] }) {
  const stripes = useId();
  return (
    <span className="timeline-legend quiet small">
      <span className="timeline-sign">
        <svg width="14" height="12" aria-hidden="true">
          <rect className="timeline-day" width="14" height="12" />
        </svg>
        {t("timeline.posts-sure")}
      </span>
      {posts.some(isUnsure) ? (
        <span className="timeline-sign">
          <svg width="14" height="12" aria-hidden="true">
            <Stripes id={stripes} />
            <rect className="timeline-day-unsure" fill={`url(#${stripes})`} width="14" height="12" />
          </svg>
          <span>{t("timeline.posts-unsure")}</span>
        </span>
      ) : null}
    </span>
  );
}

function Stripes({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1.6" height="4" className="timeline-stripe" />
      </pattern>
    </defs>
  );
}

function isUnsure({ days }: PostDensity): boolean {
  return days.some(([, , touching]) => touching > 0);
}

function tallOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, (count / most) * 28);
}
