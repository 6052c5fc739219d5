/** On the desk: rows in, rows out. */
import { navigate } from "../router/router.ts";
import { t } from "../words/t.ts";
import { usePaste } from "./use-paste.ts";

export function PasteTools({ disabled }: { disabled: boolean }) {
  usePaste(!disabled);
  return (
    <span className="paste-tools">
      <button type="button" className="button" disabled={disabled} onClick={() => navigate("/paste")}>
        {t("paste.open")}
      </button>
      <a className="button" href="/api/sheets/export.csv" download title={t("paste.export-how")}>
        {t("paste.export")}
      </a>
    </span>
  );
}
