/**
 * An element sheet: for each element what is shown, with what it rests on, and what is missing. A cell is changed by itself and written as
 * a version of the whole sheet. Nothing is added up, and no words that conclude are taken.
 */
import { useState } from "react";
import type { ElementListRow, ElementSheetRow, ElementSheetsAnswer } from "../../api/elements.ts";
import type { ElementCell } from "../../core/element/element-sheet.ts";
import { elementApi } from "../api-client/element-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { CommentThread } from "../comments/comment-thread.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { StaleNotice } from "../work/stale-notice.tsx";
import { CellDialog } from "./cell-dialog.tsx";
import { RecordHead } from "./record-head.tsx";
import { SheetCell } from "./sheet-cell.tsx";

interface SheetDetailProps {
  readonly id: string;
  readonly answer: ElementSheetsAnswer;
  readonly changing: boolean;
  readonly onChanging: (changing: boolean) => void;
}

export function SheetDetail({ id, answer, changing, onChanging }: SheetDetailProps) {
  const [leaving, setLeaving] = useState(false);
  const [open, setOpen] = useState<number>();
  const sheet = answer.sheets.find((one) => one.id === id);
  if (sheet === undefined) return <p className="quiet">{t("subjects.unknown", { id })}</p>;
  const list = answer.lists.find(({ name, version }) => name === sheet.elements.name && version === sheet.elements.version);
  const stands = sheet.withdrawn === undefined;
  const { document } = sheet;
  const cells = document === "withheld" ? [] : document.cells;
  // The key that changes a record opens its first element: each is changed by itself.
  const wanted = open ?? (changing ? cells[0]?.element : undefined);
  const cell = cells.find(({ element }) => element === wanted);
  const close = (): void => {
    setOpen(undefined);
    onChanging(false);
  };
  return (
    <article className={stands ? "record is-wide" : "record is-wide is-withdrawn"}>
      <RecordHead
        record={sheet}
        sort={
          <>
            {list?.article ?? sheet.elements.name} · {t("elements.version", { version: sheet.version })} ·{" "}
            <Link to={`/events/${sheet.event}`}>{sheet.event}</Link>
          </>
        }
        title={sheet.eventTitle}
        onChange={() => onChanging(true)}
        onWithdraw={() => setLeaving(true)}
      />
      <StaleNotice record={sheet.id} />
      <p className="notice">{t("elements.concludes-nothing")}</p>
      {document === "withheld" ? <p className="quiet">{t("events.withheld")}</p> : null}
      {list === undefined ? (
        <p className="quiet">{t("elements.list-unknown", { name: sheet.elements.name, version: sheet.elements.version })}</p>
      ) : null}
      {list === undefined ? null : (
        <ol className="element-cells" aria-label={list.title}>
          {list.elements.map((element) => {
            const own = cells.find((one) => one.element === element.number);
            return own === undefined ? null : (
              <SheetCell
                key={element.number}
                {...{ element, cell: own, list, records: answer.records }}
                onChange={stands ? () => setOpen(element.number) : undefined}
              />
            );
          })}
        </ol>
      )}
      {list === undefined ? null : <Source list={list} />}
      <History sheet={sheet} />
      <section className="record-part" aria-label={t("comments.tab")}>
        <h3>{t("comments.tab")}</h3>
        <CommentThread record={sheet.id} atS={null} />
      </section>
      {cell !== undefined && list !== undefined && stands ? (
        <CellDialog key={cell.element} {...{ sheet, list, cell: cell as ElementCell }} onClose={close} />
      ) : null}
      {leaving ? (
        <ReasonDialog
          title={t("subjects.withdraw-title", { id: sheet.id })}
          action={t("events.withdraw")}
          write={(reason) => elementApi.withdraw(sheet.id, reason)}
          said={t("events.written", { id: sheet.id })}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </article>
  );
}

function Source({ list }: { readonly list: ElementListRow }) {
  return (
    <section className="record-part small" aria-label={t("elements.source")}>
      <h3>{t("elements.source")}</h3>
      <p className="quiet">
        {t("elements.own-words")} <IsolatedText text={list.source.title} />, <span className="mono">{list.source.address}</span>
      </p>
      <p className="quiet">{t("elements.also")}</p>
      <ul className="record-lines">
        {list.alsoPleaded.map(({ article, words }) => (
          <li key={article} className="quiet">
            {article}: {words}
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ sheet }: { readonly sheet: ElementSheetRow }) {
  return (
    <details className="record-part">
      <summary>{t("elements.history", { count: sheet.history.length })}</summary>
      <ol className="record-lines small">
        {sheet.history.map(({ version, reason, at, byName, seq }) => (
          <li key={version}>
            <p>
              {t("elements.version", { version })} ·{" "}
              <IsolatedText text={t("subjects.by", { name: byName, at: at.slice(0, 16).replace("T", " ") })} />{" "}
              <Link to={`/custody/${seq}`}>{t("copies.entry", { seq })}</Link>
            </p>
            {reason === null ? null : (
              <p className="quiet">
                <IsolatedText text={reason} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
