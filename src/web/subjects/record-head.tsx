/** The head of a record: its label and sort, what it says, who wrote it when, and how it is changed or taken back. */
import type { ReactNode } from "react";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

interface RecordHeadProps {
  readonly record: {
    readonly id: string;
    readonly withdrawn?: string | undefined;
    readonly reason: string | null;
    readonly byName: string;
    readonly at: string;
    readonly seq: number;
  };
  readonly sort: ReactNode;
  readonly title: string;
  readonly onChange: () => void;
  readonly onWithdraw: () => void;
  readonly children?: ReactNode;
}

export function RecordHead({ record, sort, title, onChange, onWithdraw, children }: RecordHeadProps) {
  const { id, withdrawn, reason, byName, at, seq } = record;
  return (
    <header className="record-head">
      <p className="quiet">
        <span className="mono">{id}</span> · {sort}
      </p>
      <h2>
        <IsolatedText text={title} />
      </h2>
      <p className="quiet small">
        <IsolatedText text={t("subjects.by", { name: byName, at: at.slice(0, 16).replace("T", " ") })} />{" "}
        <Link to={`/custody/${seq}`}>{t("copies.entry", { seq })}</Link>
      </p>
      {reason === null || reason === title ? null : (
        <p className="small">
          <IsolatedText text={t("subjects.changed-because", { reason })} />
        </p>
      )}
      {withdrawn === undefined ? (
        <p className="record-actions">
          <button type="button" className="button is-small" onClick={onChange}>
            {t("events.change")} <kbd>E</kbd>
          </button>
          <button type="button" className="button is-small" onClick={onWithdraw}>
            {t("events.withdraw")}
          </button>
          {children}
        </p>
      ) : (
        <p>
          <IsolatedText text={t("events.withdrawn-because", { reason: withdrawn })} />
        </p>
      )}
    </header>
  );
}
