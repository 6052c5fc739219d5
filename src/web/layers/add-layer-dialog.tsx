/** Adds a map file of this machine as a layer: which file, and what the person knows of it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { readImageryDay } from "../../core/map-layer/imagery-day.ts";
import { readCorners } from "../../core/map-layer/read-corners.ts";
import type { Bounds } from "../../core/place/region-geometry.ts";
import { mapLayerApi } from "../api-client/map-layer-api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import { forgetTiles } from "./tile-store.ts";
import { mapLayersKey } from "./use-map-layers.ts";

interface AddLayerDialogProps {
  readonly onClose: () => void;
  readonly onAdded: (bounds: Bounds) => void;
}

const fields = ["name", "provider", "licence"] as const;

export function AddLayerDialog({ onClose, onAdded }: AddLayerDialogProps) {
  const client = useQueryClient();
  const dayHint = useId();
  const [path, setPath] = useState("");
  const [words, setWords] = useState({ name: "", provider: "", licence: "" });
  const [day, setDay] = useState("");
  const [places, setPlaces] = useState("");
  const taken = day.trim() === "" ? "unknown" : readImageryDay(day);
  const corners = places.trim() === "" ? null : readCorners(places);
  const name = words.name.trim() === "" ? (path.split(/[/\\]/).at(-1) ?? "").slice(0, 200) : words.name.trim();
  const isReady = path.trim() !== "" && name !== "" && taken !== undefined && corners !== undefined;
  const adding = useMutation({
    mutationFn: () =>
      mapLayerApi.add({
        path: path.trim(),
        stated: {
          name,
          provider: words.provider.trim(),
          licence: words.licence.trim(),
          taken: taken ?? "unknown",
          corners: corners ?? null,
        },
      }),
    onSuccess: async ({ id, facts }) => {
      forgetTiles(id);
      await client.invalidateQueries({ queryKey: mapLayersKey });
      announce(t("layers.added", { name }));
      onAdded(facts.bounds);
      onClose();
    },
  });
  return (
    <Dialog title={t("layers.add-title")} onClose={onClose}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !adding.isPending) adding.mutate();
        }}
      >
        <p className="quiet small">{t("layers.add-how")}</p>
        <label className="label">
          <span>{t("layers.path")}</span>
          <input className="field mono" data-autofocus value={path} spellCheck={false} onChange={(event) => setPath(event.target.value)} />
        </label>
        {fields.map((field) => (
          <label key={field} className="label">
            <span>{t(`layers.${field}`)}</span>
            <input className="field" value={words[field]} onChange={(event) => setWords({ ...words, [field]: event.target.value })} />
          </label>
        ))}
        <label className="label">
          <span>{t("layers.day")}</span>
          <input
            className="field"
            value={day}
            placeholder={t("layers.day-example")}
            aria-describedby={taken === undefined ? dayHint : undefined}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
        {taken === undefined ? (
          <p id={dayHint} className="small tone-conflict">
            {t("layers.day-unread")}
          </p>
        ) : null}
        <label className="label">
          <span>{t("layers.corners")}</span>
          <textarea className="field mono" rows={4} value={places} spellCheck={false} onChange={(event) => setPlaces(event.target.value)} />
        </label>
        <p className="quiet small">{t("layers.corners-how")}</p>
        {corners === undefined ? <p className="small tone-conflict">{t("layers.corners-unread")}</p> : null}
        {adding.error === null ? null : <ErrorNotice error={adding.error} />}
        <button type="submit" className="button is-main" disabled={!isReady || adding.isPending}>
          {adding.isPending ? t("layers.adding") : t("layers.add-now")}
        </button>
      </form>
    </Dialog>
  );
}
