/** Shots of an item in the order of time, numbered over those that stand; taken back ones keep their place without a number. */
import { useState } from "react";
import type { ShotRow } from "../../api/subjects.ts";
import { subjectApi } from "../api-client/subject-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { secondsWords } from "../parts/ground-seconds.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { ItemMoment } from "./item-moment.tsx";

export function ShotList({ shots }: { readonly shots: readonly ShotRow[] }) {
  const [leaving, setLeaving] = useState<ShotRow>();
  if (shots.length === 0) return <p className="quiet">{t("shots.none")}</p>;
  return (
    <>
      <ul className="record-lines">
        {shots.map((shot) => (
          <li key={shot.id} className={shot.withdrawn === undefined ? "" : "is-withdrawn"}>
            <p className="record-line-head">
              <strong>{shot.number === null ? "–" : t("shots.number", { number: shot.number })}</strong>
              <span className="mono quiet">{shot.id}</span>
              <ItemMoment item={shot.item} fromS={shot.atS} />
              <span className="mono">{t("shots.error-of", { error: shot.plusMinusS })}</span>
              <span className="quiet small">{t(`shots.channel.${shot.channel}`)}</span>
              {shot.withdrawn === undefined ? (
                <button
                  type="button"
                  className="button is-bare is-small"
                  aria-label={`${t("events.withdraw")} ${shot.id}`}
                  onClick={() => setLeaving(shot)}
                >
                  {t("events.withdraw")}
                </button>
              ) : null}
            </p>
            <p className="small">
              <IsolatedText text={shot.words} />{" "}
              <span className="quiet">
                {shot.basis.by === "observation"
                  ? t("shots.by-observation", { record: shot.basis.observation })
                  : t("shots.by-sound", { at: secondsWords(shot.basis.atS) })}
              </span>
            </p>
            {shot.withdrawn === undefined ? null : (
              <p className="small">
                <IsolatedText text={t("events.withdrawn-because", { reason: shot.withdrawn })} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {leaving === undefined ? null : (
        <ReasonDialog
          title={t("subjects.withdraw-title", { id: leaving.id })}
          action={t("events.withdraw")}
          write={(reason) => subjectApi.withdraw({ record: leaving.id, reason })}
          said={t("events.written", { id: leaving.id })}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </>
  );
}
