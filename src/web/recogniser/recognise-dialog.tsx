/** Before a recogniser runs: what it is, in which language, on which part of the sound. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { RecogniserSettingsAnswer } from "../../api/recogniser.ts";
import type { ItemId } from "../../core/item/item.ts";
import { SpokenLanguage } from "../../core/recogniser/recogniser-settings.ts";
import { recogniserApi } from "../api-client/recogniser-api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { secondsWords } from "./seconds-words.ts";

export interface SelectedSpan {
  readonly fromSec: number;
  readonly toSec: number;
}

interface RecogniseDialogProps {
  readonly item: ItemId;
  readonly span: SelectedSpan | undefined;
  readonly answer: RecogniserSettingsAnswer;
  readonly onStarted: (job: string) => void;
  readonly onClose: () => void;
}

const languages = ["auto", "uk", "ru", "ar", "en", "other"] as const;

export function RecogniseDialog({ item, span, answer, onStarted, onClose }: RecogniseDialogProps) {
  const [language, setLanguage] = useState<(typeof languages)[number]>("auto");
  const [tag, setTag] = useState("");
  const [part, setPart] = useState<"whole" | "selected">("whole");
  const [anew, setAnew] = useState(false);
  const asked = SpokenLanguage.safeParse(language === "other" ? tag.trim() : language);
  const start = useMutation({
    mutationFn: (spoken: SpokenLanguage) =>
      recogniserApi.recognise(item, {
        ...{ language: spoken, anew },
        ...(part === "selected" && span !== undefined ? span : { fromSec: null, toSec: null }),
      }),
    onSuccess: ({ job }) => onStarted(job),
  });
  return (
    <Dialog title={t("recognise.title")} onClose={onClose}>
      <form
        className="draft-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (asked.success) start.mutate(asked.data);
        }}
      >
        <p className="quiet small">
          <IsolatedText text={t("recognise.what", { program: answer.settings.recogniser?.path ?? "" })} />
        </p>
        {answer.network === "none" ? null : <p className="small tone-narrower">{t("recognise.not-cut-off")}</p>}
        <label className="label">
          <span>{t("recognise.language")}</span>
          <select
            className="field"
            data-autofocus
            value={language}
            onChange={(event) => setLanguage(languages.find((one) => one === event.target.value) ?? "auto")}
          >
            {languages.map((one) => (
              <option key={one} value={one}>
                {t(`recognise.language.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {language === "other" ? (
          <label className="label">
            <span>{t("recognise.language-tag")}</span>
            <input className="field" value={tag} maxLength={20} spellCheck={false} onChange={(event) => setTag(event.target.value)} />
          </label>
        ) : null}
        {span === undefined ? null : (
          <fieldset>
            <legend>{t("recognise.part")}</legend>
            {(["whole", "selected"] as const).map((one) => (
              <label key={one} className="check">
                <input type="radio" name="part" checked={part === one} onChange={() => setPart(one)} />{" "}
                {one === "whole"
                  ? t("recognise.part.whole")
                  : t("recognise.part.selected", { from: secondsWords(span.fromSec), to: secondsWords(span.toSec) })}
              </label>
            ))}
          </fieldset>
        )}
        <label className="check">
          <input type="checkbox" checked={anew} onChange={(event) => setAnew(event.target.checked)} /> {t("recognise.anew")}
        </label>
        {start.error === null ? null : <ErrorNotice error={start.error} />}
        <div className="recogniser-acts">
          <button type="submit" className="button is-main" disabled={!asked.success || start.isPending}>
            {t("recognise.start")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
