/** "My exposure": minutes by graphic level, breaks that the person chooses, and a button that forgets all of it. Nobody else sees any of it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { WellbeingAnswer } from "../../api/wellbeing.ts";
import type { ExposureWishes } from "../../core/wellbeing/exposure.ts";
import { useWellbeing, wellbeingApi, wellbeingKey } from "../api-client/wellbeing-api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { LevelMark } from "../parts/level-mark.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import { levelsShown, minuteWords, sumOfDays, totalOf } from "./exposure-words.ts";

const spans = [1, 7, 30] as const;

export function ExposureDialog({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useWellbeing();
  return (
    <Dialog title={t("wellbeing.title")} onClose={onClose}>
      <p>{t("wellbeing.what")}</p>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <>
          <Minutes answer={data} />
          <Wishes key={JSON.stringify(data.wishes)} wishes={data.wishes} />
        </>
      )}
      {/* Also where the file cannot be read: then above all. */}
      <Forget />
    </Dialog>
  );
}

function Minutes({ answer: { days } }: { answer: WellbeingAnswer }) {
  const [today] = useState(() => new Date());
  const sums = spans.map((span) => sumOfDays(days, span, today));
  return (
    <table className="exposure-table">
      <caption className="visually-hidden">{t("wellbeing.minutes-by-level")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("wellbeing.level")}</th>
          {spans.map((span) => (
            <th key={span} scope="col">
              {t(`wellbeing.span.${span}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {levelsShown.map((level) => (
          <tr key={level}>
            <th scope="row">
              <LevelMark level={level} />
            </th>
            {sums.map((sum, at) => (
              <td key={at}>{minuteWords(sum[level] ?? 0)}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t("wellbeing.total")}</th>
          {sums.map((sum, at) => (
            <td key={at}>
              <strong>{minuteWords(totalOf(sum))}</strong>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function useOwn<Wanted>(write: (wanted: Wanted) => Promise<WellbeingAnswer>, said: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: (answer) => {
      client.setQueryData(wellbeingKey, answer);
      announce(said);
    },
  });
}

function Wishes({ wishes }: { wishes: ExposureWishes }) {
  const [breakAfter, setBreakAfter] = useState(wishes.breakAfterMin === null ? "" : String(wishes.breakAfterMin));
  const [limit, setLimit] = useState(wishes.limitMin === null ? "" : String(wishes.limitMin));
  const [offer, setOffer] = useState(wishes.offerToTell);
  const writing = useOwn(wellbeingApi.wish, t("wellbeing.wishes-kept"));
  const minutes = (text: string, most: number): number | null | undefined => {
    if (text.trim() === "") return null;
    const value = Number(text);
    return Number.isInteger(value) && value >= 1 && value <= most ? value : undefined;
  };
  const wanted = { breakAfterMin: minutes(breakAfter, 600), limitMin: minutes(limit, 1440), offerToTell: offer };
  const isReady = wanted.breakAfterMin !== undefined && wanted.limitMin !== undefined;
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        const { breakAfterMin, limitMin } = wanted;
        if (breakAfterMin !== undefined && limitMin !== undefined) writing.mutate({ breakAfterMin, limitMin, offerToTell: offer });
      }}
    >
      <h3>{t("wellbeing.wishes")}</h3>
      <div className="field-row">
        <label className="label">
          <span>{t("wellbeing.break-after")}</span>
          <input
            className="field"
            inputMode="numeric"
            maxLength={4}
            value={breakAfter}
            onChange={(event) => setBreakAfter(event.target.value)}
          />
        </label>
        <label className="label">
          <span>{t("wellbeing.limit")}</span>
          <input className="field" inputMode="numeric" maxLength={4} value={limit} onChange={(event) => setLimit(event.target.value)} />
        </label>
      </div>
      <p className="quiet small">{t("wellbeing.wishes-hint")}</p>
      <label className="check-line">
        <input type="checkbox" checked={offer} onChange={(event) => setOffer(event.target.checked)} />
        <span>{t("wellbeing.offer")}</span>
      </label>
      {writing.error === null ? null : <ErrorNotice error={writing.error} />}
      <button type="submit" className="button is-main" disabled={!isReady || writing.isPending}>
        {t("wellbeing.keep")}
      </button>
    </form>
  );
}

function Forget() {
  const [sure, setSure] = useState(false);
  const forgetting = useOwn(wellbeingApi.forget, t("wellbeing.forgotten"));
  return (
    <section className="form-stack" aria-label={t("wellbeing.forget")}>
      <p className="quiet small">{t("wellbeing.where")}</p>
      {forgetting.error === null ? null : <ErrorNotice error={forgetting.error} />}
      <p className="action-row">
        {sure ? (
          <>
            <button
              type="button"
              className="button"
              onClick={() => {
                forgetting.mutate(undefined);
                setSure(false);
              }}
            >
              {t("wellbeing.forget-sure")}
            </button>
            <button type="button" className="button is-bare" onClick={() => setSure(false)}>
              {t("dialog.cancel")}
            </button>
          </>
        ) : (
          <button type="button" className="button" onClick={() => setSure(true)}>
            {t("wellbeing.forget")}
          </button>
        )}
      </p>
    </section>
  );
}
