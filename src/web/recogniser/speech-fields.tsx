/** Which speech recogniser, where it is, and how far one run may go. */
import { useId } from "react";
import { recogniserSorts } from "../../core/recogniser/recogniser-settings.ts";
import { t } from "../words/t.ts";
import { PathField } from "./path-field.tsx";
import type { SettingsDraft } from "./settings-draft.ts";

interface SpeechFieldsProps {
  readonly draft: SettingsDraft;
  readonly onChange: (part: Partial<SettingsDraft>) => void;
}

export function SpeechFields({ draft, onChange }: SpeechFieldsProps) {
  const noteId = useId();
  const { sort } = draft;
  return (
    <>
      <label className="label">
        <span>{t("recogniser.sort")}</span>
        <select
          className="field"
          value={sort}
          onChange={(event) =>
            onChange({ sort: (["off", ...recogniserSorts] as const).find((one) => one === event.target.value) ?? "off" })
          }
        >
          {(["off", ...recogniserSorts] as const).map((one) => (
            <option key={one} value={one}>
              {t(`recogniser.sort.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {sort === "off" ? null : (
        <>
          <PathField label={t("recogniser.path")} value={draft.path} onChange={(path) => onChange({ path })} />
          <PathField label={t(`recogniser.model.${sort}`)} value={draft.model} onChange={(model) => onChange({ model })} />
          {sort === "command" ? (
            <>
              <label className="label">
                <span>{t("recogniser.arguments")}</span>
                <textarea
                  className="field recogniser-words"
                  value={draft.arguments}
                  spellCheck={false}
                  aria-describedby={noteId}
                  onChange={(event) => onChange({ arguments: event.target.value })}
                />
              </label>
              <p className="quiet small" id={noteId}>
                {t("recogniser.arguments-note", { audio: "{audio}", out: "{out}", language: "{language}", model: "{model}" })}
              </p>
            </>
          ) : null}
          <div className="recogniser-numbers">
            <NumberField label={t("recogniser.minutes")} value={draft.minutes} onChange={(minutes) => onChange({ minutes })} />
            <NumberField label={t("recogniser.megabytes")} value={draft.megabytes} onChange={(megabytes) => onChange({ megabytes })} />
          </div>
        </>
      )}
    </>
  );
}

function NumberField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className="label">
      <span>{label}</span>
      <input className="field" type="number" min={1} required value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
