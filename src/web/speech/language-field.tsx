/** A language by its code, with the usual ones to choose from; any other that the code allows can be typed. */
import { useId, useState } from "react";
import { TierLanguage } from "../../core/tier/tier.ts";
import { t } from "../words/t.ts";
import { languageName } from "./segment-words.ts";

/** Languages that recordings of these investigations are in most; no list of all. */
const offered = ["uk", "ru", "en", "ar", "he", "fa", "tr", "de", "fr", "es", "pl", "be", "mul", "und"];

interface LanguageFieldProps {
  readonly value: string;
  /** What an empty field means. Without it one must be said. */
  readonly empty?: string;
  readonly autofocus?: boolean;
  readonly onValue: (value: string) => void;
}

export function LanguageField({ value, empty, autofocus = false, onValue }: LanguageFieldProps) {
  const list = useId();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? value;
  const faulty = shown !== "" && !TierLanguage.safeParse(shown).success;
  return (
    <>
      <input
        type="text"
        className="field is-small language-field"
        list={list}
        size={9}
        value={shown}
        placeholder={empty ?? "uk"}
        title={shown === "" ? (empty ?? "") : languageName(shown)}
        aria-invalid={faulty}
        data-autofocus={autofocus || undefined}
        onChange={(event) => {
          const words = event.target.value.trim();
          setTyped(words);
          if (words === "" || TierLanguage.safeParse(words).success) onValue(words);
        }}
        onBlur={() => setTyped(undefined)}
      />
      <datalist id={list}>
        {offered.map((code) => (
          <option key={code} value={code} label={languageName(code)} />
        ))}
      </datalist>
      {faulty ? <span className="small tone-conflict">{t("speech.language-faulty")}</span> : null}
    </>
  );
}
