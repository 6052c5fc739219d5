/**
 * The map of a blind answer to "where": a press sets the point, the radius is drawn to scale, what is typed is shown. It has the outline
 * of the land and the layers of this machine; nothing of the case is asked for.
 */
import { useState } from "react";
import { wrap } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import { circleRing } from "../../core/place/region-geometry.ts";
import { formatPosition, formatRadius } from "../claims/place-words.ts";
import { BenchMap } from "../map/bench-map.tsx";
import type { PointShape } from "../map/bench-shapes.ts";
import { aroundAll } from "../map/on-screen.ts";
import { fitted, metresPerPixel, type Viewport } from "../map/viewport.ts";
import { announce } from "../parts/live-region.tsx";
import type { AnswerDraft } from "../review/finding-draft.ts";
import { t } from "../words/t.ts";
import { coordinatesOf, type DeskPlace, placeOf } from "./desk-place.ts";

interface DeskMapProps {
  readonly draft: AnswerDraft;
  readonly onCoordinates: (coordinates: string) => void;
}

const world: Viewport = { centre: { lat: 25, lon: 15 }, zoom: 1.2 };

export function DeskMap({ draft, onCoordinates }: DeskMapProps) {
  const place = placeOf(draft);
  /** What the person looks at, and the coordinates that stood in the field then: others are typed ones, and are gone to. */
  const [looked, setLooked] = useState<{ readonly view: Viewport; readonly coordinates: string }>();
  const isTyped = place !== undefined && looked?.coordinates !== draft.coordinates;
  const view = isTyped ? around(place) : (looked?.view ?? world);
  const set = (position: Position): void => {
    const coordinates = coordinatesOf(position, metresPerPixel(view));
    setLooked({ view, coordinates });
    onCoordinates(coordinates);
  };
  return (
    <section className="desk-map" aria-label={t("blind.map")}>
      <div className="desk-map-frame">
        <BenchMap
          ofMachine
          label={t("blind.map")}
          shapes={place === undefined ? [] : [shapeOf(place)]}
          view={view}
          onView={(next) => setLooked({ view: next, coordinates: draft.coordinates })}
          onPoint={(position) => {
            set(position);
            announce(t("blind.map-set", { place: coordinatesOf(position, metresPerPixel(view)) }));
          }}
          onMovePoint={(_, position) => set(position)}
          onRemovePoint={() => onCoordinates("")}
        />
      </div>
      <p className="quiet small">{t("blind.map-how")}</p>
    </section>
  );
}

/** A place without its radius says so. */
function shapeOf(place: DeskPlace): PointShape {
  const { radiusM } = place;
  const at = { kind: "point", key: "answer", at: place, isMovable: true } as const;
  if (radiusM === undefined)
    return {
      ...at,
      radiusM: 0,
      tone: "unknown",
      title: t("blind.map-no-radius", { place: formatPosition(place) }),
      label: t("blind.map-radius-due"),
    };
  const values = { place: formatPosition(place), radius: formatRadius(radiusM) };
  return { ...at, radiusM, tone: "plain", title: t("blind.map-point", values), label: `± ${values.radius}` };
}

/** Of about the size that the map has beside the item. */
const size = { width: 360, height: 300 };

function around(place: DeskPlace): Viewport {
  if (place.radiusM === undefined) return { centre: place, zoom: 13 };
  const ring = circleRing(place, place.radiusM, 16);
  // On one turn of the earth, also where it crosses the date line.
  const extent = aroundAll(ring.map(({ lat, lon }) => ({ lat, lon: place.lon + wrap(lon - place.lon) })));
  return extent === undefined ? { centre: place, zoom: 13 } : fitted(extent, size);
}
