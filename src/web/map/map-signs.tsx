/** Places as they are drawn: the area, and a sign in a ring that says the radius in words. Never a bare pin. */
import type { MapFeature } from "../../core/place/map-feature.ts";
import type { Region } from "../../core/place/region.ts";
import { formatRadius, regionWords } from "../claims/place-words.ts";
import { StandingShape } from "../claims/standing-mark.tsx";
import { t } from "../words/t.ts";
import { type Cluster, cellPx, type Placed } from "./cluster.ts";
import { reachPx, regionPath, wayPath } from "./region-path.ts";
import type { Size, Viewport } from "./viewport.ts";

/** Radius of the ring that a sign keeps, pixels. */
const ringPx = 12;

interface AreaProps {
  readonly placed: Placed;
  readonly view: Viewport;
  readonly size: Size;
  readonly isChosen: boolean;
}

const regionOf = ({ feature }: Placed): Region => feature.claim.region as Region;

export function Area({ placed, view, size, isChosen }: AreaProps) {
  const region = regionOf(placed);
  const { standing, record, sort } = placed.feature;
  return (
    <g className={`map-area is-${standing} of-${sort}${isChosen ? " is-chosen" : ""}`} data-feature={record}>
      <path d={regionPath(region, view, size)} />
      {region.shape === "path" ? <path className="map-way" d={wayPath(region.points, view, size)} /> : null}
    </g>
  );
}

/** What stands beside a sign that is looked at; its accessible name begins with it. */
function labelOf({ record, part, claim: { region } }: MapFeature): string {
  const extent =
    region === "unknown" ? t("events.unknown") : region.shape === "polygon" ? t("map.outline") : `± ${formatRadius(region.radiusM)}`;
  return `${part === undefined ? record : `${record} ${part}`} · ${extent}`;
}

function featureWords(feature: MapFeature): string {
  const { title, standing, claim } = feature;
  return t("map.feature", {
    label: labelOf(feature),
    title,
    standing: standing === "seen" ? t("map.standing.seen") : t(`statements.standing.${standing}`),
    place: claim.region === "unknown" ? t("events.unknown") : regionWords(claim.region),
  });
}

interface SignProps extends AreaProps {
  readonly isNamed: boolean;
  readonly onName: (id: string | undefined) => void;
  readonly onChoose: (record: string) => void;
}

export function Sign({ placed, view, size, isChosen, isNamed, onName, onChoose }: SignProps) {
  const { feature, at } = placed;
  const region = regionOf(placed);
  const small = reachPx(region, view, size) < ringPx * 1.6;
  const words = featureWords(feature);
  const heading = feature.heading;
  return (
    <g
      className={`map-sign is-${feature.standing}${isChosen ? " is-chosen" : ""}`}
      data-feature={feature.record}
      data-id={feature.id}
      transform={`translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`}
      tabIndex={0}
      role="button"
      aria-label={words}
      aria-pressed={isChosen}
      onFocus={() => onName(feature.id)}
      onBlur={() => onName(undefined)}
      onPointerEnter={() => onName(feature.id)}
      onPointerLeave={() => onName(undefined)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onChoose(feature.record);
      }}
    >
      {heading === undefined ? null : <path className="map-heading" d="M0 -12L-7 -40L7 -40Z" transform={`rotate(${heading.deg})`} />}
      <circle className={small ? "map-ring" : "map-ring is-quiet"} r={ringPx} />
      <g transform="translate(-8 -8)">
        <StandingShape standing={feature.standing} />
      </g>
      {isNamed || isChosen ? (
        <text className="map-name" x={ringPx + 5} y="4">
          {labelOf(feature)}
        </text>
      ) : null}
    </g>
  );
}

export function ClusterSign({ cluster, onPress }: { cluster: Cluster; onPress: () => void }) {
  const count = cluster.members.length;
  return (
    <g
      className="map-cluster"
      transform={`translate(${cluster.x} ${cluster.y})`}
      tabIndex={0}
      role="button"
      aria-label={t("map.cluster", { count })}
      onPointerUp={onPress}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onPress();
      }}
    >
      <rect x="2" y="2" width={cellPx - 4} height={cellPx - 4} rx="3" />
      <text x={cellPx / 2} y={cellPx / 2 + 4} textAnchor="middle">
        {count}
      </text>
    </g>
  );
}
