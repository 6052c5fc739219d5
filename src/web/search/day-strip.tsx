/**
 * When what was found was posted: a bar for each day or for some days together, an hour where the stretch is short. Full: posts
 * wholly inside. Striped: posts whose zone or hour is not known, in every bar that they may belong to. A drag chooses a stretch
 * of time; the date fields beside the list do the same by keyboard.
 */
import { type PointerEvent, useRef, useState } from "react";
import type { Histogram } from "../../api/search.ts";
import type { SearchQuery } from "../../core/search/search-query.ts";
import { formatInstant } from "../parts/format.ts";
import { setQuery } from "../router/router.ts";
import { formatNumber, t } from "../words/t.ts";
import { barsOf, type Bar, spanOf } from "./bars.ts";
import { inAddress } from "./search-in-address.ts";
import { useBins } from "./use-search.ts";

const barsAtMost = 240;
/** Up to so many days in a chosen stretch, its hours are shown. */
const hoursUpTo = 4 * 86_400_000;
const height = 48;

export function DayStrip({ query }: { query: SearchQuery }) {
  const { from, to, ...anyTime } = query;
  const chosenMs = from === undefined || to === undefined ? undefined : Date.parse(to) - Date.parse(from);
  const days = useBins(anyTime, "day", true);
  const inHours = chosenMs !== undefined && chosenMs <= hoursUpTo;
  const hours = useBins(query, "hour", inHours);
  if (days.data === undefined) return <div className="strip is-waiting" aria-hidden="true" />;
  if (days.data.bins.length === 0) return <StripWords bins={days.data} perBar={undefined} />;
  return (
    <div className="strips">
      <Strip bins={days.data} chosen={{ from, to }} name={t("search.strip")} />
      {inHours && hours.data !== undefined && hours.data.bins.length > 0 ? (
        <Strip bins={hours.data} chosen={{ from, to }} name={t("search.strip-hours")} />
      ) : null}
    </div>
  );
}

interface Chosen {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

function Strip({ bins, chosen, name }: { bins: Histogram; chosen: Chosen; name: string }) {
  const box = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const { bars, perBar } = barsOf(bins, barsAtMost);
  const span = spanOf(bars, perBar.ms);
  const most = Math.max(1, ...bars.map(({ within, touching }) => within + touching));
  const place = (time: number): number => ((time - span.from) / (span.to - span.from)) * 1000;
  const barAt = (event: PointerEvent): number => {
    const { left, width } = (box.current as SVGSVGElement).getBoundingClientRect();
    const share = Math.min(0.9999, Math.max(0, (event.clientX - left) / width));
    return Math.floor((share * (span.to - span.from)) / perBar.ms);
  };
  const end = (): void => {
    if (drag === undefined) return;
    setDrag(undefined);
    const [first, last] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)];
    setQuery(
      inAddress({
        from: instantOf(span.from + first * perBar.ms),
        to: instantOf(Math.min(span.to, span.from + (last + 1) * perBar.ms) - 1000),
      }),
    );
  };
  const shown =
    drag === undefined
      ? {
          from: chosen.from === undefined ? undefined : Date.parse(chosen.from),
          to: chosen.to === undefined ? undefined : Date.parse(chosen.to),
        }
      : {
          from: span.from + Math.min(drag.from, drag.to) * perBar.ms,
          to: span.from + (Math.max(drag.from, drag.to) + 1) * perBar.ms,
        };
  return (
    <figure className="strip">
      <svg
        ref={box}
        className="strip-bars"
        role="img"
        aria-label={`${name}. ${summaryOf(bins, bars)}`}
        viewBox={`0 0 1000 ${height}`}
        preserveAspectRatio="none"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: barAt(event), to: barAt(event) });
        }}
        onPointerMove={(event) => drag !== undefined && setDrag({ ...drag, to: barAt(event) })}
        onPointerUp={end}
        onPointerCancel={() => setDrag(undefined)}
      >
        <defs>
          <pattern id="strip-unsure" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="1.6" height="4" className="strip-stripe" />
          </pattern>
        </defs>
        {shown.from === undefined && shown.to === undefined ? null : (
          <rect
            className="strip-chosen"
            x={Math.max(0, place(shown.from ?? span.from))}
            width={Math.max(2, Math.min(1000, place(shown.to ?? span.to)) - Math.max(0, place(shown.from ?? span.from)))}
            y="0"
            height={height}
          />
        )}
        {bars.map(({ at, within, touching }) => {
          const x = place(at);
          const width = Math.max(0.8, (1000 * perBar.ms) / (span.to - span.from) - 0.6);
          const [inside, maybe] = [(within / most) * (height - 2), (touching / most) * (height - 2)];
          return (
            <g key={at}>
              <rect className="strip-within" x={x} width={width} y={height - inside} height={inside} />
              <rect fill="url(#strip-unsure)" x={x} width={width} y={height - inside - maybe} height={maybe} />
            </g>
          );
        })}
      </svg>
      <StripWords bins={bins} perBar={perBar} ends={span} />
    </figure>
  );
}

interface StripWordsProps {
  readonly bins: Histogram;
  readonly perBar: { readonly bins: number } | undefined;
  readonly ends?: { readonly from: number; readonly to: number };
}

/** What the bars are, and what is in none of them. */
function StripWords({ bins, perBar, ends }: StripWordsProps) {
  const unsure = bins.bins.some(({ touching }) => touching > 0);
  return (
    <figcaption className="strip-words quiet small">
      {ends === undefined ? null : <span>{dayOf(ends.from, bins.bin)}</span>}
      <span className="strip-middle">
        {perBar === undefined
          ? t("search.strip-none")
          : t(bins.bin === "hour" ? "search.bar-hours" : "search.bar-days", { count: perBar.bins })}
        {unsure ? ` · ${t("search.bar-unsure")}` : ""}
        {bins.withoutTime > 0 ? ` · ${t("search.bar-without", { count: bins.withoutTime })}` : ""}
        {bins.counting === "at-most" ? ` · ${t("search.bar-most")}` : ""}
      </span>
      {ends === undefined ? null : <span>{dayOf(ends.to - 1000, bins.bin)}</span>}
    </figcaption>
  );
}

function summaryOf({ counted }: Histogram, bars: readonly Bar[]): string {
  const most = bars.reduce((best, bar) => (bar.within + bar.touching > best.within + best.touching ? bar : best));
  return t("search.strip-summary", {
    count: formatNumber(counted),
    most: formatNumber(most.within + most.touching),
    at: formatInstant(instantOf(most.at)) ?? "",
  });
}

const instantOf = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, "Z");

function dayOf(time: number, bin: "day" | "hour"): string {
  const whole = formatInstant(instantOf(time)) ?? "";
  return bin === "day" ? whole.replace(/,.*$/, "") : whole;
}
