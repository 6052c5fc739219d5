/** What was found, as a file for other programs: said first is what leaves this machine with it, and confirmed where conditions stand against it. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { InferenceExportRequest } from "../../api/inference-export.ts";
import type { InferenceId } from "../../core/inference/inference.ts";
import type { ItemId } from "../../core/item/item.ts";
import { placeApi } from "../api-client/place-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { saveBlob } from "../inquiry/save-blob.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

interface ExportPlaceProps {
  readonly sort: InferenceExportRequest["sort"];
  readonly problem: unknown;
  readonly inference: InferenceId | undefined;
  readonly title: string;
  readonly items: readonly ItemId[];
  readonly onClose: () => void;
}

const formats = ["geojson", "kml", "kmz"] as const;

export function ExportPlace({ sort, problem, inference, title, items, onClose }: ExportPlaceProps) {
  const [format, setFormat] = useState<InferenceExportRequest["format"]>("geojson");
  const [confirmed, setConfirmed] = useState(false);
  const conditions = useQuery({
    queryKey: [...queryKeys.records, "inference-conditions", items],
    queryFn: ({ signal }) => placeApi.conditions({ items: [...items] }, signal),
  });
  const saving = useMutation({
    mutationFn: () =>
      placeApi.exportInference({
        ...{ format, sort, problem, title, confirmed },
        items: [...items],
        ...(inference === undefined ? {} : { inference }),
      }),
    onSuccess: (blob) => {
      saveBlob(blob, `${inference ?? "place"}.${format}`);
      announce(t("place-export.saved"));
      onClose();
    },
  });
  const refused = conditions.data?.refused ?? [];
  const ready = conditions.data !== undefined && (refused.length === 0 || confirmed) && !saving.isPending;
  return (
    <Dialog title={t("place-export.title")} onClose={onClose}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) saving.mutate();
        }}
      >
        <label className="label">
          <span>{t("export-map.format")}</span>
          <select
            className="field"
            data-autofocus
            value={format}
            onChange={(event) => setFormat(event.target.value as InferenceExportRequest["format"])}
          >
            {formats.map((option) => (
              <option key={option} value={option}>
                {t(`export-map.format.${option}`)}
              </option>
            ))}
          </select>
        </label>
        <p className="quiet small">{t("place-export.how")}</p>
        <p className="notice is-attention">{t("export-map.warning")}</p>
        {conditions.error === null ? null : <ErrorNotice error={conditions.error} onRetry={() => void conditions.refetch()} />}
        {items.length === 0 ? <p className="small tone-narrower">{t("place-export.no-items")}</p> : null}
        {conditions.data !== undefined && items.length > 0 && refused.length === 0 ? (
          <p className="small quiet">{t("place-export.publishable")}</p>
        ) : null}
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
        {saving.error === null ? null : <ErrorNotice error={saving.error} />}
        <button type="submit" className="button is-main" disabled={!ready}>
          {t("export-map.save")}
        </button>
      </form>
    </Dialog>
  );
}
