/** Where the person says which programs of their own may read speech and signs. Off until then; a try shows whether they answer. */
import "./recogniser.css";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RecogniserSettingsAnswer } from "../../api/recogniser.ts";
import { recogniserApi, recogniserKeys, useRecogniserSettings } from "../api-client/recogniser-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { DetectorFields } from "./detector-fields.tsx";
import { PathField } from "./path-field.tsx";
import { draftOfSettings, readSettings, type SettingsDraft } from "./settings-draft.ts";
import { SpeechFields } from "./speech-fields.tsx";
import { TryDetector, TryRecogniser, TryTesseract } from "./try-programs.tsx";

export function RecogniserPart() {
  const found = useRecogniserSettings();
  if (found.error !== null) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="page-message">{t("links.waiting")}</p>;
  return <RecogniserForm answer={found.data} />;
}

function RecogniserForm({ answer }: { readonly answer: RecogniserSettingsAnswer }) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOfSettings(answer.settings));
  const change = (part: Partial<SettingsDraft>) => setDraft((now) => ({ ...now, ...part }));
  const read = readSettings(draft);
  const saved = read.state === "read" && JSON.stringify(read.settings) === JSON.stringify(answer.settings) && answer.fault === null;
  const save = useMutation({
    mutationFn: recogniserApi.saveSettings,
    onSuccess: (next) => {
      client.setQueryData(recogniserKeys.settings, next);
      client.removeQueries({ queryKey: recogniserKeys.packs });
    },
  });
  return (
    <form
      className="recogniser-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (read.state === "read") save.mutate(read.settings);
      }}
    >
      <h2>{t("recogniser.title")}</h2>
      <p className="quiet">{t("recogniser.note", { file: answer.file })}</p>
      <p className={answer.network === "none" ? "quiet" : "tone-narrower"}>
        {answer.network === "none" ? t("recogniser.cut-off") : t("recogniser.not-cut-off", { why: answer.networkWhy })}
      </p>
      {answer.fault === null ? null : (
        <p className="tone-conflict">
          {t("recogniser.fault")} <IsolatedText text={answer.fault} />
        </p>
      )}
      <fieldset>
        <legend>{t("recogniser.speech")}</legend>
        <SpeechFields draft={draft} onChange={change} />
        {answer.settings.recogniser === null ? null : <TryRecogniser isSaved={saved} />}
      </fieldset>
      <fieldset>
        <legend>{t("recogniser.tesseract")}</legend>
        <PathField label={t("recogniser.tesseract-path")} value={draft.tesseract} onChange={(tesseract) => change({ tesseract })} />
        {answer.settings.tesseract === null ? null : <TryTesseract isSaved={saved} />}
      </fieldset>
      <fieldset>
        <legend>{t("recogniser.detector")}</legend>
        <DetectorFields draft={draft} onChange={change} />
        {answer.settings.detector === null ? null : <TryDetector isSaved={saved} />}
      </fieldset>
      {read.state === "faulty" ? (
        <p className="tone-conflict">{t("recogniser.refused", { field: t(`recogniser.field.${read.field}`) })}</p>
      ) : null}
      <div className="recogniser-acts">
        <button type="submit" className="button is-main" disabled={read.state === "faulty" || save.isPending}>
          {t("recogniser.save")}
        </button>
        <span role="status">{save.isSuccess && saved ? t("recogniser.saved") : ""}</span>
      </div>
      {save.error === null ? null : <ErrorNotice error={save.error} />}
    </form>
  );
}
