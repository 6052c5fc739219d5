/** One event with its links, what bears on it, the places and times stated of it, and its history. */
import { CaseError } from "../core/case/case-error.ts";
import type { EventId } from "../core/event/event.ts";
import type { EventLinkId, EventRelation } from "../core/event/event-link.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { bearingRows } from "./list-bearings.ts";
import { eventRows } from "./list-events.ts";
import { listStatements } from "./list-statements.ts";
import { peopleNames } from "./people-names.ts";
import { recordHistory } from "./record-history.ts";

/** Throws CaseError INPUT_INVALID. */
export async function getEvent(reader: CaseReader, viewer: Viewer, id: EventId) {
  demand(viewer, "read");
  const table = await reader.views.db
    .selectFrom("event")
    .selectAll()
    .where("id", "=", Number(id.slice(1)))
    .executeTakeFirst();
  const [event] = table === undefined ? [] : await eventRows(reader, [table]);
  if (event === undefined) throw new CaseError("INPUT_INVALID", `event ${id}: expected an event of this case; found none of that number`);
  return {
    event,
    links: await linksOf(reader, id),
    bearings: await bearingRows(reader, { on: id }),
    statements: await listStatements(reader, id),
    history: await recordHistory(reader, id),
  };
}

interface EventLinkRow {
  id: EventLinkId;
  from: EventId;
  fromTitle: string;
  to: EventId;
  toTitle: string;
  relation: EventRelation;
  basis: string;
  unlinked?: string;
  at: string;
  by: string;
  byName: string;
  seq: number;
}

async function linksOf(reader: CaseReader, id: EventId): Promise<EventLinkRow[]> {
  const { db } = reader.views;
  const number = Number(id.slice(1));
  const rows = await db
    .selectFrom("event_link")
    .innerJoin("event as first", "first.id", "event_link.from_event")
    .innerJoin("event as second", "second.id", "event_link.to_event")
    .selectAll("event_link")
    .select(["first.title as from_title", "second.title as to_title"])
    .where((eb) => eb.or([eb("from_event", "=", number), eb("to_event", "=", number)]))
    .orderBy("event_link.id")
    .execute();
  const nameOf = await peopleNames(reader);
  return rows.map((row) => ({
    id: `l${row.id}`,
    from: `e${row.from_event}`,
    fromTitle: row.from_title ?? "withheld",
    to: `e${row.to_event}`,
    toTitle: row.to_title ?? "withheld",
    relation: row.relation,
    basis: row.basis ?? "withheld",
    ...(row.unlinked === null ? {} : { unlinked: row.unlinked === "" ? "withheld" : row.unlinked }),
    at: row.at,
    by: row.by,
    byName: nameOf(row.by),
    seq: row.seq,
  }));
}
