/** The chosen event: what all statements leave of its time, what cuts it, and its record in the case. */
import { useEvents } from "../events/event-queries.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { noRoomWords, piecesWords, pressedWords, zonesWords } from "./bar-words.ts";
import type { ResultRow } from "./chart-rows.ts";

interface ChosenEventProps {
  readonly row: ResultRow;
  readonly zone: string;
  readonly record: string | undefined;
  readonly onClose: () => void;
}

export function ChosenEvent({ row, zone, record, onClose }: ChosenEventProps) {
  const known = useEvents().data?.events.find(({ id }) => id === record);
  return (
    <section className="time-chosen" aria-label={t("time-bench.chosen-event")}>
      <div className="conflict-member-head">
        <h2 className="cut">
          <IsolatedText text={row.event} />
        </h2>
        <button type="button" className="button is-bare is-small" aria-label={t("time-bench.close-chosen")} onClick={onClose}>
          ×
        </button>
      </div>
      {record === undefined ? null : (
        <p className="small">
          <span className="quiet">{t("time-bench.its-record")}</span>{" "}
          <Link to={`/events/${record}`}>
            <IsolatedText text={known === undefined ? record : `${record} · ${known.title}`} />
          </Link>
        </p>
      )}
      {row.bars.map((bar) => {
        const lines = bar.isConflict
          ? [
              t("time-bench.no-answer"),
              ...(bar.noRoom === undefined
                ? []
                : [noRoomWords(bar.noRoom), pressedWords(bar, "below", zone), pressedWords(bar, "above", zone)]),
            ]
          : [
              piecesWords(bar.spans, zone, bar.open),
              ...(bar.earliest.length === 0 ? [] : [t("time-bench.earliest-by", { names: bar.earliest.join(", ") })]),
              ...(bar.latest.length === 0 ? [] : [t("time-bench.latest-by", { names: bar.latest.join(", ") })]),
            ];
        return (
          <div key={bar.zones}>
            {bar.zones === "" ? null : <h3 className="small">{zonesWords(bar.zones)}</h3>}
            {lines.map((line) => (
              <p key={line} className="time-figures">
                <IsolatedText text={line} />
              </p>
            ))}
          </div>
        );
      })}
      <p className="quiet small">{t("time-bench.times-by", { zone })}</p>
    </section>
  );
}
