/**
 * A flat map around a point, on which the camera is looked for: distance and bearing from its middle are those of the ellipsoid
 * (azimuthal equidistant). Between two of its points 20 km from the middle a distance is off by less than 2 in 1,000,000.
 */
import { destination, wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";

/** Metres east and north of the middle. */
export interface PlanePoint {
  readonly e: number;
  readonly n: number;
}

export interface LocalPlane {
  toPlane(at: Position): PlanePoint;
  toEarth(at: PlanePoint): Position;
  /** Degrees from the map's north to true north at a point, to be added to a bearing on the map. */
  convergenceDeg(at: PlanePoint): number;
}

export function localPlane(middle: Position): LocalPlane {
  const toEarth = ({ e, n }: PlanePoint): Position => {
    const { lat, lon } = destination(middle, (Math.atan2(e, n) * 180) / Math.PI, Math.hypot(e, n));
    return { lat, lon: lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon };
  };
  return {
    toPlane(at) {
      const { metres, bearingDeg } = wayBetween(middle, at);
      const bearing = (bearingDeg * Math.PI) / 180;
      return { e: metres * Math.sin(bearing), n: metres * Math.cos(bearing) };
    },
    toEarth,
    convergenceDeg(at) {
      // A hundred metres up the map, and where that really leads.
      const { bearingDeg } = wayBetween(toEarth(at), toEarth({ e: at.e, n: at.n + 100 }));
      return bearingDeg > 180 ? bearingDeg - 360 : bearingDeg;
    },
  };
}
