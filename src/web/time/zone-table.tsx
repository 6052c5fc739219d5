/** While nobody states whose clock is meant: what each candidate would come to. There is no single answer; a person may choose one to look at. */
import { useId, useState } from "react";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { zonesWords } from "./bar-words.ts";
import { zonesDrawn } from "./chart-rows.ts";
import { lengthWords, momentWords } from "./clock-words.ts";
import type { PerZone } from "./shown-answer.ts";

interface ZoneTableProps {
  readonly table: PerZone;
  readonly chosen: string | undefined;
  readonly events: readonly string[];
  readonly zone: string;
  readonly onZones: (zones: string | undefined) => void;
  readonly onStateZone: (() => void) | undefined;
}

export function ZoneTable({ table, chosen, events, zone, onZones, onStateZone }: ZoneTableProps) {
  const group = useId();
  const [wanted, setWanted] = useState<string>();
  const event = wanted !== undefined && events.includes(wanted) ? wanted : mostChanged(table, events);
  return (
    <section className="time-part" aria-label={t("time-bench.by-zone")}>
      <h2>
        <ToneMark tone="unknown" /> {t("time-bench.by-zone")}
      </h2>
      <p className="quiet small">{t("time-bench.by-zone-how")}</p>
      <label className="time-inline">
        <span>{t("time-bench.event")}</span>
        <select className="field" value={event} onChange={(change) => setWanted(change.target.value)}>
          {events.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div className="time-table-scroll">
        <table className="time-table">
          <thead>
            <tr>
              <th scope="col">{t("time-bench.zone-is")}</th>
              <th scope="col">{t("time-bench.earliest")}</th>
              <th scope="col">{t("time-bench.latest")}</th>
            </tr>
          </thead>
          <tbody>
            {table.map(([key, answer]) => (
              <tr key={key} className={key === chosen ? "is-chosen" : undefined}>
                <th scope="row">
                  <label className="check">
                    <input type="radio" name={group} checked={key === chosen} onChange={() => onZones(key)} />{" "}
                    <IsolatedText text={zonesWords(key)} />
                  </label>
                </th>
                {answer.consistent ? (
                  <>
                    <td>{endOf(answer.windows[event], answer.open[event], "earlier", zone)}</td>
                    <td>{endOf(answer.windows[event], answer.open[event], "later", zone)}</td>
                  </>
                ) : (
                  <td colSpan={2} className="tone-conflict">
                    <ToneMark tone="conflict" />{" "}
                    {t("time-bench.conflict-short", {
                      length: lengthWords(Math.max(0, ...answer.conflicts.map(({ gapSeconds }) => gapSeconds))),
                    })}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet small">{t("time-bench.times-by", { zone })}</p>
      {chosen === undefined && table.length > zonesDrawn ? (
        <p className="quiet small">{t("time-bench.zones-drawn", { drawn: zonesDrawn, count: table.length })}</p>
      ) : null}
      <p className="time-chips">
        {chosen === undefined ? null : (
          <button type="button" className="button" onClick={() => onZones(undefined)}>
            {t("time-bench.zone-none")}
          </button>
        )}
        {onStateZone === undefined ? null : (
          <button type="button" className="button" title={t("time-bench.state-zone-how")} onClick={onStateZone}>
            {t("time-bench.state-zone")}
          </button>
        )}
      </p>
    </section>
  );
}

function endOf(
  windows: readonly (readonly [string, string])[] | undefined,
  open: readonly string[] | undefined,
  side: "earlier" | "later",
  zone: string,
): string {
  if (open?.includes(side) === true) return t(side === "earlier" ? "time-bench.open-earlier" : "time-bench.open-later");
  const at = side === "earlier" ? windows?.[0]?.[0] : windows?.at(-1)?.[1];
  return at === undefined ? "" : momentWords(Date.parse(at), zone);
}

/** The event for which the zone makes the most difference: of those whose latest moment differs, the one with most answers. */
function mostChanged(table: PerZone, events: readonly string[]): string {
  const answers = (event: string): number =>
    new Set(table.map(([, one]) => (one.consistent ? JSON.stringify([one.windows[event]?.at(-1), one.open[event]]) : "conflict"))).size;
  return events.reduce((best, event) => (answers(event) > answers(best) ? event : best), events[0] ?? "");
}
