/** Places and times that a file's own metadata name, for the map and the timeline. Read from the probe's answer, stated by nobody here. */
import type { ProbeResult } from "../core/analysis/probe-result.ts";
import { metadataPlace } from "../core/place/metadata-place.ts";
import type { Projecting } from "./handler.ts";

export function projectSeen(item: number, probe: ProbeResult, on: Projecting): void {
  on.run("delete from seen_place where item = ?", item);
  on.run("delete from seen_time where item = ?", item);
  const place = metadataPlace(probe.metadata);
  if (place !== undefined)
    on.run(
      "insert into seen_place (item, claim_json, heading_json) values (?, ?, ?)",
      item,
      JSON.stringify(place.claim),
      place.heading === undefined ? null : JSON.stringify(place.heading),
    );
  // When the file or its container was written says nothing of the event.
  const times = probe.times.filter(({ means }) => means === "recorded" || means === "gps");
  for (const [ord, claim] of times.entries())
    on.run("insert into seen_time (item, ord, claim_json) values (?, ?, ?)", item, ord, JSON.stringify(claim));
}
