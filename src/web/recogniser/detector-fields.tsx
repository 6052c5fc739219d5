/** Where the program is that looks for what to cover, and the words of its command line. */
import { useId } from "react";
import { t } from "../words/t.ts";
import { PathField } from "./path-field.tsx";
import type { SettingsDraft } from "./settings-draft.ts";

interface DetectorFieldsProps {
  readonly draft: SettingsDraft;
  readonly onChange: (part: Partial<SettingsDraft>) => void;
}

export function DetectorFields({ draft, onChange }: DetectorFieldsProps) {
  const noteId = useId();
  return (
    <>
      <PathField label={t("recogniser.detector-path")} value={draft.detector} onChange={(detector) => onChange({ detector })} />
      {draft.detector.trim() === "" ? null : (
        <label className="label">
          <span>{t("recogniser.detector-arguments")}</span>
          <textarea
            className="field recogniser-words"
            value={draft.detectorArguments}
            spellCheck={false}
            aria-describedby={noteId}
            onChange={(event) => onChange({ detectorArguments: event.target.value })}
          />
        </label>
      )}
      <p className="quiet small" id={noteId}>
        {t("recogniser.detector-note", { frames: "{frames}" })}
      </p>
    </>
  );
}
