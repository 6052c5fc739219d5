/** Why the list is empty, and what to do about it. */
import { useCase } from "../api-client/case-queries.ts";
import { StatementList } from "../parts/statement-list.tsx";
import { t } from "../words/t.ts";
import { AddFiles } from "./add-files.tsx";
import { clearFilters } from "./desk-toolbar.tsx";

export function EmptyCase({ readOnly }: { readOnly: boolean }) {
  const summary = useCase().data;
  return (
    <div className="desk-empty">
      <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
        <path d="M6 14V6h8M34 6h8v8M42 34v8h-8M14 42H6v-8M24 15v18M17 26l7 7 7-7" fill="none" stroke="currentColor" strokeWidth="2.4" />
      </svg>
      <h2>{t("desk.empty")}</h2>
      <p className="quiet">{t("desk.empty-how")}</p>
      <AddFiles main disabled={readOnly} />
      {summary === undefined ? null : <StatementList statements={summary.statements} />}
    </div>
  );
}

export function NoMatch() {
  return (
    <div className="desk-empty">
      <h2>{t("desk.no-match")}</h2>
      <p className="quiet">{t("desk.no-match-how")}</p>
      <button type="button" className="button" onClick={clearFilters}>
        {t("desk.clear-filters")}
      </button>
    </div>
  );
}
