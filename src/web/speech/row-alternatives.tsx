/** What else a segment may say, each in a field. An empty field is one of the page alone: nothing stands in the segment before words do. */
import { useState } from "react";
import type { TierLanguage, TierSegment } from "../../core/tier/tier.ts";
import { t } from "../words/t.ts";
import type { RowActs } from "./segment-row.tsx";
import { tell } from "./told.tsx";

const most = 10;

interface RowAlternativesProps {
  readonly segment: TierSegment;
  readonly language: TierLanguage;
  readonly acts: RowActs;
}

export function RowAlternatives({ segment, language, acts }: RowAlternativesProps) {
  const { id, text, alternatives } = segment;
  /** Where the empty field stands among the others. */
  const [empty, setEmpty] = useState<number>();
  const shown = empty === undefined ? alternatives : alternatives.toSpliced(empty, 0, "");
  const change = (list: readonly string[], gesture?: string): void => acts.edit({ do: "alternatives", id, alternatives: list }, gesture);
  const typed = (at: number, words: string): void => {
    const isEmpty = words.trim() === "";
    if (isEmpty || at === empty) setEmpty(isEmpty ? at : undefined);
    change(
      shown.map((other, n) => (n === at ? words : other)),
      `alternative ${id} ${at}`,
    );
  };
  const left = (at: number): void => {
    if (at === empty) return setEmpty(undefined);
    const words = shown[at];
    if (words !== text && shown.indexOf(words ?? "") === at) return undefined;
    change(alternatives.toSpliced(at, 1));
    return tell(t("speech.told.same-alternative"));
  };
  return (
    <div className="row-alternatives">
      <ul>
        {shown.map((words, at) => (
          <li key={at}>
            <input
              type="text"
              className="field is-small"
              aria-label={t("speech.alternative-n", { number: String(at + 1) })}
              value={words}
              dir="auto"
              lang={segment.language ?? language}
              ref={at === empty ? focused : undefined}
              onChange={(event) => typed(at, event.target.value)}
              onBlur={() => left(at)}
            />
            <button
              type="button"
              className="button is-bare is-small"
              aria-label={t("speech.alternative-remove", { number: String(at + 1) })}
              onClick={() => {
                setEmpty(undefined);
                if (at !== empty) change(shown.toSpliced(at, 1));
              }}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {shown.length < most ? (
        <button type="button" className="button is-small row-alternative-add" onClick={() => setEmpty(alternatives.length)}>
          {t("speech.alternative-add")} <kbd>Alt A</kbd>
        </button>
      ) : null}
    </div>
  );
}

function focused(field: HTMLInputElement | null): void {
  field?.focus();
}
