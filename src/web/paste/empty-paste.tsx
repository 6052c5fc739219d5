/** Nothing was pasted yet: where to, and from which file. */
import { useRef, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { sheetOnClipboard } from "./clipboard-table.ts";
import { openSheetFile } from "./open-sheet-file.ts";
import { pasteApi } from "./paste-api.ts";
import { openPasted } from "./pending-sheet.ts";

export function EmptyPaste({ readOnly }: { readOnly: boolean }) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="paste-empty">
      <h1>{t("paste.empty")}</h1>
      <p className="quiet">{t("paste.empty-how")}</p>
      <label className="label">
        <span>{t("paste.field")}</span>
        <textarea
          className="field mono"
          rows={8}
          spellCheck={false}
          value={text}
          disabled={readOnly}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            const sheet = sheetOnClipboard(event.clipboardData);
            if (sheet === undefined || text !== "") return;
            event.preventDefault();
            openPasted(sheet);
          }}
        />
      </label>
      <div className="paste-actions">
        <button
          type="button"
          className="button is-main"
          disabled={readOnly || text.trim() === ""}
          onClick={() => openPasted({ text, hidden: [], lost: 0, clipboard: undefined })}
        >
          {t("paste.read")}
        </button>
        <button type="button" className="button" disabled={readOnly} onClick={() => input.current?.click()}>
          {t("paste.choose")}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.tsv,.tab,text/csv,text/tab-separated-values"
          tabIndex={-1}
          aria-label={t("paste.choose")}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) openSheetFile(file).catch(setProblem);
            event.target.value = "";
          }}
        />
        <Link to="/" className="button is-bare">
          {t("paste.back")}
        </Link>
      </div>
      {problem === null ? null : <ErrorNotice error={problem} onRetry={() => setProblem(null)} />}
      <EarlierImports readOnly={readOnly} />
    </div>
  );
}

/** Imports of this case, each with its undo: the line on the desk may be long closed. */
function EarlierImports({ readOnly }: { readOnly: boolean }) {
  const imports = useQuery({ queryKey: ["sheet-imports"], queryFn: ({ signal }) => pasteApi.imports(signal) });
  const [problem, setProblem] = useState<unknown>(null);
  if (imports.data === undefined || imports.data.imports.length === 0) return null;
  return (
    <section aria-labelledby="earlier-imports">
      <h2 id="earlier-imports">{t("paste.earlier")}</h2>
      <ul className="paste-earlier">
        {imports.data.imports.map((line) => (
          <li key={line.id}>
            <span>
              {t("paste.earlier-line", { id: line.id, count: line.counts.rows, sheet: line.sheet })}{" "}
              <span className="quiet">
                <IsolatedText text={line.sheetName} />
              </span>
            </span>
            {line.undone === undefined ? (
              <button
                type="button"
                className="button"
                disabled={readOnly}
                aria-label={t("paste.undo-of", { id: line.id })}
                onClick={() => {
                  pasteApi.undo(line.id, t("paste.undo-reason")).then(() => imports.refetch(), setProblem);
                }}
              >
                {t("paste.undo")}
              </button>
            ) : (
              <span className="quiet">{t("paste.earlier-undone")}</span>
            )}
          </li>
        ))}
      </ul>
      {problem === null ? null : <ErrorNotice error={problem} />}
    </section>
  );
}
