/**
 * UTM to latitude and longitude on WGS 84 and back, by Krueger's series to the fourth order in the third flattening
 * (Karney, "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85, 2011, equations 7-11, 15, 19-21, 35 and 36):
 * off by less than a micrometre within a zone.
 */
import type { Position } from "./region.ts";

const flattening = 1 / 298.257223563;
const n = flattening / (2 - flattening);
const eccentricity = Math.sqrt(flattening * (2 - flattening));
const scale = 0.9996;
/** Radius of the rectifying circle, equation 14. */
const rectifying = (6_378_137 / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
/** Equation 36, rectifying sphere to ellipsoid. */
const beta = [
  n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - (1 / 360) * n ** 4,
  (1 / 48) * n ** 2 + (1 / 15) * n ** 3 - (437 / 1440) * n ** 4,
  (17 / 480) * n ** 3 - (37 / 840) * n ** 4,
  (4397 / 161_280) * n ** 4,
] as const;
/** Equation 35, sphere to rectifying sphere. */
const alpha = [
  n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4,
  (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4,
  (61 / 240) * n ** 3 - (103 / 140) * n ** 4,
  (49_561 / 161_280) * n ** 4,
] as const;

export interface GridPoint {
  readonly zone: number;
  readonly south: boolean;
  readonly eastingM: number;
  readonly northingM: number;
}

export function fromUtm({ zone, south, eastingM, northingM }: GridPoint): Position {
  const xi = (south ? northingM - 10_000_000 : northingM) / (scale * rectifying);
  const eta = (eastingM - 500_000) / (scale * rectifying);
  let xiSphere = xi;
  let etaSphere = eta;
  for (const [place, coefficient] of beta.entries()) {
    const twice = 2 * (place + 1);
    xiSphere -= coefficient * Math.sin(twice * xi) * Math.cosh(twice * eta);
    etaSphere -= coefficient * Math.cos(twice * xi) * Math.sinh(twice * eta);
  }
  const conformal = Math.sin(xiSphere) / Math.hypot(Math.sinh(etaSphere), Math.cos(xiSphere));
  const lambda = Math.atan2(Math.sinh(etaSphere), Math.cos(xiSphere));
  const lon = (lambda * 180) / Math.PI + zone * 6 - 183;
  return { lat: (Math.atan(geographicTangent(conformal)) * 180) / Math.PI, lon: lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon };
}

/** In the zone given, which need not be the point's own. */
export function toUtm({ lat, lon }: Position, zone: number): GridPoint {
  const lambda = ((((((lon - (zone * 6 - 183) + 180) % 360) + 360) % 360) - 180) * Math.PI) / 180;
  const tau = Math.tan((lat * Math.PI) / 180);
  const sigma = Math.sinh(eccentricity * Math.atanh((eccentricity * tau) / Math.hypot(1, tau)));
  const conformal = tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
  const xiSphere = Math.atan2(conformal, Math.cos(lambda));
  const etaSphere = Math.asinh(Math.sin(lambda) / Math.hypot(conformal, Math.cos(lambda)));
  let xi = xiSphere;
  let eta = etaSphere;
  for (const [place, coefficient] of alpha.entries()) {
    const twice = 2 * (place + 1);
    xi += coefficient * Math.sin(twice * xiSphere) * Math.cosh(twice * etaSphere);
    eta += coefficient * Math.cos(twice * xiSphere) * Math.sinh(twice * etaSphere);
  }
  const south = lat < 0;
  return { zone, south, eastingM: 500_000 + scale * rectifying * eta, northingM: scale * rectifying * xi + (south ? 10_000_000 : 0) };
}

/** Newton's method on equation 7: the tangent of the latitude from that of the conformal latitude. Three rounds reach the last bit. */
function geographicTangent(conformal: number): number {
  let tau = conformal / (1 - eccentricity ** 2);
  for (let round = 0; round < 5; round++) {
    const sigma = Math.sinh(eccentricity * Math.atanh((eccentricity * tau) / Math.hypot(1, tau)));
    const reached = tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
    tau +=
      ((conformal - reached) / Math.hypot(1, reached)) *
      ((1 + (1 - eccentricity ** 2) * tau ** 2) / ((1 - eccentricity ** 2) * Math.hypot(1, tau)));
  }
  return tau;
}
