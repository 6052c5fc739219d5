/** Events of the case. Withdrawn ones come along, marked. */
import type { Selectable } from "kysely";
import type { EventId, EventSort } from "../core/event/event.ts";
import type { PlaceClaim } from "../core/place/region.ts";
import type { TimeClaim } from "../core/time/time-claim.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { EventTables } from "../views/tables/events.ts";
import type { CaseReader } from "./case-reader.ts";
import { bearingCounts } from "./list-bearings.ts";
import { peopleNames } from "./people-names.ts";

type Open = "unknown" | "withheld";

export interface EventRow {
  id: EventId;
  sort: EventSort;
  sortWords: string | null;
  title: string;
  time: TimeClaim | Open;
  place: PlaceClaim | Open;
  movement: { from: PlaceClaim | Open; to: PlaceClaim | Open; via: (PlaceClaim | Open)[] } | null;
  bearings: Record<"shows" | "supports" | "against" | "context" | "none", number>;
  withdrawn?: string;
  at: string;
  by: string;
  byName: string;
  seq: number;
}

export async function listEvents(reader: CaseReader, viewer: Viewer): Promise<EventRow[]> {
  demand(viewer, "read");
  return eventRows(reader, await reader.views.db.selectFrom("event").selectAll().orderBy("id").execute());
}

export async function eventRows(reader: CaseReader, rows: readonly Selectable<EventTables["event"]>[]): Promise<EventRow[]> {
  const counts = await bearingCounts(reader);
  const nameOf = await peopleNames(reader);
  return rows.map((row) => ({
    id: `e${row.id}`,
    sort: row.sort,
    sortWords: row.sort_words,
    title: row.title ?? "withheld",
    time: claimOf<TimeClaim>(row.time_json),
    place: claimOf<PlaceClaim>(row.place_json),
    movement: movementOf(row.movement_json),
    bearings: counts(`e${row.id}`),
    ...(row.withdrawn === null ? {} : { withdrawn: row.withdrawn === "" ? "withheld" : row.withdrawn }),
    at: row.at,
    by: row.by,
    byName: nameOf(row.by),
    seq: row.seq,
  }));
}

function claimOf<Claim>(json: string | null): Claim | Open {
  return json === null ? "withheld" : (JSON.parse(json) as Claim | "unknown");
}

function movementOf(json: string | null): EventRow["movement"] {
  if (json === null) return null;
  type Kept = PlaceClaim | "unknown" | null;
  const { from, to, via } = JSON.parse(json) as { from: Kept; to: Kept; via: Kept[] };
  return { from: from ?? "withheld", to: to ?? "withheld", via: via.map((place) => place ?? "withheld") };
}
