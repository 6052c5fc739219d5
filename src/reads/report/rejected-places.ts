/** Places of the events of a report that were looked at and rejected, whether a finding cites them or not: a reader sees what was set aside. */
import type { CaseReader } from "../case-reader.ts";
import { linesOfKinds } from "./entry-lines.ts";
import type { Cited } from "./report-records.ts";

export async function rejectedPlaces(reader: CaseReader, events: ReadonlySet<string>): Promise<Cited[]> {
  const latest = new Map((await linesOfKinds(reader, ["place.stated"])).map((line) => [line.data.place as string, line]));
  return [...latest.values()]
    .filter(({ data }) => data.standing === "rejected" && events.has(data.about))
    .map(({ data, seq }) => ({ record: data.place, line: seq }));
}
