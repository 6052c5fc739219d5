/** Opens a problem as the command reads it: pasted, or from a file. What does not fit is refused by its field. */
import { useState } from "react";
import { TimeProblem } from "../../reason/time/time-problem.ts";
import { Dialog } from "../parts/dialog.tsx";
import { t } from "../words/t.ts";

/** As large as the command takes in practice; a page would not show more. */
const longest = 32 * 1024 * 1024;

export function OpenJsonDialog({ onOpen, onClose }: { onOpen: (problem: TimeProblem) => void; onClose: () => void }) {
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string>();
  const open = (words: string): void => {
    const read = readProblemText(words);
    if ("problem" in read) onOpen(read.problem);
    else setFault(read.fault);
  };
  return (
    <Dialog title={t("time-bench.open-json")} wide onClose={onClose}>
      <p className="quiet">{t("time-bench.open-json-how")}</p>
      <label className="label">
        <span>{t("time-bench.problem-json")}</span>
        <textarea
          className="field mono time-json"
          data-autofocus
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <label className="label">
        <span>{t("time-bench.or-file")}</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file === undefined) return;
            if (file.size > longest) setFault(t("time-bench.fault.long"));
            else void file.text().then(open, () => setFault(t("time-bench.fault.file")));
          }}
        />
      </label>
      {fault === undefined ? null : (
        <p className="notice is-error" role="alert">
          <span>{fault}</span>
        </p>
      )}
      <p>
        <button type="button" className="button is-main" disabled={text.trim() === ""} onClick={() => open(text)}>
          {t("time-bench.open")}
        </button>
      </p>
    </Dialog>
  );
}

export function readProblemText(words: string): { problem: TimeProblem } | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(words);
  } catch {
    return { fault: t("time-bench.fault.json") };
  }
  const read = TimeProblem.safeParse(value);
  if (read.success) return { problem: read.data };
  const [issue] = read.error.issues;
  return {
    fault: t("time-bench.fault.field", { field: issue?.path.join(".") || t("time-bench.fault.whole"), says: issue?.message ?? "" }),
  };
}
