/** What stands beside the words of the chosen segment: times, speaker, language, overlap, what else it may say, cutting and joining. */
import { useState } from "react";
import { SpeakerLabel, TierLanguage, type TierSegment } from "../../core/tier/tier.ts";
import { t } from "../words/t.ts";
import { LanguageField } from "./language-field.tsx";
import { RowAlternatives } from "./row-alternatives.tsx";
import type { RowActs } from "./segment-row.tsx";
import { clockOfMs, languageName, msOfWords } from "./segment-words.ts";

interface RowFieldsProps {
  readonly segment: TierSegment;
  readonly language: TierLanguage;
  readonly acts: RowActs;
}

export function RowFields({ segment, language, acts }: RowFieldsProps) {
  const { id, startMs, endMs } = segment;
  return (
    <div className="row-fields small">
      <TimeField label={t("speech.starts")} ms={startMs} onMs={(ms) => ms < endMs && acts.edit({ do: "span", id, startMs: ms, endMs })} />
      <TimeField label={t("speech.ends")} ms={endMs} onMs={(ms) => ms > startMs && acts.edit({ do: "span", id, startMs, endMs: ms })} />
      <label>
        <span className="quiet">{t("speech.speaker")}</span>{" "}
        <select
          className="field is-small"
          value={segment.speaker ?? ""}
          onChange={(event) => acts.edit({ do: "speaker", id, speaker: SpeakerLabel.safeParse(event.target.value).data ?? null })}
        >
          <option value="">{t("speech.no-speaker")}</option>
          {speakersWith(segment.speaker).map((speaker) => (
            <option key={speaker}>{speaker}</option>
          ))}
        </select>
      </label>
      <label>
        <span className="quiet">{t("speech.segment-language")}</span>{" "}
        <LanguageField
          value={segment.language ?? ""}
          empty={t("speech.as-tier", { language: languageName(language) })}
          onValue={(value) => acts.edit({ do: "language", id, language: TierLanguage.safeParse(value).data ?? null })}
        />
      </label>
      <label className="speech-check">
        <input
          type="checkbox"
          checked={segment.overlap}
          onChange={(event) => acts.edit({ do: "overlap", id, overlap: event.target.checked })}
        />
        {t("speech.overlap-mark")}
      </label>
      <span className="button-row">
        <button type="button" className="button is-small" onClick={acts.split}>
          {t("speech.split")}
        </button>
        <button type="button" className="button is-small" onClick={acts.join}>
          {t("speech.join")}
        </button>
        <button type="button" className="button is-small" onClick={acts.remove}>
          {t("speech.remove")}
        </button>
      </span>
      <RowAlternatives key={id} segment={segment} language={language} acts={acts} />
    </div>
  );
}

function speakersWith(own: SpeakerLabel | null): readonly string[] {
  const usual = Array.from({ length: 9 }, (_, at) => `SPK${at + 1}`);
  return own === null || usual.includes(own) ? usual : [...usual, own];
}

/** Read when it is left or Enter is pressed; what is no time comes back as it was. */
function TimeField({ label, ms, onMs }: { label: string; ms: number; onMs: (ms: number) => void }) {
  const [typed, setTyped] = useState<string>();
  const settle = (): void => {
    const read = typed === undefined ? undefined : msOfWords(typed);
    if (read !== undefined && read !== ms) onMs(read);
    setTyped(undefined);
  };
  return (
    <label>
      <span className="quiet">{label}</span>{" "}
      <input
        type="text"
        className="field is-small mono row-time"
        inputMode="decimal"
        value={typed ?? clockOfMs(ms)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === "Enter") settle();
        }}
      />
    </label>
  );
}
