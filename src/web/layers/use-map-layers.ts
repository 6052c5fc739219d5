/** Layers of this machine and imagery of this case in one list, with what the person chose of them; and of those, what is drawn. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import type { ImageryRow } from "../../api/imagery.ts";
import type { MapLayer } from "../../core/map-layer/map-layer.ts";
import { boundsOf } from "../../core/place/region-geometry.ts";
import { useCase } from "../api-client/case-queries.ts";
import { imageryApi } from "../api-client/imagery-api.ts";
import { mapLayerApi } from "../api-client/map-layer-api.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { type Shield, useShield } from "../shield/shield.tsx";
import type { DrawnLayer, LayerCredit } from "./drawn-layer.ts";
import { type ChosenLayer, chooseLayers, useLayerChoice, ordered } from "./layer-choice.ts";
import { keepOnlyPictures, onPictures } from "./picture-store.ts";
import { areTilesUnderway, onTiles } from "./tile-store.ts";

/** Of layers that nobody put in order: drawn maps lie under pictures. */
const heights: Readonly<Record<MapLayer["facts"]["draws"], number>> = { vector: 0, raster: 1, whole: 2 };

export const mapLayersKey = ["map-layers"] as const;

export type LayerRow = ChosenLayer & { readonly credit: LayerCredit } & (
    | { readonly of: "layer"; readonly layer: MapLayer }
    | { readonly of: "imagery"; readonly imagery: ImageryRow; readonly isClear: boolean; readonly canReveal: boolean }
  );

export interface MapLayersShown {
  /** The lowest first. */
  readonly rows: readonly LayerRow[];
  readonly drawn: readonly DrawnLayer[];
  readonly error: Error | null;
  /** Some of what is in sight is still being read. */
  readonly isReading: boolean;
  /** Changes whenever something more can be drawn. */
  readonly turn: number;
  readonly choose: (next: readonly ChosenLayer[]) => void;
}

/**
 * `ofMachine`: layers of this machine alone, for who answers blind. Nothing of the case is asked for, and what others chose to look at
 * in this browser tells nothing: the choice starts empty and is forgotten.
 */
export function useMapLayers({ ofMachine = false }: { readonly ofMachine?: boolean } = {}): MapLayersShown {
  const shield = useShield();
  const remembered = useLayerChoice();
  const [forgotten, setForgotten] = useState<readonly ChosenLayer[]>([]);
  const chosen = ofMachine ? forgotten : remembered;
  const caseId = useCase({ enabled: !ofMachine }).data?.caseId ?? "";
  const layers = useQuery({ queryKey: mapLayersKey, queryFn: ({ signal }) => mapLayerApi.list(signal) });
  const imagery = useQuery({
    queryKey: [...queryKeys.records, "imagery"],
    queryFn: ({ signal }) => imageryApi.list(signal),
    enabled: !ofMachine,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const more = (): void => setTurn((now) => now + 1);
    const [noTiles, noPictures] = [onTiles(more), onPictures(more)];
    return () => {
      noTiles();
      noPictures();
    };
  }, []);
  // Kept while nothing of it changes: a map draws all of it anew whenever it does.
  const rows = useMemo(
    () => rowsOf({ layers: layers.data?.layers ?? [], imagery: ofMachine ? [] : (imagery.data?.imagery ?? []), caseId, chosen, shield }),
    [layers.data, imagery.data, ofMachine, caseId, chosen, shield],
  );
  const drawn = useMemo(
    () => (shield.blanked ? [] : rows.filter(({ isShown }) => isShown).map((row) => drawnOf(row, shield))),
    [rows, shield],
  );
  const urls = drawn.flatMap((one) => (one.draws === "picture" ? [one.url] : []));
  const inUse = urls.join(" ");
  useEffect(() => keepOnlyPictures(new Set(inUse.split(" "))), [inUse]);
  // What was revealed on a map is covered when the map is left.
  const isRevealed = useRef(false);
  useEffect(() => {
    isRevealed.current = rows.some((row) => row.of === "imagery" && row.isClear);
  });
  const { cover } = shield;
  useEffect(
    () => () => {
      if (isRevealed.current) cover();
      keepOnlyPictures(new Set());
    },
    [cover],
  );
  const error = layers.error ?? (ofMachine ? null : imagery.error);
  return { rows, drawn, error, isReading: drawn.length > 0 && areTilesUnderway(), turn, choose: ofMachine ? setForgotten : chooseLayers };
}

interface RowsFrom {
  readonly layers: readonly MapLayer[];
  readonly imagery: readonly ImageryRow[];
  readonly caseId: string;
  readonly chosen: readonly ChosenLayer[];
  readonly shield: Shield;
}

function rowsOf({ layers, imagery, caseId, chosen, shield }: RowsFrom): readonly LayerRow[] {
  const all = [
    ...layers
      .toSorted((a, b) => heights[a.facts.draws] - heights[b.facts.draws])
      .map((layer) => ({ key: `layer ${layer.id}`, of: "layer" as const, layer, credit: creditOfLayer(layer) })),
    ...imagery.flatMap((row) => imageryEntry(row, `imagery ${caseId} ${row.item}`, shield)),
  ];
  return ordered(all, chosen);
}

function imageryEntry(imagery: ImageryRow, key: string, shield: Shield) {
  const { placement, taken, item } = imagery;
  if (placement === null || placement === "withheld" || !imagery.held) return [];
  // What was found graphic is looked at on its own screen, with its reasons beside it; on a map it stays covered.
  const canReveal = imagery.level !== "strong" && imagery.level !== "severe";
  const credit: LayerCredit = {
    ...{ name: imagery.name, provider: imagery.provider, licence: imagery.licence, isImagery: true },
    taken:
      taken === "unknown" || taken === "withheld"
        ? "unknown"
        : { verbatim: taken.verbatim, earliest: taken.earliest, latest: taken.latest },
    bounds: boundsOf({ shape: "polygon", rings: [[...placement.corners]] }),
  };
  return [{ key, of: "imagery" as const, imagery, credit, canReveal, isClear: canReveal && shield.isRevealed(item) }];
}

function creditOfLayer({ facts, stated }: MapLayer): LayerCredit {
  const { name, provider, licence, taken } = stated;
  return {
    name,
    provider: provider === "" ? facts.says.credit : provider,
    licence,
    taken,
    bounds: facts.bounds,
    isImagery: facts.draws !== "vector",
  };
}

function drawnOf(row: LayerRow, shield: Shield): DrawnLayer {
  const { key, opacity, credit } = row;
  if (row.of === "imagery") {
    const { item, placement } = row.imagery;
    const url = row.isClear ? mediaUrls.clearPicture(item) : mediaUrls.poster(item);
    const { corners } = placement as Exclude<ImageryRow["placement"], null | "withheld">;
    return { key, opacity, credit, draws: "picture", url, corners, grey: !row.isClear || shield.grey };
  }
  const { layer } = row;
  if (layer.facts.draws === "whole" && layer.stated.corners !== null)
    return { key, opacity, credit, draws: "picture", url: mapLayerApi.pictureUrl(layer.id), corners: layer.stated.corners, grey: false };
  return { key, opacity, credit, draws: "tiles", layer };
}
