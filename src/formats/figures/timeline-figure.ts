/**
 * Events on one line of time: a band for each window, an arrow where an end is not known, the zone beside the words. What no item
 * shows is written as a gap, so that nothing looks continuous that is not.
 */
import { instantWords, windowWords } from "../../core/report/report-words.ts";
import type { ReportEvent, ReportWindow } from "../../core/report/report-figures.ts";
import { markup, type Markup } from "../markup/markup.ts";

const [width, left, right, bandHeight, band, head] = [720, 8, 712, 12, 30, 34];

export function timelineFigure(events: readonly ReportEvent[], zone: string): Markup | undefined {
  const moments = events.flatMap(({ windows }) => windows.flatMap(({ from, to }) => [from, to])).filter((at) => at !== "open");
  const times = moments.map((at) => Date.parse(at)).filter((at) => Number.isFinite(at));
  if (times.length === 0) return undefined;
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const pad = Math.max((last - first) * 0.08, 30 * 60_000);
  const range = [first - pad, last + pad] as const;
  const x = (at: number): number => left + ((at - range[0]) / (range[1] - range[0])) * (right - left);
  const rows: Markup[] = [];
  let y = head;
  for (const event of events) {
    rows.push(markup`<text class="event" x="${left}" y="${y + 12}">${cut(event.title, 88)}</text>`);
    y += 18;
    for (const window of event.windows) {
      rows.push(windowRow(window, x, y));
      y += band;
    }
    for (const gap of event.gaps) {
      rows.push(markup`<text class="gap" x="${left + 10}" y="${y + 10}">Gap: ${cut(gap, 92)}</text>`);
      y += 16;
    }
    y += 8;
  }
  return markup`<svg class="figure timeline" viewBox="0 0 ${width} ${y + 6}" role="img" xmlns="http://www.w3.org/2000/svg" font-family="sans-serif">
<title>Events and what bounds their times</title>
<desc>${events.map(({ title, windows }) => `${title}: ${windows.map((one) => windowWords(one)).join("; ") || "no time"}.`).join(" ")}</desc>
${ticks(range, x, y, zone)}
${rows}
</svg>`;
}

function windowRow(window: ReportWindow, x: (at: number) => number, y: number): Markup {
  const [from, to] = [window.from === "open" ? left : x(Date.parse(window.from)), window.to === "open" ? right : x(Date.parse(window.to))];
  const wide = Math.max(2, to - from);
  const words = `${window.of}: ${windowWords(window)}`;
  const middle = y + bandHeight / 2;
  return markup`<g class="window is-${window.role}"><title>${words}. ${window.basis}</title>
<rect x="${from.toFixed(1)}" y="${y}" width="${wide.toFixed(1)}" height="${bandHeight}" rx="2"/>
${window.from === "open" ? markup`<path class="arrow" d="M${left + 8} ${middle - 5}L${left + 2} ${middle}L${left + 8} ${middle + 5}"/>` : ""}
${window.to === "open" ? markup`<path class="arrow" d="M${right - 8} ${middle - 5}L${right - 2} ${middle}L${right - 8} ${middle + 5}"/>` : ""}
<text x="${left + 10}" y="${y + bandHeight + 11}">${cut(words, 104)}</text></g>`;
}

const steps = [
  60,
  300,
  900,
  1800,
  3600,
  3 * 3600,
  6 * 3600,
  12 * 3600,
  86_400,
  2 * 86_400,
  7 * 86_400,
  30 * 86_400,
  91 * 86_400,
  365 * 86_400,
];

function ticks([from, to]: readonly [number, number], x: (at: number) => number, bottom: number, zone: string): Markup[] {
  const step = (steps.find((seconds) => (to - from) / 1000 / seconds <= 5) ?? 3650 * 86_400) * 1000;
  const marks: Markup[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
    const words = instantWords(new Date(at).toISOString(), zone);
    const said = step >= 86_400_000 ? words.slice(0, 10) : words.slice(0, 16);
    const place = x(at);
    const anchor = place < 60 ? "start" : place > width - 60 ? "end" : "middle";
    marks.push(
      markup`<path class="tick" d="M${place.toFixed(1)} 18V${bottom}"/><text class="tick-words" x="${place.toFixed(1)}" y="12" text-anchor="${anchor}">${said}</text>`,
    );
  }
  marks.push(markup`<text class="zone" x="${right}" y="28" text-anchor="end">clock: ${zone}</text>`);
  return marks;
}

/** Letters of the system's sans at this size take about 6.6 units; a line that is too long is cut and stands whole in the title. */
function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : text;
}
