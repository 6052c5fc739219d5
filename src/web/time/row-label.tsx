/** The name beside a row: what it is, who says so, and the switch that drops it. */
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import type { ChartRow } from "./chart-rows.ts";
import { standingWords, statementWords } from "./statement-words.ts";

export function rowKey(row: ChartRow): string {
  return row.kind === "result" ? `event ${row.event}` : `${row.event}\n${row.statement.id}`;
}

interface RowLabelProps {
  readonly row: ChartRow;
  readonly isChosen: boolean;
  readonly onChoose: (key: string) => void;
  readonly onDrop: (id: string) => void;
}

export function RowLabel({ row, isChosen, onChoose, onDrop }: RowLabelProps) {
  if (row.kind === "result")
    return (
      <div className="time-label is-event">
        <button type="button" className="time-name" aria-pressed={isChosen} onClick={() => onChoose(rowKey(row))}>
          <strong className="cut">
            <IsolatedText text={row.event} />
          </strong>
          <span className="quiet small cut">{t("time-bench.result")}</span>
        </button>
      </div>
    );
  const { statement, isDropped, inConflict, beyond } = row;
  const standing = [beyond === undefined ? undefined : t("time-bench.through", { event: beyond }), standingWords(statement)]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
  return (
    <div className={isDropped ? "time-label is-dropped" : "time-label"}>
      {statement.certain === true ? (
        <span className="time-switch is-certain" title={t("time-bench.certain-long")}>
          <span aria-hidden="true">=</span>
          <span className="visually-hidden">{t("time-bench.certain-long")}</span>
        </span>
      ) : (
        <button
          type="button"
          className="time-switch"
          role="switch"
          aria-checked={!isDropped}
          aria-label={t("time-bench.counts", { name: statement.id })}
          title={t(isDropped ? "time-bench.take-back-in" : "time-bench.what-if")}
          onClick={() => onDrop(statement.id)}
        >
          <span aria-hidden="true" />
        </button>
      )}
      <button
        type="button"
        className="time-name"
        aria-pressed={isChosen}
        title={statementWords(statement)}
        onClick={() => onChoose(rowKey(row))}
      >
        <span className="cut">
          {inConflict && !isDropped ? <ToneMark tone="conflict" /> : null}
          {inConflict && !isDropped ? <span className="visually-hidden">{t("time-bench.in-conflict")} </span> : null}
          <IsolatedText text={statement.id} />
        </span>
        <span className="quiet small cut">
          <IsolatedText text={standing === "" ? t(`time-bench.kind.${statement.kind}`) : standing} />
        </span>
      </button>
    </div>
  );
}
