/** Texts out of the tables, in the order of their rows, as the index takes them in. */
import type { DatabaseSync } from "node:sqlite";
import { SegmentBuilder } from "../../core/search/segment-builder.ts";
import type { TextRow } from "../../core/search/segment.ts";
import type { SearchTables } from "../tables/search.ts";

type StoredText = SearchTables["search_text"];

const columns = "id, item, post, sort, channel, at, span_s, lat, lon, radius_m, text";

/** A builder with the texts of rows past `after`, up to and with `last`, so many at most. */
export function gatherTexts(database: DatabaseSync, after: number, last: number, most: number): SegmentBuilder {
  const builder = new SegmentBuilder();
  const rows = database.prepare(`select ${columns} from search_text where id > ? and id <= ? order by id limit ?`);
  for (const row of rows.iterate(after, last, most)) builder.add(textRowOf(row as unknown as Required<StoredText> & { id: number }));
  return builder;
}

/** The same a piece at a time, with a turn for others in between. */
export async function gatherTextsInPieces(
  database: DatabaseSync,
  { after, last, most, pause }: { after: number; last: number; most: number; pause: () => Promise<void> },
): Promise<SegmentBuilder> {
  const builder = new SegmentBuilder();
  const rows = database.prepare(`select ${columns} from search_text where id > ? and id <= ? order by id limit 500`);
  for (let from = after; builder.size < most;) {
    const some = rows.all(from, last) as unknown as (StoredText & { id: number })[];
    for (const row of some.slice(0, most - builder.size)) builder.add(textRowOf(row));
    if (some.length < 500) break;
    from = some.at(-1)?.id ?? last;
    await pause();
  }
  return builder;
}

function textRowOf(row: Omit<StoredText, "id"> & { id: number }): TextRow {
  return {
    id: row.id,
    item: row.item,
    post: row.post ?? 0,
    sort: row.sort,
    channel: row.channel ?? undefined,
    time: row.at ?? NaN,
    span: row.span_s ?? 0,
    place: row.lat === null || row.lon === null ? undefined : { lat: row.lat, lon: row.lon, radiusM: row.radius_m ?? 0 },
    text: row.text,
  };
}
