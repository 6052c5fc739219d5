/** What the wall's map draws: every camera whose place is known with its error, its cone where a heading is known, the chosen clip's stronger. */
import { wayBetween } from "../../core/place/geodesic.ts";
import type { ItemId } from "../../core/item/item.ts";
import { formatPosition, formatRadius } from "../claims/place-words.ts";
import type { BenchShape } from "../map/bench-shapes.ts";
import { t } from "../words/t.ts";
import type { Cameras, KeptCamera } from "./use-cameras.ts";

/** Of several answers of a clip the last one whose frame is not after the one shown; before the first, the first. */
export function cameraAt(kept: readonly KeptCamera[], item: ItemId, frame: number | null): KeptCamera | undefined {
  const own = kept.filter((camera) => camera.item === item).toSorted((a, b) => (a.frame ?? 0) - (b.frame ?? 0));
  return own.findLast((camera) => (camera.frame ?? 0) <= (frame ?? 0)) ?? own[0];
}

export function wallShapes(
  cameras: Cameras,
  items: readonly ItemId[],
  chosen: ItemId,
  frames: ReadonlyMap<ItemId, number | null>,
): BenchShape[] {
  const order = [...items.filter((item) => item !== chosen), ...items.filter((item) => item === chosen)];
  return order.flatMap((item): BenchShape[] => {
    const camera = cameraAt(cameras.kept, item, frames.get(item) ?? null);
    const stated = cameras.stated.filter((place) => place.item === item);
    const isChosen = item === chosen;
    const number = item.slice(1);
    const places = stated.map(({ id, centre, radiusM }): BenchShape => ({
      ...{ kind: "point", key: `${item} ${id}`, tone: "unknown", at: centre, radiusM, number, isChosen },
      title: t("sync.map-stated", { number, place: formatPosition(centre), radius: formatRadius(radiusM) }),
    }));
    return camera === undefined ? places : [...places, ...coneOf(camera, number, isChosen)];
  });
}

function coneOf({ item, inference, answer }: KeptCamera, number: string, isChosen: boolean): BenchShape[] {
  const [solution] = answer.solutions;
  if (solution === undefined) return [];
  const { lat, lon, headingDeg, horizontalFieldDeg, ellipse, cone } = solution;
  const tip = cone.coordinates[0]?.[0]?.[1];
  const words = {
    ...{ number, inference, place: formatPosition(solution), radius: formatRadius(ellipse.majorM) },
    heading: headingDeg.value.toFixed(1),
    error: headingDeg.error.toFixed(1),
  };
  return [
    {
      ...{ kind: "cone", key: `${item} cone`, tone: isChosen ? "agree" : "plain", from: { lat, lon }, isChosen },
      ...{ headingDeg: headingDeg.value, halfWidthDeg: horizontalFieldDeg.value / 2 },
      errorDeg: Math.hypot(headingDeg.error, horizontalFieldDeg.error / 2),
      reachM: tip === undefined ? 200 : wayBetween({ lat, lon }, { lat: tip[1], lon: tip[0] }).metres,
      title: t("sync.map-cone", words),
    },
    {
      ...{ kind: "ellipse", key: `${item} place`, tone: isChosen ? "agree" : "plain", centre: { lat, lon }, isChosen },
      ...{ semiMajorM: ellipse.majorM, semiMinorM: ellipse.minorM, bearingDeg: ellipse.bearingDeg },
      title: t("sync.map-place", words),
      label: number,
    },
  ];
}
