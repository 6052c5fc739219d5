/** Saves what the filters leave of the log, all of it, as a file of the browser's. */
import { useState } from "react";
import { api } from "../api-client/api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { csvHead, csvLine } from "./custody-csv.ts";

const largestPage = 500;

export function ExportButton({ asked, caseId }: { asked: Readonly<Record<string, string>>; caseId: string | undefined }) {
  const [progress, setProgress] = useState<{ readonly count: number; readonly all: number }>();
  const [error, setError] = useState<unknown>();
  const run = async (): Promise<void> => {
    setError(undefined);
    try {
      const parts = [csvHead];
      for (let offset = 0, total = 1; offset < total; offset += largestPage) {
        const page = await api.custody({ ...asked, offset, limit: largestPage });
        total = page.total;
        parts.push(...page.entries.map(csvLine));
        setProgress({ count: Math.min(total, offset + largestPage), all: total });
      }
      save(new Blob(parts, { type: "text/csv;charset=utf-8" }), `custody-${caseId?.slice(0, 8) ?? "case"}.csv`);
    } catch (cause) {
      setError(cause);
    } finally {
      setProgress(undefined);
    }
  };
  return (
    <>
      <button type="button" className="button" disabled={progress !== undefined} onClick={() => void run()}>
        {progress === undefined ? t("custody.export") : t("custody.exporting", progress)}
      </button>
      {error === undefined ? null : <ErrorNotice error={error} onRetry={() => void run()} />}
    </>
  );
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
