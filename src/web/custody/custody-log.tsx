/** The custody log: every entry of the ledger, what stands behind its time, and the line itself on demand. Each line is a link. */
import "./custody.css";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { CustodyEntry, CustodyPage } from "../../api/custody.ts";
import { api } from "../api-client/api.ts";
import { useCase } from "../api-client/case-queries.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { useKeys } from "../keys/use-keys.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { type PageSource, usePages } from "../parts/use-pages.ts";
import { navigate, useAddress } from "../router/router.ts";
import { formatNumber, t } from "../words/t.ts";
import { custodyKeys } from "./custody-keys.ts";
import { askedOfLog, isNarrowed, logQueryOf } from "./custody-query.ts";
import { EntryList } from "./entry-list.tsx";
import { EntryPanel } from "./entry-panel.tsx";
import { ExportButton } from "./export-button.tsx";
import { LogToolbar } from "./log-toolbar.tsx";

/** Below this the entry in full is a dialog instead of a panel beside the list. */
const panelFrom = 900;

const entries: PageSource<CustodyPage, CustodyEntry> = { key: queryKeys.custodyPage, fetch: api.custody, rows: (page) => page.entries };

export function CustodyLog({ line }: { line: number | undefined }) {
  const { query: address } = useAddress();
  const query = logQueryOf(address);
  const asked = askedOfLog(query);
  const pages = usePages(entries, asked);
  const client = useQueryClient();
  const caseQuery = useCase();
  const narrow = useNarrow(panelFrom);
  const searchField = useRef<HTMLInputElement>(null);
  const pageRows = useRef(10);
  const [bodyOpen, setBodyOpen] = useState(false);
  const total = pages.total ?? 0;
  const head = pages.newest?.head;
  const place = placeOf(
    line,
    pages.find((entry) => entry.seq === line),
    isNarrowed(query) ? undefined : head?.seq,
    query.oldestFirst,
  );
  const grownBy = query.oldestFirst || isNarrowed(query) ? 0 : total;
  const addressOf = (seq: number): string => `/custody/${seq}${address.size === 0 ? "" : `?${address}`}`;
  const close = (): void => navigate(`/custody${address.size === 0 ? "" : `?${address}`}`, { replace: true });

  /** Goes to the entry at a place of the list, once its row is here. */
  const moveTo = (index: number): void => {
    const entry = pages.rowAt(Math.max(0, Math.min(total - 1, index)));
    if (entry !== undefined) navigate(addressOf(entry.seq), { replace: true });
  };
  const moveBy = (step: number): void => moveTo(place === undefined ? (step > 0 ? 0 : total - 1) : place + step);
  /** To an end of the list, which may not have been read yet. */
  const jump = (index: number): void => {
    void client
      .fetchQuery({
        queryKey: [...queryKeys.custodyPage(asked, 0), "at", index],
        queryFn: () => api.custody({ ...asked, offset: index, limit: 1 }),
      })
      .then(({ entries: [entry] }) => entry !== undefined && navigate(addressOf(entry.seq), { replace: true }))
      // The list shows the same failure, with a way on.
      .catch(pages.retry);
  };
  useKeys(custodyKeys, {
    next: () => moveBy(1),
    previous: () => moveBy(-1),
    pageOn: () => moveBy(pageRows.current),
    pageBack: () => moveBy(-pageRows.current),
    first: () => jump(0),
    last: () => jump(total - 1),
    search: () => searchField.current?.focus(),
    line: () => setBodyOpen(!bodyOpen),
  });

  return (
    <div className={line !== undefined && !narrow ? "log has-panel" : "log"}>
      <div className="log-main">
        <div className="log-head">
          <h1 className="visually-hidden">{t("custody.title")}</h1>
          {head === undefined ? null : (
            <p className="chip">
              <span className="quiet">{t("custody.head")}</span>
              <strong className="mono head-code">{head.shortCode}</strong>
              <span className="quiet">{t("custody.head-line", { seq: formatNumber(head.seq) })}</span>
            </p>
          )}
          <span role="status">{summary(pages.total, isNarrowed(query), head?.seq)}</span>
          <ExportButton asked={asked} caseId={caseQuery.data?.caseId} />
        </div>
        <LogToolbar query={query} kinds={pages.newest?.kinds} searchField={searchField} />
        {pages.error === null ? null : <ErrorNotice error={pages.error} onRetry={pages.retry} />}
        {pages.total === undefined && pages.error === null ? <p className="page-message">{t("custody.waiting")}</p> : null}
        {pages.total === 0 ? <p className="page-message">{t("custody.none")}</p> : null}
        {total === 0 ? null : (
          <EntryList
            count={total}
            narrow={narrow}
            rowAt={pages.rowAt}
            chosen={place}
            grownBy={grownBy}
            addressOf={addressOf}
            onSee={pages.see}
            pageRows={pageRows}
          />
        )}
      </div>
      {line === undefined ? null : (
        <Chosen line={line} narrow={narrow} bodyOpen={bodyOpen} onBody={() => setBodyOpen(!bodyOpen)} onClose={close} />
      )}
    </div>
  );
}

interface ChosenProps {
  readonly line: number;
  readonly narrow: boolean;
  readonly bodyOpen: boolean;
  readonly onBody: () => void;
  readonly onClose: () => void;
}

/** The entry of the address, whatever the list is narrowed to. */
function Chosen({ line, narrow, bodyOpen, onBody, onClose }: ChosenProps) {
  const query = { offset: String(line - 1), limit: "1", newestFirst: "false" };
  const page = useQuery({ queryKey: queryKeys.custodyPage(query, 0), queryFn: ({ signal }) => api.custody(query, signal) });
  const entry = page.data?.entries[0];
  const title = t("entry.line", { seq: formatNumber(line) });
  const inside =
    page.error !== null ? (
      <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />
    ) : page.data !== undefined && entry === undefined ? (
      <p>{t("entry.absent", { seq: formatNumber(line) })}</p>
    ) : entry === undefined ? null : (
      <EntryPanel entry={entry} bodyOpen={bodyOpen} onBody={onBody} />
    );
  if (narrow)
    return (
      <Dialog title={title} onClose={onClose}>
        {inside}
      </Dialog>
    );
  return (
    <aside className="log-panel" aria-label={t("entry.panel")}>
      <div className="log-panel-head">
        <h2>{title}</h2>
        <button type="button" className="button is-bare" onClick={onClose}>
          {t("entry.close")}
        </button>
      </div>
      {inside}
    </aside>
  );
}

/** Where the chosen line stands in the list: as found, or by counting when the list is whole. */
function placeOf(
  line: number | undefined,
  found: number | undefined,
  headSeq: number | undefined,
  oldestFirst: boolean,
): number | undefined {
  if (line === undefined || found !== undefined || headSeq === undefined || line > headSeq) return found;
  return oldestFirst ? line - 1 : headSeq - line;
}

function summary(count: number | undefined, narrowed: boolean, all: number | undefined): string {
  if (count === undefined) return "";
  return narrowed && all !== undefined ? t("custody.summary-of", { count, all }) : t("custody.summary", { count });
}
