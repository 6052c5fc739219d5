/**
 * The map: ground drawn by ourselves, nothing fetched. Every record is its area; where that is small on the screen a ring stays
 * around its sign, and the radius is said in words when it has the focus or the cursor. No place is ever a bare pin.
 */
import { useState } from "react";
import type { MapFeature } from "../../core/place/map-feature.ts";
import type { Position } from "../../core/place/region.ts";
import { formatPosition, formatRadius } from "../claims/place-words.ts";
import { ImageryBanner } from "../layers/imagery-banner.tsx";
import { LayerPanel } from "../layers/layer-panel.tsx";
import { MapCredits } from "../layers/map-credits.tsx";
import { useMapLayers } from "../layers/use-map-layers.ts";
import { t } from "../words/t.ts";
import { clustered, cellPx } from "./cluster.ts";
import type { LayerShape } from "./layers.ts";
import type { GridShown } from "./use-grid.ts";
import { MapGround } from "./map-ground.tsx";
import { Ruler, ScaleBar } from "./map-ruler.tsx";
import { Area, ClusterSign, Sign } from "./map-signs.tsx";
import { regionPath } from "./region-path.ts";
import { useMapFrame } from "./use-map-frame.ts";
import { fitted, type Size, toPosition, type Viewport, zoomedAt } from "./viewport.ts";

interface MapCanvasProps {
  readonly features: readonly MapFeature[];
  readonly layers: readonly LayerShape[];
  /** Where posts and rows are too many, their counts by square. */
  readonly grid: GridShown | undefined;
  readonly view: Viewport;
  readonly size: Size;
  readonly onView: (view: Viewport) => void;
  readonly onSize: (size: Size) => void;
  readonly chosen: string | undefined;
  readonly onChoose: (record: string) => void;
  readonly onCopy: (position: Position) => void;
  readonly ruler: { readonly on: boolean; readonly points: readonly Position[] };
  readonly onRulerPoint: (position: Position) => void;
}

export function MapCanvas(props: MapCanvasProps) {
  const { features, layers, grid, view, size, onView, onSize, chosen, onChoose, onCopy, ruler, onRulerPoint } = props;
  const [named, setNamed] = useState<string>();
  const ground = useMapLayers();
  const { frame, pointer, handlers } = useMapFrame({
    ...{ view, size, onView, onSize, onContext: onCopy },
    onPress(position, targets) {
      const hit = targets.find((element) => element.closest("[data-feature]") !== null);
      const record = hit?.closest<SVGElement>("[data-feature]")?.dataset["feature"];
      if (ruler.on) onRulerPoint(position);
      else if (record !== undefined) onChoose(record);
    },
  });

  const { alone, clusters } = clustered(features, view, size, chosen);
  return (
    <div ref={frame} className={ruler.on ? "map-frame is-measuring" : "map-frame"} data-testid="map" {...handlers}>
      <MapGround view={view} size={size} layers={ground.drawn} turn={ground.turn} />
      <svg className="map-signs" width={size.width} height={size.height} role="group" aria-label={t("map.places")}>
        {layers.map(({ key, region, name }) => (
          <path key={key} className="map-layer" d={regionPath(region, view, size)}>
            <title>{name}</title>
          </path>
        ))}
        {grid === undefined ? null : <GridCells grid={grid} />}
        {alone.map((placed) => (
          <Area key={placed.feature.id} placed={placed} view={view} size={size} isChosen={placed.feature.record === chosen} />
        ))}
        {clusters.map((cluster) => (
          <ClusterSign
            key={cluster.key}
            cluster={cluster}
            onPress={() => onView(zoomedAt(view, size, { x: cluster.x + cellPx / 2, y: cluster.y + cellPx / 2 }, 1.5))}
          />
        ))}
        {alone.map((placed) => (
          <Sign
            key={placed.feature.id}
            placed={placed}
            view={view}
            size={size}
            isChosen={placed.feature.record === chosen}
            isNamed={named === placed.feature.id}
            onName={setNamed}
            onChoose={onChoose}
          />
        ))}
        <Ruler points={ruler.points} pointer={ruler.on && ruler.points.length === 1 ? pointer : undefined} view={view} size={size} />
        <path
          className="map-cross"
          d={`M${size.width / 2 - 7} ${size.height / 2}h14M${size.width / 2} ${size.height / 2 - 7}v14`}
          aria-hidden="true"
        />
      </svg>
      <p className="map-where mono">{formatPosition(pointer === undefined ? view.centre : toPosition(view, size, pointer))}</p>
      <div className="map-north" role="img" aria-label={t("map.north")}>
        <svg viewBox="0 0 16 22" width="16" height="22" aria-hidden="true">
          <path d="M8 1l5 10H3z" fill="currentColor" />
          <text x="8" y="21" textAnchor="middle" fontSize="10" fill="currentColor">
            N
          </text>
        </svg>
      </div>
      <div className="map-foot">
        <ScaleBar view={view} />
        <MapCredits drawn={ground.drawn} />
      </div>
      <ImageryBanner drawn={ground.drawn} view={view} event={undefined} />
      <LayerPanel layers={ground} onShow={(bounds) => onView(fitted(bounds, size))} />
    </div>
  );
}

/** Darker where there are more; each says its count and how exact the places in it are. */
function GridCells({ grid }: { grid: GridShown }) {
  const most = Math.max(1, ...grid.cells.map(({ count }) => count));
  return (
    <g className="map-grid">
      {grid.cells.map(({ key, x, y, width, height, count, leastM, mostM }) => (
        <rect key={key} x={x} y={y} width={width} height={height} fillOpacity={0.12 + 0.68 * (Math.log1p(count) / Math.log1p(most))}>
          <title>{t("map.grid-cell", { count, least: formatRadius(leastM), most: formatRadius(mostM) })}</title>
        </rect>
      ))}
    </g>
  );
}
