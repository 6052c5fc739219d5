/**
 * Time by copies: each copy a row on the seconds of one of them, picture above sound, and beside it when it was seen to be
 * out, as the interval that the words allow. Copies of no known time stand apart, because they cannot be put in an order.
 */
import type { CSSProperties } from "react";
import type { CopyGroupDetail, CopyOfGroup } from "../../api/copies.ts";
import type { Span } from "../../core/copies/segment-match.ts";
import type { ItemId } from "../../core/item/item.ts";
import { totalOf, unionOf, without } from "../../reason/copies/spans.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { formatInstant } from "../parts/format.ts";
import { TimeText } from "../parts/time-text.tsx";
import { Link } from "../router/link.tsx";
import { Shielded } from "../shield/shielded.tsx";
import { formatNumber, t } from "../words/t.ts";
import { groupPath, pairPath } from "./copies-address.ts";
import { fileName } from "./file-name.ts";
import { ticks } from "./overlap-plot.tsx";
import { shortSecond, spanWords } from "./second-words.ts";

/** Stretches shorter than this are the blur of a cut. */
const leastGapSec = 0.25;

export function CopyMatrix({ detail }: { detail: CopyGroupDetail }) {
  const placed = detail.copies.filter(({ uploads }) => firstOf(uploads) !== undefined).toSorted(byUpload);
  const unplaced = detail.copies.filter(({ uploads }) => firstOf(uploads) === undefined);
  const times = timeAxis(placed);
  const { axis } = detail;
  return (
    <section className="group-part" aria-label={t("copies.matrix")}>
      <h3>{t("copies.matrix")}</h3>
      <p className="quiet small">
        {t("copies.matrix-how", { number: axis.item.slice(1) })}{" "}
        <span className="legend">
          <span className="channel-mark is-picture" aria-hidden="true" /> {t("copies.channel.picture")}
        </span>{" "}
        <span className="legend">
          <span className="channel-mark is-sound" aria-hidden="true" /> {t("copies.channel.sound")}
        </span>{" "}
        <span className="legend">
          <span className="channel-mark is-alone" aria-hidden="true" /> {t("copies.alone-legend")}
        </span>
      </p>
      <div className="matrix-place" tabIndex={0} role="region" aria-label={t("copies.matrix")}>
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{t("copies.col-copy")}</th>
              <th scope="col">
                {t("copies.col-seconds", { number: axis.item.slice(1) })}
                <Ruler marks={ticks(axis.lengthSec).map((sec) => ({ at: sec / (axis.lengthSec || 1), words: String(sec) }))} />
              </th>
              <th scope="col">
                {t("copies.col-upload")}
                {times === undefined ? null : (
                  <Ruler
                    two
                    marks={[
                      { at: 0, words: formatInstant(new Date(times.from).toISOString()) ?? "" },
                      { at: 1, words: formatInstant(new Date(times.to).toISOString()) ?? "" },
                    ]}
                  />
                )}
              </th>
            </tr>
          </thead>
          <tbody>
            {placed.map((row) => (
              <Row key={row.copy.item} row={row} detail={detail} times={times} />
            ))}
          </tbody>
          {unplaced.length === 0 ? null : (
            <tbody>
              <tr>
                <th scope="rowgroup" colSpan={3} className="matrix-part">
                  {t("copies.unplaced", { count: unplaced.length })}
                </th>
              </tr>
              {unplaced.map((row) => (
                <Row key={row.copy.item} row={row} detail={detail} times={times} />
              ))}
            </tbody>
          )}
        </table>
      </div>
    </section>
  );
}

interface TimeAxis {
  readonly from: number;
  readonly to: number;
}

