/** What a person made of a candidate, and the two things to make of it: choose or reject, each with a reason. */
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import type { Judging } from "./judge-dialog.tsx";
import type { Judged } from "./place-draft.ts";

interface JudgedLineProps {
  readonly judged: Judged | undefined;
  /** Which candidate a button judges, in words. */
  readonly labelOf: (standing: Judging["standing"]) => string;
  readonly onJudge: (standing: Judging["standing"]) => void;
}

export function JudgedLine({ judged, labelOf, onJudge }: JudgedLineProps) {
  return (
    <>
      {judged === undefined ? null : (
        <p className="small">
          <strong>{t(`place-judge.${judged.standing}`)}</strong>: <IsolatedText text={judged.reason} />
        </p>
      )}
      <p className="record-actions">
        {(["chosen", "rejected"] as const).map((standing) => (
          <button
            key={standing}
            type="button"
            className="button is-small"
            aria-pressed={judged?.standing === standing}
            aria-label={labelOf(standing)}
            onClick={() => onJudge(standing)}
          >
            {t(`place-judge.${standing}`)}
          </button>
        ))}
      </p>
    </>
  );
}
