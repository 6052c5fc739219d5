/** The chosen statement, whole: its sentence, who says it and on what basis, what it cites, and what can be done with it. */
import type { TimeStatement } from "../../reason/time/time-problem.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { CiteLinks } from "./cite-links.tsx";
import { standingWords, statementWords } from "./statement-words.ts";

interface ChosenStatementProps {
  readonly statement: TimeStatement;
  readonly isDropped: boolean;
  readonly onDrop: () => void;
  readonly onChange: () => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

export function ChosenStatement({ statement, isDropped, onDrop, onChange, onRemove, onClose }: ChosenStatementProps) {
  const standing = standingWords(statement);
  return (
    <section className="time-chosen" aria-label={t("time-bench.chosen")}>
      <div className="conflict-member-head">
        <h2 className="cut">
          <IsolatedText text={statement.id} />
        </h2>
        <button type="button" className="button is-bare is-small" aria-label={t("time-bench.close-chosen")} onClick={onClose}>
          ×
        </button>
      </div>
      <p>
        <IsolatedText text={statementWords(statement)} />
      </p>
      {standing === "" ? null : (
        <p className="quiet">
          <IsolatedText text={standing} />
        </p>
      )}
      {statement.words === undefined ? null : (
        <blockquote className="time-quote">
          <IsolatedText text={statement.words} />
        </blockquote>
      )}
      {statement.basis === undefined ? null : (
        <p className="quiet small">
          {t("time-bench.basis-said")} <IsolatedText text={statement.basis} />
        </p>
      )}
      {(statement.cites ?? []).length === 0 ? null : <CiteLinks cites={statement.cites ?? []} />}
      <p className="time-chips">
        <button type="button" className="button" onClick={onChange}>
          {t("time-bench.change")}
        </button>
        {statement.certain === true ? null : (
          <button type="button" className="button" onClick={onDrop}>
            {t(isDropped ? "time-bench.take-back-in" : "time-bench.what-if")}
          </button>
        )}
        <button type="button" className="button is-bare" onClick={onRemove}>
          {t("time-bench.remove")}
        </button>
      </p>
    </section>
  );
}
