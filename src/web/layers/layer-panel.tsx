/** Which layers are drawn, in which order and how strongly; what they are; and the way to add one. Opens over the map. */
import "./layers.css";
import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { Bounds } from "../../core/place/region-geometry.ts";
import { mapLayerApi } from "../api-client/map-layer-api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { useShield } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import { AddLayerDialog } from "./add-layer-dialog.tsx";
import { creditWords } from "./layer-words.ts";
import { pictureFailed } from "./picture-store.ts";
import { forgetTiles } from "./tile-store.ts";
import { type LayerRow, type MapLayersShown, mapLayersKey } from "./use-map-layers.ts";

interface LayerPanelProps {
  readonly layers: MapLayersShown;
  /** Looks at all of it. */
  readonly onShow: (bounds: Bounds) => void;
  /** Layers can be added and removed. */
  readonly canChange?: boolean;
}

export function LayerPanel({ layers, onShow, canChange = true }: LayerPanelProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [isAdding, setIsAdding] = useState(false);
  const panel = useId();
  const { rows, drawn, error, isReading, choose } = layers;
  const set = (changed: readonly LayerRow[]): void => choose(changed.map(({ key, isShown, opacity }) => ({ key, isShown, opacity })));
  const change = (key: string, to: Partial<Pick<LayerRow, "isShown" | "opacity">>): void =>
    set(rows.map((row) => (row.key === key ? { ...row, ...to } : row)));
  const move = (at: number, by: 1 | -1): void => {
    const next = [...rows];
    const [row] = next.splice(at, 1);
    if (row !== undefined) next.splice(at + by, 0, row);
    set(next);
  };
  return (
    <div className="layer-control" data-over-map="">
      <button type="button" className="button is-small" aria-expanded={isOpen} aria-controls={panel} onClick={() => setIsOpen(!isOpen)}>
        {t("layers.button")} <span className="quiet">{isReading ? t("layers.reading", { count: drawn.length }) : drawn.length}</span>
      </button>
      {isOpen ? (
        <section
          id={panel}
          className="layer-panel"
          aria-label={t("layers.title")}
          onKeyDown={(event) => {
            // Arrow keys here are the slider's, not the map's.
            if (event.key !== "Escape") return event.stopPropagation();
            event.preventDefault();
            setIsOpen(false);
          }}
        >
          {error === null ? null : <ErrorNotice error={error} />}
          {rows.length === 0 ? <p className="quiet small">{t(canChange ? "layers.none" : "layers.none-of-machine")}</p> : null}
          <ul>
            {rows
              .map((row, at) => (
                <LayerLine
                  key={row.key}
                  row={row}
                  canRemove={canChange}
                  onChange={(to) => change(row.key, to)}
                  onUp={at + 1 < rows.length ? () => move(at, 1) : undefined}
                  onDown={at > 0 ? () => move(at, -1) : undefined}
                  onShow={() => {
                    if (!row.isShown) change(row.key, { isShown: true });
                    onShow(row.credit.bounds);
                  }}
                />
              ))
              .toReversed()}
          </ul>
          {canChange ? (
            <button type="button" className="button is-small" onClick={() => setIsAdding(true)}>
              {t("layers.add")}
            </button>
          ) : null}
        </section>
      ) : null}
      {isAdding ? <AddLayerDialog onClose={() => setIsAdding(false)} onAdded={(bounds) => onShow(bounds)} /> : null}
    </div>
  );
}

interface LayerLineProps {
  readonly row: LayerRow;
  readonly canRemove: boolean;
  readonly onChange: (to: Partial<Pick<LayerRow, "isShown" | "opacity">>) => void;
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
  readonly onShow: () => void;
}

function LayerLine({ row, canRemove, onChange, onUp, onDown, onShow }: LayerLineProps) {
  const shield = useShield();
  const [isRemoving, setIsRemoving] = useState(false);
  const { credit, isShown, opacity } = row;
  const percent = Math.round(opacity * 100);
  return (
    <li className="layer-line">
      <label className="layer-name">
        <input type="checkbox" checked={isShown} onChange={(event) => onChange({ isShown: event.target.checked })} />
        <IsolatedText text={credit.name} />
      </label>
      <p className="small quiet">
        {row.of === "layer" ? t(`layers.kind.${row.layer.facts.kind}`) : t("layers.kind.imagery", { item: row.imagery.item })}
        {". "}
        <IsolatedText text={creditWords({ ...credit, name: "" }).replace(/^: /, "")} />
      </p>
      {row.of === "layer" && row.layer.facts.draws === "whole" && pictureFailed(mapLayerApi.pictureUrl(row.layer.id)) ? (
        <p className="small tone-conflict">{t("layers.failed")}</p>
      ) : null}
      <div className="layer-acts">
        {isShown ? (
          <label className="layer-opacity small">
            <span>{t("layers.opacity", { percent })}</span>
            <input
              type="range"
              min="0"
              max="100"
              step="5"
              value={percent}
              aria-label={t("layers.opacity-of", { name: credit.name })}
              onChange={(event) => onChange({ opacity: Number(event.target.value) / 100 })}
            />
          </label>
        ) : null}
        {row.of !== "imagery" || !isShown ? null : row.canReveal ? (
          <button
            type="button"
            className="button is-small"
            aria-pressed={row.isClear}
            onClick={() => shield.toggleReveal(row.imagery.item)}
          >
            {row.isClear ? t("layers.cover") : t("layers.reveal")}
          </button>
        ) : (
          <span className="small">{t("layers.graphic")}</span>
        )}
        <span className="layer-order">
          <button type="button" className="button is-small" onClick={onShow}>
            {t("layers.show")}
          </button>
          <button
            type="button"
            className="button is-small"
            aria-label={t("layers.up", { name: credit.name })}
            disabled={onUp === undefined}
            onClick={onUp}
          >
            ↑
          </button>
          <button
            type="button"
            className="button is-small"
            aria-label={t("layers.down", { name: credit.name })}
            disabled={onDown === undefined}
            onClick={onDown}
          >
            ↓
          </button>
          {row.of === "layer" && canRemove ? (
            <button type="button" className="button is-bare is-small" onClick={() => setIsRemoving(true)}>
              {t("layers.remove")}
            </button>
          ) : null}
        </span>
      </div>
      {isRemoving && row.of === "layer" ? <RemoveDialog id={row.layer.id} name={credit.name} onClose={() => setIsRemoving(false)} /> : null}
    </li>
  );
}

function RemoveDialog({ id, name, onClose }: { readonly id: string; readonly name: string; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [error, setError] = useState<Error>();
  const remove = async (): Promise<void> => {
    try {
      await mapLayerApi.remove(id);
      forgetTiles(id);
      onClose();
      await client.invalidateQueries({ queryKey: mapLayersKey });
    } catch (fault) {
      setError(fault as Error);
    }
  };
  return (
    <Dialog title={t("layers.remove-title")} onClose={onClose}>
      <p>
        <IsolatedText text={name} />
      </p>
      <p className="quiet small">{t("layers.remove-how")}</p>
      {error === undefined ? null : <ErrorNotice error={error} />}
      <button type="button" className="button is-main" data-autofocus onClick={() => void remove()}>
        {t("layers.remove-now")}
      </button>
    </Dialog>
  );
}
