/** What a map file brings back: places of ours that were changed elsewhere, places of ours unchanged, and new ones. */
import type { MapFeature } from "./map-feature.ts";
import type { MapFileFeature } from "./map-file.ts";
import { wayBetween } from "./geodesic.ts";
import type { Region } from "./region.ts";
import { centreOf } from "./region-geometry.ts";
import { sameRegion } from "./same-region.ts";

export type Returned =
  | {
      readonly state: "changed";
      readonly feature: MapFileFeature;
      readonly region: Region;
      readonly was: MapFeature;
      readonly awayM: number;
    }
  /** It was ours, and the place that it was is no longer in the case. */
  | { readonly state: "gone"; readonly feature: MapFileFeature; readonly region: Region }
  | { readonly state: "new"; readonly feature: MapFileFeature; readonly region: Region };

/** Without those that came back as they went out. `caseId`: marks of another case are not ours. */
export function returnedPlaces(file: readonly MapFileFeature[], here: readonly MapFeature[], caseId: string): Returned[] {
  const byId = new Map(here.map((feature) => [feature.id, feature]));
  return file.flatMap((feature): Returned[] => {
    const { region, ours } = feature;
    if (region === "unknown") return [];
    if (ours === undefined || ours.caseId !== caseId) return [{ state: "new", feature, region }];
    const was = byId.get(ours.id);
    if (was === undefined || was.claim.region === "unknown") return [{ state: "gone", feature, region }];
    if (sameRegion(was.claim.region, region)) return [];
    return [{ state: "changed", feature, region, was, awayM: wayBetween(centreOf(was.claim.region), centreOf(region)).metres }];
  });
}
