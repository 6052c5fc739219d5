/** The answer being typed: of the sort that the question asks for, or that one cannot tell. What is read is said back before it is kept. */
import type { AskedPrecision } from "../../core/review/answer.ts";
import { visibleText } from "../../core/text/visible-text.ts";
import { SHOWN_ZONES } from "../bench/zone-table.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { type AnswerDraft, readAnswer } from "./finding-draft.ts";
import { answerWords, precisionWords } from "./finding-terms.ts";

interface AnswerFieldsProps {
  readonly asked: AskedPrecision;
  readonly draft: AnswerDraft;
  readonly onDraft: (draft: AnswerDraft) => void;
}

export function AnswerFields({ asked, draft, onDraft }: AnswerFieldsProps) {
  const set = (change: Partial<AnswerDraft>): void => onDraft({ ...draft, ...change });
  const read = readAnswer(draft);
  const zones = [...new Set<string>([...SHOWN_ZONES, draft.zone])];
  const text = (label: string, field: "coordinates" | "radius" | "from" | "to", placeholder: string) => (
    <label className="label">
      <span>{label}</span>
      <input
        className="field mono"
        value={draft[field]}
        placeholder={placeholder}
        onChange={(event) => set({ [field]: event.target.value })}
      />
    </label>
  );
  return (
    <fieldset className="claim-fields">
      <legend>{t("finding.answer")}</legend>
      <p className="quiet small">
        <IsolatedText text={precisionWords(asked)} />
      </p>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.sort === "cannot-tell"}
          onChange={(event) => set({ sort: event.target.checked ? "cannot-tell" : asked.sort })}
        />{" "}
        {t("answer.cannot")}
      </label>
      {draft.sort === "place" ? (
        <div className="claim-row">
          {/* Examples of nowhere and no day near any case: a hint near the truth would guide whoever answers blind. */}
          {text(t("answer.coordinates"), "coordinates", "12.34567, 65.43210")}
          {text(t("answer.radius"), "radius", "50")}
        </div>
      ) : null}
      {draft.sort === "time" ? (
        <div className="claim-row">
          {text(t("answer.from"), "from", "2001-02-03 10:00")}
          {text(t("answer.to"), "to", "2001-02-03 16:00")}
          <label className="label">
            <span>{t("answer.zone")}</span>
            <select className="field" value={draft.zone} onChange={(event) => set({ zone: event.target.value })}>
              {zones.map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </select>
          </label>
        </div>
      ) : null}
      {draft.sort === "choice" && asked.sort === "choice" ? (
        <label className="label">
          <span>{t("answer.choose")}</span>
          <select className="field" value={draft.choice} onChange={(event) => set({ choice: event.target.value })}>
            <option value="">{t("answer.no-choice")}</option>
            {asked.choices.map((choice) => (
              <option key={choice} value={choice}>
                {visibleText(choice)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {draft.sort === "words" ? (
        <label className="label">
          <span>{t("answer.words")}</span>
          <textarea
            dir="auto"
            className="field"
            value={draft.words}
            maxLength={2000}
            onChange={(event) => set({ words: event.target.value })}
          />
        </label>
      ) : null}
      {draft.sort === "cannot-tell" ? (
        <label className="label">
          <span>{t("answer.why")}</span>
          <textarea
            dir="auto"
            className="field"
            value={draft.why}
            maxLength={2000}
            onChange={(event) => set({ why: event.target.value })}
          />
        </label>
      ) : null}
      <p className={read.state === "read" ? "small" : "small quiet"} aria-live="polite">
        <IsolatedText text={read.state === "read" ? t("answer.read", { answer: answerWords(read.answer) }) : read.reason} />
      </p>
    </fieldset>
  );
}
