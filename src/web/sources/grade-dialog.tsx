/** Grades a source as of a day. A reason is demanded; earlier grades stay. */
import { useState } from "react";
import type { SourceRow } from "../../api/sources.ts";
import { Reliability } from "../../core/source/source.ts";
import { sourcesApi } from "../api-client/sources-api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { useWritingSources } from "./source-queries.ts";

export function GradeDialog({ source, onClose }: { source: SourceRow; onClose: () => void }) {
  const [reliability, setReliability] = useState<Reliability>(source.reliability);
  const [asOf, setAsOf] = useState(() => new Date().toISOString().slice(0, 10));
  const [reason, setReason] = useState("");
  const save = useWritingSources(
    () => sourcesApi.grade(source.id, { reliability, asOf, reason: reason.trim() }),
    t("reliability.saved"),
    onClose,
  );
  const ready = reason.trim() !== "" && asOf !== "" && !save.isPending;
  return (
    <Dialog
      title={`${t("reliability.grade")}: ${source.label}`}
      onClose={onClose}
      foot={
        <button type="submit" form="grade-form" className="button is-main" disabled={!ready}>
          {t("reliability.save")}
        </button>
      }
    >
      <form
        id="grade-form"
        className="form conditions-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) save.mutate(undefined);
        }}
      >
        <p className="quiet">{t("reliability.apart")}</p>
        <fieldset className="letters">
          <legend>{t("reliability.letter")}</legend>
          {Reliability.options.map((letter) => (
            <label key={letter} className="chip is-long">
              <input
                type="radio"
                name="letter"
                checked={reliability === letter}
                onChange={() => setReliability(letter)}
                {...(reliability === letter ? { "data-autofocus": true } : {})}
              />
              <strong className={`letter letter-${letter}`}>{letter}</strong>
              {t(`reliability.${letter}`)}
            </label>
          ))}
        </fieldset>
        <label className="label">
          <span>{t("reliability.as-of")}</span>
          <input type="date" className="field" required value={asOf} onChange={(event) => setAsOf(event.target.value)} />
        </label>
        <label className="label">
          <span>{t("reliability.reason")}</span>
          <textarea
            dir="auto"
            className="field"
            required
            maxLength={5000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {save.error === null ? null : <ErrorNotice error={save.error} />}
      </form>
    </Dialog>
  );
}