function Row({ row, detail, times }: { row: CopyOfGroup; detail: CopyGroupDetail; times: TimeAxis | undefined }) {
  const { copy } = row;
  const { axis, group } = detail;
  const upload = firstOf(row.uploads);
  const isEarliest = group.earliest !== "unknown" && group.earliest.item === copy.item;
  const beside = pairBeside(row, detail);
  return (
    <tr>
      <th scope="row" className="matrix-copy">
        <div>
          <Shielded item={copy.item} kind={copy.kind} poster={copy.poster} />
          <span className="matrix-name">
            <Link to={`/items/${copy.item}?tab=copies`} className="cut" title={copy.name}>
              {t("copies.item", { number: copy.item.slice(1) })} <IsolatedText text={fileName(copy.name)} />
            </Link>
            <span className="quiet small">{factsOf(row)}</span>
            {row.sameBytes.length === 0 ? null : (
              <span className="quiet small">
                {t("copies.same-bytes", { count: row.sameBytes.length, items: row.sameBytes.map((item) => item.slice(1)).join(", ") })}
              </span>
            )}
            {row.alsoIn.map((group) => (
              <Link key={group} to={groupPath(group)} className="small">
                {t("copies.also-in")}
              </Link>
            ))}
            <span className="matrix-marks">
              {isEarliest ? (
                <span className="chip small">
                  <span className="mark is-earliest" aria-hidden="true" /> {t("copies.earliest-mark")}
                </span>
              ) : null}
              {group.best === copy.item ? (
                <span className="chip small">
                  <span className="mark is-best" aria-hidden="true" /> {t("copies.best-mark")}
                </span>
              ) : null}
              {beside === undefined ? null : (
                <Link to={pairPath({ a: beside, b: copy.item })} className="small">
                  {t("copies.compare-with", { number: beside.slice(1) })}
                </Link>
              )}
            </span>
          </span>
        </div>
      </th>
      <td>
        <Lane row={row} lengthSec={axis.lengthSec} isAxis={copy.item === axis.item} />
        <p className="quiet small lane-words">{gapWords(row, axis.lengthSec).join(" ")}</p>
        {row.alone.length === 0 || totalOf(row.alone) < leastGapSec ? null : (
          <p className="small lane-words">
            {t("copies.alone", { sec: shortSecond(totalOf(row.alone)), spans: row.alone.map(spanWords).join(", ") })}
          </p>
        )}
      </td>
      <td>
        {upload === undefined || times === undefined ? (
          <span className="quiet">{t("copies.upload-unknown")}</span>
        ) : (
          <>
            <UploadLane claim={upload.claim} times={times} />
            <TimeText claim={upload.claim} />
          </>
        )}
      </td>
    </tr>
  );
}

/** What a copy is best compared with: the one on whose seconds all stand, else whatever it shares most with. Twins share their bytes' pairs. */
function pairBeside({ copy, sameBytes }: CopyOfGroup, { axis, pairs }: CopyGroupDetail): ItemId | undefined {
  const own: readonly ItemId[] = [copy.item, ...sameBytes];
  const others = pairs
    .toSorted((one, two) => two.pictureSec - one.pictureSec)
    .flatMap(({ a, b }) => (own.includes(a) ? [b] : own.includes(b) ? [a] : []));
  return others.find((item) => item === axis.item) ?? others[0];
}

function Lane({ row, lengthSec, isAxis }: { row: CopyOfGroup; lengthSec: number; isAxis: boolean }) {
  const place = ({ fromSec, toSec }: Span): CSSProperties =>
    lengthSec > 0
      ? { left: `${(fromSec / lengthSec) * 100}%`, width: `max(3px, ${((toSec - fromSec) / lengthSec) * 100}%)` }
      : { left: 0, width: "100%" };
  return (
    <div className="content-lane" aria-hidden="true">
      {(["picture", "sound"] as const).map((channel) =>
        row[channel].map(({ axis }) => <span key={`${channel}${axis.fromSec}`} className={`held is-${channel}`} style={place(axis)} />),
      )}
      {isAxis ? row.alone.map((span) => <span key={span.fromSec} className="held is-alone" style={place(span)} />) : null}
    </div>
  );
}

