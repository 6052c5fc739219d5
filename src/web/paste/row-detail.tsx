/** One row with every cell in full: the words as they are, and below them what they mean. */
import type { RowPreview, SheetPreview } from "../../api/sheet-import.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { cellWords } from "./cell-words.ts";
import { flagSentences } from "./outcome.tsx";

export function RowDetail({ row, columns }: { row: RowPreview; columns: SheetPreview["columns"] }) {
  const headerAt = (at: number): string => columns[at]?.header ?? "";
  return (
    <>
      {flagSentences(row).map((sentence) => (
        <p key={sentence} className="chip is-long small">
          <ToneMark tone="narrower" />
          {sentence}
        </p>
      ))}
      <dl className="paste-cells">
        {columns.map((column, at) => {
          const cell = row.cells[at] ?? "";
          const read = row.reads[at];
          const words = read === undefined || cell.trim() === "" ? undefined : cellWords(read, headerAt);
          if (cell.trim() === "") return null;
          return (
            <div key={at}>
              <dt>
                <IsolatedText text={column.header} />
              </dt>
              <dd>
                <span className="paste-verbatim">
                  <IsolatedText text={cell} />
                </span>
                {words === undefined ? null : (
                  <span className={words.tone === undefined ? "paste-means" : `paste-means tone-${words.tone}`}>
                    {words.tone === undefined ? null : <ToneMark tone={words.tone} />}
                    <IsolatedText text={words.text} />
                  </span>
                )}
                {read?.as === "place" ? (
                  <span className="paste-means">{t("paste.means.precision", { precision: read.claim.precision })}</span>
                ) : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
