/** The bars of one row, as SVG: on the screen, on paper and in exported files alike. Meaning never rests on colour: hatched, dashed, arrowed. */
import "./chart.css";
import type { TimeSpan } from "../map/time-scale.ts";
import { t } from "../words/t.ts";
import { barTitle, endWords, noRoomWords, openWords, piecesWords, pressedWords, zonesWords } from "./bar-words.ts";
import { scaleOf } from "./chart-range.ts";
import type { Bar, ChartRow, ResultBar, ResultRow, Span } from "./chart-rows.ts";
import { barHeight, barTop } from "./row-heights.ts";

interface BarsProps {
  readonly row: ChartRow;
  readonly range: TimeSpan;
  readonly width: number;
  /** Whose clock the words go by. */
  readonly zone: string;
}

/** What a character of the labels takes at 11 px; measured 5.9 for the system's sans, with room. */
const letter = 6.1;

export function ChartBars({ row, range, width, zone }: BarsProps) {
  const x = scaleOf(range, width);
  const box = { x, width, zone };
  if (row.kind === "result") return <Result row={row} {...box} />;
  if (row.bars === undefined) return null;
  const tone = row.isDropped ? "is-dropped" : row.statement.certain === true ? "is-certain" : row.inConflict ? "is-conflict" : "is-plain";
  return row.bars.map((bar, at) => (
    <g key={bar.zones} className={`tc-bar ${tone}`}>
      <title>{barTitle(bar, zone, zonesWords(bar.zones))}</title>
      <Pieces bar={bar} top={barTop(row, at)} {...box} />
      <OpenSides bar={bar} top={barTop(row, at)} {...box} />
      {bar.zones === "" ? null : <ZoneName words={zonesWords(bar.zones)} top={barTop(row, at)} bar={bar} {...box} />}
      {bar.spans.length > 0 ? null : (
        <text className="tc-note" x="6" y={barTop(row, at) + 11}>
          {t("time-bench.nothing-beyond")}
        </text>
      )}
    </g>
  ));
}

interface Box {
  readonly x: (at: number) => number;
  readonly width: number;
  readonly zone: string;
}

/** Pieces in sight, what holds them together, and arrows where a side is open or goes on out of sight. */
function Pieces({ bar, top, x, width }: Box & { bar: Bar; top: number }) {
  const [first, last] = [bar.spans[0], bar.spans.at(-1)];
  if (first === undefined || last === undefined) return null;
  const middle = top + barHeight / 2;
  const [left, right] = [Math.max(0, x(first[0])), Math.min(width, x(last[1]))];
  const inSight = bar.spans.filter(([from, to]) => x(to) >= 0 && x(from) <= width);
  return (
    <>
      {right > left && bar.spans.length > 1 ? <path className="tc-thread" d={`M${left.toFixed(1)} ${middle}H${right.toFixed(1)}`} /> : null}
      {inSight.map(([from, to]) => {
        const start = Math.max(-2, x(from));
        return (
          <rect
            key={from}
            className="tc-piece"
            x={start.toFixed(1)}
            y={top}
            width={Math.max(2, Math.min(width + 2, x(to)) - start).toFixed(1)}
            height={barHeight}
            rx="1.5"
          />
        );
      })}
      {bar.open.includes("earlier") ? <Arrow at={Math.max(8, x(first[0]))} middle={middle} towards={-1} /> : null}
      {bar.open.includes("later") ? <Arrow at={Math.min(width - 8, x(last[1]))} middle={middle} towards={1} /> : null}
      {inSight.length === 0 ? <OutOfSight isEarlier={x(last[1]) < 0} middle={middle} width={width} /> : null}
    </>
  );
}

