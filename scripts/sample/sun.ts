/**
 * Where the sun stands, by the low-precision solar theory of J. Meeus, "Astronomical Algorithms"
 * (2nd ed., 1998), chapters 12, 13, 16, 22 and 25, the one NOAA's solar calculator uses.
 * Good to about 0.01 degree between 1900 and 2100; tested against the worked example of
 * Reda and Andreas, NREL/TP-560-34302. Not for use near the poles or below the horizon.
 */

export interface SunPosition {
  /** Degrees clockwise from true north. */
  readonly azimuthDeg: number;
  /** Geometric elevation of the sun's centre, no refraction. */
  readonly elevationDeg: number;
  /** Elevation as seen through a standard atmosphere (Saemundsson): what shadows follow. */
  readonly apparentElevationDeg: number;
}

const rad = (deg: number) => (deg * Math.PI) / 180;
const deg = (r: number) => (r * 180) / Math.PI;
const turn = (d: number) => ((d % 360) + 360) % 360;

/** TT - UTC in the years of the sample (69.2 s); 10 s of error moves the sun by 0.0001 degree. */
const TERRESTRIAL_MINUS_UTC_S = 69.2;

export function sunPosition(utcMs: number, latDeg: number, lonDeg: number): SunPosition {
  const julianDayUt = utcMs / 86_400_000 + 2_440_587.5;
  const t = (julianDayUt + TERRESTRIAL_MINUS_UTC_S / 86_400 - 2_451_545) / 36_525;

  const meanLongitude = 280.46646 + t * (36_000.76983 + t * 0.0003032);
  const meanAnomaly = rad(357.52911 + t * (35_999.05029 - t * 0.0001537));
  const centre =
    Math.sin(meanAnomaly) * (1.914602 - t * (0.004817 + t * 0.000014)) +
    Math.sin(2 * meanAnomaly) * (0.019993 - t * 0.000101) +
    Math.sin(3 * meanAnomaly) * 0.000289;
  const node = rad(125.04 - 1934.136 * t);
  const apparentLongitude = rad(meanLongitude + centre - 0.00569 - 0.00478 * Math.sin(node));
  const obliquity = rad(23.439291 - t * (0.0130042 + t * (1.6e-7 - t * 5.04e-7)) + 0.00256 * Math.cos(node));

  const declination = Math.asin(Math.sin(obliquity) * Math.sin(apparentLongitude));
  const rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(apparentLongitude), Math.cos(apparentLongitude));
  // Sidereal time turns with UT, the theory above with terrestrial time.
  const daysUt = julianDayUt - 2_451_545;
  const nutationInRightAscension = -0.00478 * Math.sin(node) * Math.cos(obliquity);
  const siderealDeg = 280.46061837 + 360.98564736629 * daysUt + nutationInRightAscension;
  const hourAngle = rad(turn(siderealDeg + lonDeg - deg(rightAscension)));

  const lat = rad(latDeg);
  const sinElevation = Math.sin(lat) * Math.sin(declination) + Math.cos(lat) * Math.cos(declination) * Math.cos(hourAngle);
  const elevationDeg = deg(Math.asin(sinElevation));
  const azimuthDeg = turn(
    180 + deg(Math.atan2(Math.sin(hourAngle), Math.cos(hourAngle) * Math.sin(lat) - Math.tan(declination) * Math.cos(lat))),
  );
  return {
    azimuthDeg,
    elevationDeg,
    apparentElevationDeg: elevationDeg + refractionDeg(elevationDeg),
  };
}

/** Saemundsson's formula, 1010 hPa and 10 C (Meeus 16.4); nothing below the horizon. */
function refractionDeg(elevationDeg: number): number {
  if (elevationDeg < -0.5) return 0;
  return 1.02 / Math.tan(rad(elevationDeg + 10.3 / (elevationDeg + 5.11))) / 60;
}

export type Vector = readonly [number, number, number];

/** Unit vector from the ground towards the (apparent) sun, in east, north, up. */
export function towardsSun(sun: SunPosition): Vector {
  const e = rad(sun.apparentElevationDeg);
  const a = rad(sun.azimuthDeg);
  return [Math.sin(a) * Math.cos(e), Math.cos(a) * Math.cos(e), Math.sin(e)];
}