/** What a copy does not hold of the axis, and in words what its lane shows. */
function gapWords(row: CopyOfGroup, lengthSec: number): string[] {
  if (lengthSec <= 0) return [];
  const spans = (channel: "picture" | "sound"): Span[] => unionOf(row[channel].map(({ axis }) => axis));
  const [picture, sound] = [spans("picture"), spans("sound")];
  const held = picture.length > 0 ? picture : sound;
  const gaps = row.copy.kind === "picture" ? [] : without({ fromSec: 0, toSec: lengthSec }, held, leastGapSec);
  const words = [
    picture.length === 0 ? t("copies.lane-no-picture") : t("copies.lane-picture", { spans: picture.map(spanWords).join(", ") }),
    sound.length === 0 ? t("copies.lane-no-sound") : t("copies.lane-sound", { spans: sound.map(spanWords).join(", ") }),
  ];
  for (const gap of gaps) {
    if (gap.fromSec <= 0) words.push(t("copies.gap-before", { sec: shortSecond(gap.toSec) }));
    else if (gap.toSec >= lengthSec) words.push(t("copies.gap-after", { sec: shortSecond(gap.fromSec) }));
    else words.push(t("copies.gap-between", { span: spanWords(gap) }));
  }
  return words;
}

function factsOf({ copy }: CopyOfGroup): string {
  const parts = [
    copy.dimensions === "unknown" ? "" : `${formatNumber(copy.dimensions.width)} × ${formatNumber(copy.dimensions.height)}`,
    copy.durationSec === "unknown" || copy.kind === "picture" ? "" : t("copies.second", { sec: shortSecond(copy.durationSec) }),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function UploadLane({ claim, times }: { claim: CopyOfGroup["uploads"][number]["claim"]; times: TimeAxis }) {
  const whole = times.to - times.from;
  const part = (instant: string): number => (whole > 0 ? (Date.parse(instant) - times.from) / whole : 0.5);
  const [from, to] = [part(claim.earliest), part(claim.latest)];
  return (
    <div className="upload-lane" aria-hidden="true">
      <span
        className={claim.zone.state === "unknown" ? "upload-span is-interval" : "upload-span"}
        style={{ left: `${from * 100}%`, width: `max(4px, ${(to - from) * 100}%)` }}
      />
    </div>
  );
}

function Ruler({ marks, two = false }: { marks: readonly { readonly at: number; readonly words: string }[]; two?: boolean }) {
  return (
    <span className={two ? "ruler is-two" : "ruler"} aria-hidden="true">
      {marks.map(({ at, words }, index) => (
        <span
          key={words + String(at)}
          className={at >= 1 ? "is-last" : index === 0 ? "is-first" : undefined}
          style={{ left: `${at * 100}%` }}
        >
          {words}
        </span>
      ))}
    </span>
  );
}

function firstOf(uploads: CopyOfGroup["uploads"]): CopyOfGroup["uploads"][number] | undefined {
  return uploads.filter(({ verdict }) => verdict !== "rejected").toSorted((a, b) => (a.claim.latest < b.claim.latest ? -1 : 1))[0];
}

function byUpload(one: CopyOfGroup, two: CopyOfGroup): number {
  return (firstOf(one.uploads)?.claim.latest ?? "") < (firstOf(two.uploads)?.claim.latest ?? "") ? -1 : 1;
}

/** Undefined when nothing is placed. */
function timeAxis(placed: readonly CopyOfGroup[]): TimeAxis | undefined {
  const claims = placed.flatMap(({ uploads }) => firstOf(uploads)?.claim ?? []);
  if (claims.length === 0) return undefined;
  const from = Math.min(...claims.map(({ earliest }) => Date.parse(earliest)));
  const to = Math.max(...claims.map(({ latest }) => Date.parse(latest)));
  return { from, to };
}
