/** Writes places of the case out for other programs: the chosen ones, or all that match. The case is not changed by it. */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { MapFeature, ShownStanding } from "../core/place/map-feature.ts";
import { writeGeoJson } from "../formats/geojson/write-geojson.ts";
import { writeKml } from "../formats/kml/write-kml.ts";
import { writeKmz } from "../formats/kml/write-kmz.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";

export type MapFormat = "kml" | "kmz" | "geojson";

export interface MapExportWanted {
  readonly format: MapFormat;
  /** Ids of places; undefined for all. */
  readonly ids?: readonly string[] | undefined;
  /** Standings that go out; undefined for all. */
  readonly standings?: readonly ShownStanding[] | undefined;
}

export interface MapExportPorts {
  readonly features: () => Promise<readonly MapFeature[]>;
  readonly caseId: string;
  readonly title: string;
  /** Head of the ledger, short. */
  readonly head: () => string;
}

/** Throws CaseError INPUT_INVALID when nothing matches, or an id is not a place of the case. */
export async function exportMap(
  { features, caseId, title, head }: MapExportPorts,
  viewer: Viewer,
  { format, ids, standings }: MapExportWanted,
): Promise<{ bytes: Uint8Array; count: number }> {
  demand(viewer, "read");
  const all = await features();
  const wanted = ids === undefined ? undefined : new Set(ids);
  const chosen = all.filter(
    ({ id, standing }) => (wanted === undefined || wanted.has(id)) && (standings === undefined || standings.includes(standing)),
  );
  const known = new Set(all.map(({ id }) => id));
  const unknown = ids?.find((id) => !known.has(id));
  if (unknown !== undefined) throw new CaseError("INPUT_INVALID", `place ${unknown}: expected a place of this case; found none of that id`);
  if (chosen.length === 0) throw new CaseError("INPUT_INVALID", "map export: expected at least one place; found none that was asked for");
  const about = { caseId, head: head() };
  const text = format === "geojson" ? writeGeoJson(chosen, about) : writeKml(chosen, about, title);
  return { bytes: format === "kmz" ? writeKmz(text) : encodeUtf8(text), count: chosen.length };
}
