/** A problem without statements: the ways to the first one. */
import { t } from "../words/t.ts";
import type { OpenDialog } from "./editor-dialogs.tsx";

export function EmptyProblem({ onOpen }: { onOpen: (dialog: OpenDialog) => void }) {
  return (
    <div className="time-empty">
      <p>{t("time-bench.empty")}</p>
      <p className="quiet">{t("time-bench.empty-how")}</p>
      <p className="time-chips">
        <button type="button" className="button is-main" onClick={() => onOpen({ name: "statement", changes: undefined })}>
          {t("time-bench.add-statement")}
        </button>
        <button type="button" className="button" onClick={() => onOpen({ name: "take" })}>
          {t("time-bench.take")}
        </button>
        <button type="button" className="button" onClick={() => onOpen({ name: "open" })}>
          {t("time-bench.open-json")}
        </button>
      </p>
    </div>
  );
}
