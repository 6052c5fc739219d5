/** All that the map and the timeline draw, of one state of the case. */
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { listEvents } from "./list-events.ts";
import { listStatements } from "./list-statements.ts";
import { hull, mapFeatures } from "./map-features.ts";
import { postDensity } from "./post-density.ts";
import { timelineRows } from "./timeline-rows.ts";

type CaseMap = Awaited<ReturnType<typeof readMap>>;

/** It changes only with the ledger, so it is kept per head: over a million posts the counting takes its time. */
const kept = new WeakMap<object, { seq: number; map: Promise<CaseMap> }>();

export async function caseMap(reader: CaseReader, viewer: Viewer): Promise<CaseMap> {
  demand(viewer, "read");
  const seq = reader.views.head()?.seq ?? 0;
  const before = kept.get(reader.views);
  if (before?.seq === seq) return before.map;
  const map = readMap(reader, viewer);
  kept.set(reader.views, { seq, map });
  // A read that failed is done anew.
  map.catch(() => kept.delete(reader.views));
  return map;
}

async function readMap(reader: CaseReader, viewer: Viewer) {
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
  return { features, rows: timeline.rows, posts: await postDensity(reader), leftOut: { ...leftOut, rows: timeline.leftOut } };
}
