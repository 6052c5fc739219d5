/** Entries by which people state places and times of records. */
import type { EntryBodyOf } from "../core/entry/entry.ts";
import { type Handler, itemNumber, type Projecting } from "./handler.ts";
import { ofRecord, openedText } from "./project-events.ts";

function takeStatement(
  table: "place_statement" | "time_statement",
  id: string,
  { at, by, data }: EntryBodyOf<"place.stated"> | EntryBodyOf<"time.stated">,
  on: Projecting,
): void {
  on.tookId(id);
  for (const record of [id, data.about]) ofRecord(on, record);
  const claim = on.opened(data.claim);
  on.run(
    `insert into ${table} (id, about, standing, claim_json, from_item, from_where, reason, at, by, seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set about = excluded.about, standing = excluded.standing, claim_json = excluded.claim_json,
     from_item = excluded.from_item, from_where = excluded.from_where, reason = excluded.reason,
     at = excluded.at, by = excluded.by, seq = excluded.seq`,
    itemNumber(id),
    data.about,
    data.standing,
    claim === undefined ? null : JSON.stringify(claim),
    data.from === null ? null : itemNumber(data.from.item),
    data.from?.where ?? null,
    openedText(on, data.reason),
    at,
    by,
    on.line.head.seq,
  );
}

const placeStated: Handler<"place.stated"> = (body, on) => takeStatement("place_statement", body.data.place, body, on);
const timeStated: Handler<"time.stated"> = (body, on) => takeStatement("time_statement", body.data.time, body, on);

export const projectPlaces = { "place.stated": placeStated, "time.stated": timeStated };