/** In words inside the bar, where it is one long piece. */
function OpenSides({ bar, top, x, width }: Box & { bar: Bar; top: number }) {
  const [only] = bar.spans;
  if (only === undefined || bar.spans.length > 1) return null;
  const [from, to] = [Math.max(0, x(only[0])), Math.min(width, x(only[1]))];
  if (to - from < bar.open.length * 96) return null;
  return bar.open.map((side) => (
    <text
      key={side}
      className="tc-open"
      x={side === "earlier" ? from + 18 : to - 18}
      y={top + 11}
      textAnchor={side === "earlier" ? "start" : "end"}
    >
      {openWords([side])[0]}
    </text>
  ));
}

function Arrow({ at, middle, towards }: { at: number; middle: number; towards: 1 | -1 }) {
  const tip = at + towards * 6;
  return <path className="tc-arrow" d={`M${at - towards * 2} ${middle - 6}L${tip} ${middle}L${at - towards * 2} ${middle + 6}`} />;
}

function OutOfSight({ isEarlier, middle, width }: { isEarlier: boolean; middle: number; width: number }) {
  return (
    <text className="tc-note" x={isEarlier ? 6 : width - 6} y={middle + 4} textAnchor={isEarlier ? "start" : "end"}>
      {isEarlier ? t("time-bench.before-view") : t("time-bench.after-view")}
    </text>
  );
}

/** Beside the bar where there is room, else on it. */
function ZoneName({ words, top, bar, x, width }: Box & { words: string; top: number; bar: Bar }) {
  const end = bar.spans.length === 0 ? 0 : Math.max(0, Math.min(width, x(bar.spans.at(-1)?.[1] ?? 0)));
  const fits = end + 8 + words.length * letter < width;
  return (
    <text className="tc-zone" x={fits ? end + 8 : width - 6} y={top + 11} textAnchor={fits ? "start" : "end"}>
      {words}
    </text>
  );
}

function Result({ row, ...box }: Box & { row: ResultRow }) {
  return row.bars.map((bar, at) => {
    const top = barTop(row, at);
    return (
      <g key={bar.zones} className={bar.isConflict ? "tc-bar is-none" : bar.isTouching ? "tc-bar is-touching" : "tc-bar is-result"}>
        <title>{bar.isConflict ? t("time-bench.no-answer") : barTitle(bar, box.zone, zonesWords(bar.zones))}</title>
        {bar.isConflict ? (
          <NoRoom bar={bar} top={top} hasTwoLines={row.bars.length === 1} {...box} />
        ) : (
          <Pieces bar={bar} top={top} {...box} />
        )}
        {bar.isConflict ? null : <Ends bar={bar} top={top} hasTwoLines={row.bars.length === 1} {...box} />}
      </g>
    );
  });
}

interface Placed {
  readonly words: string;
  readonly from: number;
  readonly anchor: "start" | "end";
  readonly at: number;
}

/** Left of an end where there is room for the words, else to the right of it. */
function placed(said: string, end: number, side: "left" | "right", width: number): Placed {
  const most = Math.max(8, Math.floor(width / letter) - 1);
  const words = said.length > most ? `${said.slice(0, most - 1)}…` : said;
  const length = words.length * letter;
  const [leftOf, rightOf] = [end - length, end + length];
  const toLeft = side === "left" ? leftOf >= 0 || rightOf > width : rightOf > width;
  const at = Math.max(toLeft ? Math.min(length, width) : 0, Math.min(width - (toLeft ? 0 : Math.min(length, width)), end));
  return { words, at, anchor: toLeft ? "end" : "start", from: toLeft ? at - length : at };
}

function Ends({ bar, top, hasTwoLines, x, width, zone }: Box & { bar: ResultBar; top: number; hasTwoLines: boolean }) {
  const [first, last] = [bar.spans[0], bar.spans.at(-1)];
  if (first === undefined || last === undefined) return null;
  const inside = (at: number): number => Math.max(2, Math.min(width - 2, at));
  const line = top + barHeight + 12;
  // One of several zones: its times alone; what cuts them is read when one zone is looked at.
  if (!hasTwoLines) return <End {...placed(zoneLine(bar, zone), inside(x(last[1])), "right", width)} y={line} />;
  const left = placed(endWords(bar, "earliest", zone), inside(x(first[0])), "left", width);
  const right = placed(endWords(bar, "latest", zone), inside(x(last[1])), "right", width);
  const overlap = left.from < right.from + right.words.length * letter + 8 && right.from < left.from + left.words.length * letter + 8;
  return (
    <>
      <End {...left} y={line} />
      <End {...right} y={overlap ? line + 13 : line} />
    </>
  );
}

