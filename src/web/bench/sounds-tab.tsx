/** Sudden sounds, one a line: when, how loud, how quickly. A press goes to it. What made them is nowhere said. */
import { useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { SoundEventsResult } from "../../core/sound-events/sound-events.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { formatNumber, t } from "../words/t.ts";
import { formatClock } from "./frame-clock.ts";
import type { FramePlayer } from "./frame-player.ts";
import { goToSound, type PlacedSoundEvent, useSoundEvents } from "./use-sound-events.ts";

/** Lines at first; a burst of hundreds would bury the rest of the panel. */
const firstLines = 100;

export function SoundsTab({ detail, player }: { detail: ItemDetail; player: FramePlayer | null }) {
  const { result, events, error } = useSoundEvents(detail);
  const [clearOnly, setClearOnly] = useState(false);
  const [most, setMost] = useState(firstLines);
  if (error) return <ErrorNotice error={error} />;
  if (result === undefined) return <p className="quiet">{missingWords(detail)}</p>;
  const wanted = clearOnly ? events.filter(({ confidence }) => confidence === "clear") : events;
  return (
    <div className="tab-stack">
      <p className="quiet">{t("sounds.note")}</p>
      <p>
        {summary(result, events)}{" "}
        <label className="sounds-clear">
          <input type="checkbox" checked={clearOnly} onChange={(event) => setClearOnly(event.target.checked)} /> {t("sounds.clear-only")}
        </label>
      </p>
      {wanted.length === 0 ? null : <SoundTable events={wanted.slice(0, most)} player={player} />}
      {wanted.length > most ? (
        <p>
          <button type="button" className="button" onClick={() => setMost(most + 500)}>
            {t("sounds.more", { count: wanted.length - most })}
          </button>
        </p>
      ) : null}
      {result.notListed > 0 ? <p className="quiet">{t("sounds.not-listed", { count: result.notListed })}</p> : null}
      {result.clippedSec > 0 ? <p className="quiet">{t("sounds.clipped-in-all", { sec: result.clippedSec.toFixed(2) })}</p> : null}
      {result.notRead === "" ? null : <p className="tone-narrower">{result.notRead}</p>}
    </div>
  );
}

function SoundTable({ events, player }: { events: readonly PlacedSoundEvent[]; player: FramePlayer | null }) {
  return (
    <div className="sounds-scroll">
      <table className="sounds">
        <thead>
          <tr>
            <th scope="col">{t("sounds.at")}</th>
            <th scope="col">{t("sounds.sign")}</th>
            <th scope="col">{t("sounds.peak")}</th>
            <th scope="col">{t("sounds.over")}</th>
            <th scope="col">{t("sounds.rise")}</th>
            <th scope="col">{t("sounds.length")}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.atSec}>
              <td>
                <button
                  type="button"
                  className="button is-bare mono"
                  disabled={player === null}
                  title={t("sounds.item-time", { sec: event.atSec.toFixed(3), within: (event.plusMinusSec * 1000).toFixed(0) })}
                  onClick={() => player !== null && goToSound(player, event)}
                >
                  {formatClock(event.clockSec)}
                </button>
              </td>
              <td>{[t(`sounds.${event.confidence}`), ...(event.clipped ? [t("sounds.clipped")] : [])].join(", ")}</td>
              <td className="mono">{event.peakDbfs.toFixed(1)}</td>
              <td className="mono">{event.overBackgroundDb.toFixed(0)}</td>
              <td className="mono">{event.riseMs.toFixed(1)}</td>
              <td className="mono">{event.lengthMs === "longer" ? t("sounds.longer") : formatNumber(event.lengthMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function summary({ notListed }: SoundEventsResult, events: readonly PlacedSoundEvent[]): string {
  const clear = events.filter(({ confidence }) => confidence === "clear").length;
  if (events.length === 0) return t("sounds.none");
  return t("sounds.found", { count: events.length + notListed, clear, doubtful: events.length - clear });
}

function missingWords({ analyses, media, probe }: ItemDetail): string {
  const failure = analyses.find(({ analyser }) => analyser === "sound-events")?.failure;
  if (failure !== undefined) return t("sounds.failed", { reason: failure.message });
  if (media.soundEvents) return t("bench.tab-waiting");
  const hasSound = probe?.streams.some(({ type }) => type === "audio") ?? false;
  return t(hasSound ? "sounds.waiting" : "sounds.no-sound");
}
