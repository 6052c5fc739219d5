/** Texts out of the tables, in the order of their rows, as the index takes them in. */
import type { DatabaseSync } from "node:sqlite";
import { SegmentBuilder } from "../../core/search/segment-builder.ts";
import { type TextRow, textsInSegment } from "../../core/search/segment.ts";
import type { SearchTables } from "../tables/search.ts";

type StoredText = SearchTables["search_text"];

/** Rows taken at a time between turns. */
const together = 500;
const columns = "id, item, post, sort, channel, at, span_s, lat, lon, radius_m, text";

/** A builder with the texts of rows past `after`, up to and with `last`, as many as it takes. */
export function gatherTexts(database: DatabaseSync, after: number, last: number): SegmentBuilder {
  const builder = new SegmentBuilder();
  const rows = database.prepare(`select ${columns} from search_text where id > ? and id <= ? order by id limit ?`);
  for (const row of rows.iterate(after, last, textsInSegment)) {
    builder.add(textRowOf(row as unknown as StoredText & { id: number }));
    if (builder.isFull) break;
  }
  return builder;
}

/** The same a piece at a time, with a turn for others in between. */
export async function gatherTextsInPieces(
  database: DatabaseSync,
  { after, last, pause }: { after: number; last: number; pause: () => Promise<void> },
): Promise<SegmentBuilder> {
  const builder = new SegmentBuilder();
  const rows = database.prepare(`select ${columns} from search_text where id > ? and id <= ? order by id limit ${together}`);
  for (let from = after; ;) {
    const some = rows.all(from, last) as unknown as (StoredText & { id: number })[];
    for (const row of some) {
      builder.add(textRowOf(row));
      from = row.id;
      if (builder.isFull) return builder;
    }
    if (some.length < together) return builder;
    await pause();
  }
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
