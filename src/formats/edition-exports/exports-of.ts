/** Everything that an edition says, in the formats of other tools. Takes the report and nothing else, so that no file can say more than it does. */
import { encodeUtf8 } from "../../core/bytes/utf8.ts";
import type { ReportModel } from "../../core/report/report.ts";
import { writeAtlos } from "../atlos/write-atlos.ts";
import { caseUcoOf } from "../case-uco/write-case-uco.ts";
import { reviewsOf } from "../claim-review/write-reviews.ts";
import { writeOtio } from "../otio/write-otio.ts";
import { writeTimemapEvents, writeTimemapSources } from "../timemap/write-timemap.ts";
import { annotationCollection } from "../web-annotation/write-annotations.ts";
import type { ExportFile } from "./export-file.ts";
import { placesAsGeoJson, placesAsKml, wellFormed } from "./places-out.ts";
import { syncPlanOf } from "./sync-out.ts";
import { tableRows } from "./table-rows.ts";
import { tierAsWebvtt } from "./tiers-out.ts";
import { visibleModel } from "./visible-model.ts";

export function exportsOf(raw: ReportModel): ExportFile[] {
  const model = visibleModel(raw);
  const rows = tableRows(model);
  const plan = syncPlanOf(model);
  const json = (value: unknown) => `${JSON.stringify(value, wellFormed, 1)}\n`;
  return [
    file(
      "places.geojson",
      "application/geo+json",
      placesAsGeoJson(model),
      "Places as areas with their radius, for QGIS and other maps (GeoJSON, WGS 84)",
    ),
    file("places.kml", "application/vnd.google-earth.kml+xml", placesAsKml(model), "The same places for Google Earth (KML)"),
    file("atlos.csv", "text/csv", writeAtlos(rows, model.edition.at), "Findings and events in the columns of Atlos; times in UTC"),
    file("timemap-events.csv", "text/csv", writeTimemapEvents(rows), "Findings and events in the columns of TimeMap; times in UTC"),
    file("timemap-sources.csv", "text/csv", writeTimemapSources(model), "The items that those events name, in the columns of TimeMap"),
    file(
      "annotations.jsonld",
      "application/ld+json",
      json(annotationCollection(model)),
      "Every place of the material that is pointed at, as W3C Web Annotations",
    ),
    file("reviews.jsonld", "application/ld+json", json(reviewsOf(model)), "Findings as ClaimReview, rated in their own words (schema.org)"),
    file("case-uco.jsonld", "application/ld+json", json(caseUcoOf(model)), "Exhibits, acts and places as CASE/UCO 1.4, for forensic tools"),
    ...(plan === undefined
      ? []
      : [
          file(
            "sync.otio",
            "application/vnd.pixar.opentimelineio+json",
            writeOtio(plan),
            "Recordings on one clock, for editing programs (OpenTimelineIO)",
          ),
        ]),
    ...raw.tiers.map((tier) =>
      file(
        `tiers/${tier.tier}-v${tier.version}.vtt`,
        "text/vtt",
        tierAsWebvtt(tier),
        `Tier ${tier.tier} of ${tier.item} (${tier.sort}, ${tier.language}) as WebVTT`,
      ),
    ),
  ];
}

function file(name: string, mediaType: string, text: string, says: string): ExportFile {
  return { path: `exports/${name}`, mediaType, bytes: encodeUtf8(text), says };
}
