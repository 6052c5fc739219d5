/** Recordings on one clock, each with how far its place may be off; clips that nothing joins stand apart. */
import type { ReportSync } from "../../core/report/report-figures.ts";
import { markup, type Markup } from "../markup/markup.ts";

const [width, labels, row, head] = [720, 60, 26, 24];

export function syncFigure(sync: ReportSync | null): Markup | undefined {
  const placed = sync?.clips.filter(({ fromS, toS }) => fromS !== null && toS !== null) ?? [];
  if (sync === null || placed.length === 0) return undefined;
  const first = Math.min(...placed.map(({ fromS }) => fromS ?? 0));
  const last = Math.max(...placed.map(({ toS }) => toS ?? 0));
  const x = (at: number): number => labels + ((at - first) / Math.max(last - first, 1e-6)) * (width - labels - 12);
  const height = head + sync.clips.length * row + 8;
  return markup`<svg class="figure sync" viewBox="0 0 ${width} ${height}" role="img" xmlns="http://www.w3.org/2000/svg" font-family="sans-serif">
<title>Recordings on one clock</title>
<desc>${sync.clips.map(({ item, fromS, toS, plusMinusS }) => (fromS === null ? `${item}: not joined.` : `${item}: ${seconds(fromS)} to ${seconds(toS ?? fromS)}, ± ${seconds(plusMinusS ?? 0)}.`)).join(" ")}</desc>
<text class="zone" x="${labels}" y="14">${seconds(first)}</text><text class="zone" x="${width - 12}" y="14" text-anchor="end">${seconds(last)} on the clock of ${sync.reference}</text>
${sync.clips.map((clip, at) => clipRow(clip, x, head + at * row))}
</svg>`;
}

function clipRow({ item, fromS, toS, plusMinusS }: ReportSync["clips"][number], x: (at: number) => number, y: number): Markup {
  const name = markup`<text class="event" x="8" y="${y + 13}">${item}</text>`;
  if (fromS === null || toS === null)
    return markup`${name}<text class="gap" x="${labels}" y="${y + 13}">nothing joins it to the others</text>`;
  const [from, to] = [x(fromS), x(toS)];
  const error = Math.max(1, (plusMinusS ?? 0) * ((x(1) - x(0)) / 1));
  return markup`${name}<g class="clip"><title>${item}: ${seconds(fromS)} to ${seconds(toS)}, ± ${seconds(plusMinusS ?? 0)} (95 %)</title>
<rect x="${from.toFixed(1)}" y="${y + 2}" width="${Math.max(2, to - from).toFixed(1)}" height="14" rx="2"/>
<path class="error" d="M${(from - error).toFixed(1)} ${y + 9}H${(from + error).toFixed(1)}"/>
<text x="${(from + 4).toFixed(1)}" y="${y + 13}">± ${seconds(plusMinusS ?? 0)}</text></g>`;
}

function seconds(value: number): string {
  return `${Number(value.toFixed(3))} s`;
}
