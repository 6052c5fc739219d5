/** The times of one row: intervals, each with its standing; where the zone is not known, its own words beside the wide bar. */
import { useState } from "react";
import type { TimelineRow } from "../../api/map.ts";
import { t } from "../words/t.ts";
import { labelPlace } from "./label-place.ts";
import { barWords } from "./time-words.ts";

export const rowPx = 28;

interface LaneProps {
  readonly row: TimelineRow;
  readonly x: (ms: number) => number;
  readonly width: number;
  readonly zone: string;
  readonly onChoose: (record: string) => void;
}

export function TimeLane({ row, x, width, zone, onChoose }: LaneProps) {
  const [named, setNamed] = useState<string>();
  return (
    <svg className="timeline-lane" width={width} height={rowPx} role="group" aria-label={row.title}>
      {row.times.map(({ id, standing, claim }) => {
        const [from, to] = [x(Date.parse(claim.earliest)), x(Date.parse(claim.latest))];
        const left = Math.max(-20, Math.min(from, width + 20));
        // Never a bare instant: what is one second long still has a breadth, and its words say how long it is.
        const long = Math.max(5, Math.min(to, width + 20) - left);
        const isOpen = claim.zone.state === "unknown";
        const words = barWords(claim, standing, zone);
        return (
          <g
            key={id}
            className={`timeline-time is-${standing}${isOpen ? " is-open" : ""}`}
            tabIndex={0}
            role="button"
            aria-label={words}
            onClick={() => onChoose(row.record)}
            onKeyDown={(event) => {
              if (event.key === "Enter" || event.key === " ") onChoose(row.record);
            }}
            onFocus={() => setNamed(id)}
            onBlur={() => setNamed(undefined)}
            onPointerEnter={() => setNamed(id)}
            onPointerLeave={() => setNamed(undefined)}
          >
            <title>{words}</title>
            <rect x={left} y="6" width={long} height={rowPx - 12} rx="2" />
            {standing === "rejected" ? <path d={`M${left} ${rowPx / 2}h${long}`} /> : null}
            {isOpen ? (
              <Label words={t("timeline.open", { reading: claim.verbatim.slice(0, 40) })} before={left} after={left + 6} width={width} />
            ) : null}
            {named === id && !isOpen ? <Label words={words} before={left} after={left + long + 6} width={width} /> : null}
          </g>
        );
      })}
    </svg>
  );
}

function Label({ words, before, after, width }: { words: string; before: number; after: number; width: number }) {
  const { x, anchor } = labelPlace(words, { before, after }, width);
  return (
    <text x={x} y={rowPx / 2 + 4} textAnchor={anchor}>
      {words}
    </text>
  );
}
