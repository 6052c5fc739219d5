/** What a measuring of two clips rests on: the stretches that agree, or the offsets that came into question. Asked for when it is opened. */
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { formatClock } from "../bench/frame-clock.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { signed } from "./offset-words.ts";
import { useSyncPair } from "./sync-queries.ts";

export function PairRests({ a, b }: { a: ItemId; b: ItemId }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="small" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("sync.rests")}</summary>
      {open ? <Rests a={a} b={b} /> : null}
    </details>
  );
}

/** More say nothing more to a reader. */
const mostTold = 12;

function Rests({ a, b }: { a: ItemId; b: ItemId }) {
  const { data, error } = useSyncPair(a, b);
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <p className="quiet">{t("sync.wall-waiting")}</p>;
  const { measurement, measurer } = data;
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
      <p className="quiet">{t("sync.measured-by", { measurer })}</p>
    </>
  );
}
