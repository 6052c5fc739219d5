/** What an import did, with its one undo. Stands on the desk until it is closed. */
import "./paste.css";
import { useMutation } from "@tanstack/react-query";
import type { ImportAnswer } from "../../api/sheet-import.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { setLastImport, useLastImport } from "./last-import.ts";
import { pasteApi } from "./paste-api.ts";

export function ImportLine({ readOnly }: { readOnly: boolean }) {
  const last = useLastImport();
  return last === undefined ? null : <Line key={last.import} last={last} readOnly={readOnly} />;
}

function Line({ last, readOnly }: { last: ImportAnswer; readOnly: boolean }) {
  const undo = useMutation({
    mutationFn: () => pasteApi.undo(last.import, t("paste.undo-reason")),
    onSuccess: ({ gone }) => announce(t("paste.undone", { count: gone })),
  });
  const close = (
    <button type="button" className="button is-bare" aria-label={t("paste.dismiss")} onClick={() => setLastImport(undefined)}>
      <svg className="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M4 4l8 8M12 4l-8 8" stroke="currentColor" strokeWidth="1.5" />
      </svg>
    </button>
  );
  if (undo.data !== undefined) {
    const { gone, stay } = undo.data;
    return (
      <div className="notice import-line" role="status">
        <span>
          {t("paste.undone", { count: gone })} {stay.length === 0 ? "" : t("paste.undone-stay", { count: stay.length })}
        </span>
        {close}
      </div>
    );
  }
  return (
    <div className="notice is-fine import-line" role="status">
      <span>
        {importWords(last)} <Link to={`/items/${last.sheet}`}>{last.sheet}</Link>
      </span>
      <button type="button" className="button" disabled={readOnly || undo.isPending} onClick={() => undo.mutate()}>
        {t("paste.undo")}
      </button>
      {close}
      {undo.error === null ? null : <ErrorNotice error={undo.error} />}
    </div>
  );
}

export function importWords({ counts, sheet }: Pick<ImportAnswer, "counts" | "sheet">): string {
  const { made, attached, duplicates, changed, removed } = counts;
  const parts = [
    ...(made === 0 ? [] : [t("paste.count-made", { count: made })]),
    ...(attached === 0 ? [] : [t("paste.count-attached", { count: attached })]),
    ...(duplicates === 0 ? [] : [t("paste.count-duplicate", { count: duplicates })]),
    ...(changed === 0 ? [] : [t("paste.diff-changed", { count: changed })]),
    ...(removed === 0 ? [] : [t("paste.diff-removed", { count: removed })]),
  ];
  return t("paste.done", { what: parts.join(", "), sheet });
}
