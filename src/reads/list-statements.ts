/** Places and times that people stated of records, each with its standing. */
import type { Selectable } from "kysely";
import type { ItemId } from "../core/item/item.ts";
import type { PlaceId, StatedOf, StatementOrigin, StatementStanding, TimeId } from "../core/place/place-statement.ts";
import type { PlaceClaim } from "../core/place/region.ts";
import type { TimeClaim } from "../core/time/time-claim.ts";
import type { EventTables } from "../views/tables/events.ts";
import type { CaseReader } from "./case-reader.ts";
import { itemId } from "./item-row.ts";
import { peopleNames } from "./people-names.ts";

interface Statement<Id, Claim> {
  id: Id;
  claim: Claim | "withheld";
  about: StatedOf;
  standing: StatementStanding;
  from: StatementOrigin | null;
  reason: string;
  at: string;
  by: string;
  byName: string;
  seq: number;
}
export type PlaceStatement = Statement<PlaceId, PlaceClaim>;
export type TimeStatement = Statement<TimeId, TimeClaim>;

/** Of one record, or of all when `about` is undefined. */
export async function listStatements(reader: CaseReader, about?: string): Promise<{ places: PlaceStatement[]; times: TimeStatement[] }> {
  const { db } = reader.views;
  const nameOf = await peopleNames(reader);
  const rowsOf = async (table: "place_statement" | "time_statement") => {
    const query = db.selectFrom(table).selectAll().orderBy("id");
    return (about === undefined ? query : query.where("about", "=", about)).execute();
  };
  const rowOf = <Id, Claim>(id: Id, row: Selectable<EventTables["place_statement"]>): Statement<Id, Claim> => ({
    id,
    claim: row.claim_json === null ? "withheld" : (JSON.parse(row.claim_json) as Claim),
    about: row.about as StatedOf,
    standing: row.standing,
    from: row.from_item === null ? null : { item: itemId(row.from_item) satisfies ItemId, where: row.from_where ?? "" },
    reason: row.reason ?? "withheld",
    at: row.at,
    by: row.by,
    byName: nameOf(row.by),
    seq: row.seq,
  });
  return {
    places: (await rowsOf("place_statement")).map((row) => rowOf<PlaceId, PlaceClaim>(`p${row.id}`, row)),
    times: (await rowsOf("time_statement")).map((row) => rowOf<TimeId, TimeClaim>(`t${row.id}`, row)),
  };
}
