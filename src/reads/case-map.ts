/** All that the map and the timeline draw, of one state of the case. */
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { listEvents } from "./list-events.ts";
import { listStatements } from "./list-statements.ts";
import { hull, mapFeatures } from "./map-features.ts";
import { postDensity } from "./post-density.ts";
import { timelineRows } from "./timeline-rows.ts";

export async function caseMap(reader: CaseReader, viewer: Viewer) {
  demand(viewer, "read");
  const events = await listEvents(reader, viewer);
  const { places, times } = await listStatements(reader);
  const timeline = await timelineRows(reader, events, times);
  // What was rejected does not say when a record is.
  const spans = new Map(
    timeline.rows.map(({ record, times: claims }) => [
      record,
      hull(claims.filter(({ standing }) => standing !== "rejected").map(({ claim }) => claim)),
    ]),
  );
  const { features, leftOut } = await mapFeatures(reader, events, places, (record) => spans.get(record));
  return { features, rows: timeline.rows, posts: await postDensity(reader), leftOut: { placed: leftOut, rows: timeline.leftOut } };
}
