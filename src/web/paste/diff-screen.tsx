/** An edited export of this case: what differs, what is ticked, Take in. */
import { type ReactNode, useState } from "react";
import type { ImportRequest, SheetDiff } from "../../api/sheet-import.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ProgressBar } from "../parts/progress-bar.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { acceptedAtFirst, acceptKey, DiffList } from "./diff-list.tsx";
import { pasteKeys } from "./paste-keys.ts";

interface DiffScreenProps {
  readonly diff: SheetDiff;
  readonly busy: boolean;
  readonly importing: boolean;
  readonly readOnly: boolean;
  readonly notice: ReactNode;
  readonly onImport: (accepted: NonNullable<ImportRequest["accepted"]>) => void;
}

export function DiffScreen({ diff, busy, importing, readOnly, notice, onImport }: DiffScreenProps) {
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(() => acceptedAtFirst(diff.rows));
  const keys = diff.rows.flatMap((row) => acceptKey(row) ?? []);
  const canImport = accepted.size > 0 && !busy && !readOnly;
  const take = (): void => {
    if (!canImport) return;
    const chosen = diff.rows.filter((row) => accepted.has(acceptKey(row) ?? ""));
    onImport({
      rows: chosen.flatMap(({ row }) => (row === null ? [] : [row])),
      removed: chosen.flatMap(({ row, key }) => (row === null ? [key] : [])),
    });
  };
  const toggle = (key: string): void => {
    const next = new Set(accepted);
    if (!next.delete(key)) next.add(key);
    setAccepted(next);
  };
  useKeys(pasteKeys, { import: take });
  return (
    <div className="paste is-narrow">
      <div className="paste-top">
        <h1>{t("paste.diff-title")}</h1>
        <span role="status" className="paste-counts">
          {countWords(diff).join(" · ")}
        </span>
        {keys.length === 0 ? null : (
          <span className="paste-actions">
            <button type="button" className="link-button" disabled={busy} onClick={() => setAccepted(new Set(keys))}>
              {t("paste.accept-all")}
            </button>
            <button type="button" className="link-button" disabled={busy} onClick={() => setAccepted(new Set())}>
              {t("paste.accept-none")}
            </button>
          </span>
        )}
        <span className="paste-go">
          <Link to="/" className="button is-bare">
            {t("paste.back")}
          </Link>
          <button type="button" className="button is-main" disabled={!canImport} onClick={take}>
            {importing ? t("paste.importing") : t("paste.take", { count: accepted.size })}
          </button>
        </span>
      </div>
      {importing ? <ProgressBar progress="unknown" label={t("paste.importing")} /> : null}
      {notice}
      {diff.rows.length === 0 ? (
        <p className="page-message">{t("paste.diff-none")}</p>
      ) : (
        <DiffList rows={diff.rows} accepted={accepted} disabled={busy} onToggle={toggle} />
      )}
    </div>
  );
}

function countWords({ same, counts }: SheetDiff): string[] {
  const words = [
    ["paste.diff-changed", counts.changed],
    ["paste.diff-conflict", counts.conflict],
    ["paste.diff-new", counts.new],
    ["paste.diff-removed", counts.removed],
    ["paste.diff-not-in-case", counts.notInCase],
    ["paste.diff-doubled", counts.doubled],
    ["paste.diff-refused", counts.refused],
  ] as const;
  return [t("paste.diff-same", { count: same }), ...words.flatMap(([key, count]) => (count === 0 ? [] : [t(key, { count })]))];
}