function zoneLine(bar: ResultBar, zone: string): string {
  const words = piecesWords(bar.spans, zone, bar.open);
  return bar.zones === "" ? words : t("time-bench.if-zone", { zones: zonesWords(bar.zones), words });
}

function End({ words, at, anchor, y }: Placed & { y: number }) {
  return (
    <text className="tc-end" x={at.toFixed(1)} y={y} textAnchor={anchor}>
      {words}
    </text>
  );
}

function NoRoom({ bar, top, hasTwoLines, x, width, zone }: Box & { bar: ResultBar; top: number; hasTwoLines: boolean }) {
  const name = bar.zones === "" ? "" : `${zonesWords(bar.zones)}: `;
  if (bar.noRoom === undefined)
    return (
      <text className="tc-note" x="6" y={top + 11}>
        {name + t("time-bench.no-answer")}
      </text>
    );
  const [from, to] = [Math.max(0, x(bar.noRoom[0])), Math.min(width, x(bar.noRoom[1]))];
  if (to < 0 || from > width) return <OutOfSight isEarlier={to < 0} middle={top + barHeight / 2} width={width} />;
  const wide = Math.max(3, to - from);
  const line = top + barHeight + 12;
  return (
    <>
      <rect className="tc-no-room" x={from.toFixed(1)} y={top} width={wide.toFixed(1)} height={barHeight} />
      <path className="tc-hatch" d={hatch(from, wide, top)} />
      {hasTwoLines ? (
        <>
          <text
            className="tc-gap"
            x={Math.min(width - 4, from + wide + 6).toFixed(1)}
            y={top + 11}
            textAnchor={fitsAfter(bar.noRoom, from + wide, width) ? "start" : "end"}
          >
            {noRoomWords(bar.noRoom)}
          </text>
          <End {...placed(pressedWords(bar, "below", zone), from, "left", width)} y={line} />
          <End {...placed(pressedWords(bar, "above", zone), from + wide, "right", width)} y={line + 13} />
        </>
      ) : (
        <End {...placed(name + noRoomWords(bar.noRoom), from + wide / 2, "right", width)} y={line} />
      )}
    </>
  );
}

function fitsAfter(gap: Span, end: number, width: number): boolean {
  return end + 6 + noRoomWords(gap).length * letter < width;
}

/** Slanted strokes inside a box; a pattern would need an id of its own in every drawing. */
function hatch(left: number, width: number, top: number): string {
  const strokes: string[] = [];
  for (let at = left; at < left + width; at += 7) {
    const run = Math.min(barHeight, left + width - at);
    strokes.push(`M${at.toFixed(1)} ${top + barHeight}l${run.toFixed(1)} ${(-run).toFixed(1)}`);
  }
  return strokes.join("");
}

/** Words of a whole row, for those who hear it. */
export function rowWords(row: ChartRow, zone: string): string {
  if (row.kind === "statement")
    return row.bars === undefined ? "" : row.bars.map((bar) => barTitle(bar, zone, zonesWords(bar.zones))).join(". ");
  return row.bars
    .map((bar) => {
      if (!bar.isConflict)
        return [barTitle(bar, zone, zonesWords(bar.zones)), endWords(bar, "earliest", zone), endWords(bar, "latest", zone)].join("; ");
      const words = [t("time-bench.no-answer"), ...(bar.noRoom === undefined ? [] : [noRoomWords(bar.noRoom)])].join(": ");
      return bar.zones === "" ? words : t("time-bench.if-zone", { zones: zonesWords(bar.zones), words });
    })
    .join(". ");
}
