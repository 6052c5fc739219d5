/** Places out, for other programs: which, in what form, and what leaves this machine with them. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { MapExportRequest } from "../../api/map.ts";
import type { MapFeature } from "../../core/place/map-feature.ts";
import { mapApi } from "../api-client/map-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";

type Which = "chosen" | "shown" | "all";

interface ExportDialogProps {
  readonly all: readonly MapFeature[];
  readonly shown: readonly MapFeature[];
  readonly chosen: string | undefined;
  readonly onClose: () => void;
}

export function ExportDialog({ all, shown, chosen, onClose }: ExportDialogProps) {
  const ofChosen = all.filter(({ record }) => record === chosen);
  const [which, setWhich] = useState<Which>(ofChosen.length > 0 ? "chosen" : "shown");
  const [format, setFormat] = useState<MapExportRequest["format"]>("kmz");
  const features = { chosen: ofChosen, shown, all }[which];
  const saving = useMutation({
    mutationFn: () => mapApi.exportPlaces({ format, ids: features.map(({ id }) => id) }),
    onSuccess: (blob) => {
      const address = URL.createObjectURL(blob);
      const link = document.createElement("a");
      link.href = address;
      link.download = `places.${format}`;
      link.click();
      // The browser reads it after the click.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      announce(t("export-map.saved", { count: features.length }));
      onClose();
    },
  });
  return (
    <Dialog title={t("export-map.title")} onClose={onClose}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (features.length > 0 && !saving.isPending) saving.mutate();
        }}
      >
        <label className="label">
          <span>{t("export-map.what")}</span>
          <select className="field" data-autofocus value={which} onChange={(event) => setWhich(event.target.value as Which)}>
            {ofChosen.length === 0 ? null : <option value="chosen">{t("export-map.chosen", { count: ofChosen.length })}</option>}
            <option value="shown">{t("export-map.shown", { count: shown.length })}</option>
            <option value="all">{t("export-map.all", { count: all.length })}</option>
          </select>
        </label>
        <label className="label">
          <span>{t("export-map.format")}</span>
          <select className="field" value={format} onChange={(event) => setFormat(event.target.value as MapExportRequest["format"])}>
            {(["kmz", "kml", "geojson"] as const).map((option) => (
              <option key={option} value={option}>
                {t(`export-map.format.${option}`)}
              </option>
            ))}
          </select>
        </label>
        <p className="quiet small">{t("export-map.how")}</p>
        <p className="notice is-attention">{t("export-map.warning")}</p>
        <Conditions features={features} />
        {saving.error === null ? null : <ErrorNotice error={saving.error} />}
        <button type="submit" className="button is-main" disabled={features.length === 0 || saving.isPending}>
          {t("export-map.save")}
        </button>
      </form>
    </Dialog>
  );
}

/** How many of the items that would go out may not be published: said, not refused, since a file may also stay in the house. */
function Conditions({ features }: { features: readonly MapFeature[] }) {
  const { data, error, refetch } = useQuery({
    queryKey: [...queryKeys.records, "not-publishable"],
    queryFn: ({ signal }) => mapApi.notPublishable(signal),
  });
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const items = new Set(features.map(({ record }) => record).filter((record) => record.startsWith("i")));
  const refused = data.items.filter((item) => items.has(item)).length;
  if (items.size === 0) return null;
  return (
    <p className={refused === 0 ? "small quiet" : "small tone-conflict"}>
      {refused === 0 ? t("export-map.publishable") : t("export-map.not-publishable", { count: refused, all: items.size })}
    </p>
  );
}
