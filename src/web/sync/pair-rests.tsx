/** What a measuring of two clips rests on: what of them agrees and what does not; and, opened, each stretch, or the offsets that came into question. */
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { formatClock } from "../bench/frame-clock.ts";
import type { SyncClip } from "../../reason/sync/sync-problem.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import type { Covered } from "./clip-timing.ts";
import { signed } from "./offset-words.ts";
import { pairAgreement } from "./pair-agreement.ts";
import { useSyncPair } from "./sync-queries.ts";

interface PairRestsProps {
  readonly a: ItemId;
  readonly b: ItemId;
  /** Those of the plan: how long a clip is tells what of it could agree. */
  readonly clips?: readonly SyncClip[];
}

export function PairRests({ a, b, clips }: PairRestsProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {clips === undefined ? null : <Agreement a={a} b={b} clips={clips} />}
      <details className="small" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t("sync.rests")}</summary>
        {open ? <Rests a={a} b={b} /> : null}
      </details>
    </>
  );
}

/** Said without being asked: an edited clip that is placed as one piece is the error that its figure does not show. */
function Agreement({ a, b, clips }: Required<PairRestsProps>) {
  const { data } = useSyncPair(a, b);
  const measurement = data?.measurement;
  const [first, second] = [data?.pair.a, data?.pair.b].map((item) => clips.find((clip) => (clip.item ?? clip.id) === item));
  if (measurement?.state !== "measured" || measurement.stretches.length === 0 || first === undefined || second === undefined) return null;
  const { agreed, rest } = pairAgreement(measurement, first, second);
  const words = (spans: readonly Covered[]): string => spans.map(({ from, to }) => `${formatClock(from)}–${formatClock(to)}`).join(", ");
  const number = (second.item ?? second.id).slice(1);
  return (
    <>
      <p className="small" data-agrees={rest.length === 0 ? "throughout" : "in-part"}>
        {t(rest.length === 0 ? "sync.agrees-whole" : "sync.agrees", { number, spans: words(agreed) })}
      </p>
      {rest.length === 0 ? null : (
        <p className="small tone-narrower">
          <ToneMark tone="narrower" /> {t("sync.agrees-not", { number, spans: words(rest) })}
        </p>
      )}
    </>
  );
}

/** More say nothing more to a reader. */
const mostTold = 12;

function Rests({ a, b }: { a: ItemId; b: ItemId }) {
  const { data, error } = useSyncPair(a, b);
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <p className="quiet">{t("sync.wall-waiting")}</p>;
  const { measurement, measurer } = data;
  const { looked } = measurement;
  const candidates = measurement.state === "refused" ? measurement.candidates : [];
  return (
    <>
      <ul className="record-lines">
        {measurement.stretches.slice(0, mostTold).map(({ startB, endB, offsetS }) => (
          <li key={`${startB} ${offsetS}`}>
            {t("sync.stretch", { number: data.pair.b.slice(1), from: formatClock(startB), to: formatClock(endB), offset: signed(offsetS) })}
          </li>
        ))}
        {candidates.slice(0, mostTold).map(({ offsetS, score }) => (
          <li key={offsetS}>{t("sync.candidate", { offset: signed(offsetS), score: score.toPrecision(3) })}</li>
        ))}
      </ul>
      {measurement.stretches.length > mostTold ? (
        <p className="quiet">{t("sync.stretches-more", { count: measurement.stretches.length - mostTold })}</p>
      ) : null}
      {looked === undefined || looked === "closely" ? null : <p className="tone-narrower">{t(`sync.looked.${looked}`)}</p>}
      <p className="quiet">{t("sync.measured-by", { measurer })}</p>
    </>
  );
}
