/** The plan as a file for other programs. Offsets and names go out, no picture and no sound; conditions on the items are asked first. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { SyncExportQuery } from "../../api/sync.ts";
import type { ItemId } from "../../core/item/item.ts";
import { syncApi } from "../api-client/sync-api.ts";
import { saveBlob } from "../inquiry/save-blob.ts";
import { announce } from "../parts/live-region.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { useSyncConditions } from "./sync-queries.ts";

const formats = ["otio", "csv"] as const;

export function ExportPlan({ items, onClose }: { items: readonly ItemId[]; onClose: () => void }) {
  const [format, setFormat] = useState<SyncExportQuery["format"]>("otio");
  const [confirmed, setConfirmed] = useState(false);
  const conditions = useSyncConditions(items);
  const saving = useMutation({
    mutationFn: () => syncApi.exportPlan(format, items, confirmed),
    onSuccess: (blob) => {
      saveBlob(blob, `sync-plan.${format}`);
      announce(t("sync.exported"));
      onClose();
    },
  });
  const refused = conditions.data?.refused ?? [];
  const isReady = conditions.data !== undefined && (refused.length === 0 || confirmed);
  return (
    <WritingDialog
      title={t("sync.export-title")}
      action={t("sync.export-save")}
      writing={saving}
      write={isReady ? () => saving.mutate() : undefined}
      onClose={onClose}
    >
      <label className="label">
        <span>{t("export-map.format")}</span>
        <select
          className="field"
          data-autofocus
          value={format}
          onChange={(event) => setFormat(event.target.value as SyncExportQuery["format"])}
        >
          {formats.map((option) => (
            <option key={option} value={option}>
              {t(`sync.format.${option}`)}
            </option>
          ))}
        </select>
      </label>
      <p className="quiet small">{t("sync.export-how")}</p>
      {conditions.error === null ? null : <ErrorNotice error={conditions.error} onRetry={() => void conditions.refetch()} />}
      {refused.length === 0 ? null : (
        <>
          <p className="tone-conflict">{t("place-export.refused", { count: refused.length })}</p>
          <ul className="record-lines">
            {refused.map(({ item, why }) => (
              <li key={item}>
                <Link to={`/items/${item}?tab=conditions`}>{item}</Link> {why}
              </li>
            ))}
          </ul>
          <label className="check">
            <input type="checkbox" checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} />{" "}
            {t("place-export.confirm")}
          </label>
        </>
      )}
    </WritingDialog>
  );
}
