/** Every statement of conditions that binds items: their own, those of what they came from, those of whoever gave either. */
import { sql } from "kysely";
import type { Binding } from "../core/conditions/binding.ts";
import type { Conditions } from "../core/conditions/conditions.ts";
import type { ItemId } from "../core/item/item.ts";
import type { SourceId } from "../core/source/source.ts";
import type { CaseReader } from "./case-reader.ts";

interface Row {
  item: number;
  through: Binding["through"];
  sort: "i" | "s";
  number: number;
  seq: number;
}

/** One list for each number, the item's own statement first. Three queries for any number of items; one where nobody stated anything. */
export async function itemBindings(reader: CaseReader, numbers: readonly number[]): Promise<ReadonlyMap<number, readonly Binding[]>> {
  const { db } = reader.views;
  const found = new Map<number, Binding[]>(numbers.map((number) => [number, []]));
  const stated = await db.selectFrom("condition_now").select("seq").limit(1).executeTakeFirst();
  if (stated === undefined || numbers.length === 0) return found;
  const { rows } = await sql<Row>`
    with recursive came(item, origin) as (${cameFrom(numbers)}),
    own(item, origin, seq) as (
      select came.item, came.origin, n.seq from came join condition_now n on n.sort = 'i' and n.number = came.origin
    ),
    giver(item, source) as (
      select came.item, a.source from came join attribution a on a.item = came.origin
        where a.role = 'given-by' and a.standing = 'stated' and a.source > 0
      union
      select own.item, l.given_by from own join condition_line l on l.seq = own.seq where l.given_by is not null
    )
    select * from (select item, case when item = origin then 'own' else 'came-from' end as through, 'i' as sort, origin as number, seq from own
    union
    select g.item, 'given-by', 's', g.source, n.seq from giver g join condition_now n on n.sort = 's' and n.number = g.source)
    order by item, through = 'own' desc, seq`.execute(db);
  const seqs = [...new Set(rows.map(({ seq }) => seq))];
  const lines = new Map<number, Conditions>();
  for (let at = 0; at < seqs.length; at += 500) {
    const some = await db
      .selectFrom("condition_line")
      .select(["seq", "json"])
      .where("seq", "in", seqs.slice(at, at + 500))
      .execute();
    for (const { seq, json } of some) lines.set(seq, JSON.parse(json) as Conditions);
  }
  for (const { item, through, sort, number, seq } of rows) {
    const conditions = lines.get(seq) as Conditions;
    found.get(item)?.push({ subject: `${sort}${number}` as ItemId | SourceId, through, line: seq, conditions });
  }
  return found;
}

/**
 * Pairs of an item and each item that it came from, itself included, however far back: the container that it was unpacked
 * from, the link that it was captured at, the article whose picture it is, the export whose post carries it, the reading that states it.
 */
function cameFrom(numbers: readonly number[]) {
  return sql`
    select value, value from json_each(${JSON.stringify(numbers)})
    union select came.item, i.stated_by from came join item i on i.number = came.origin where i.stated_by is not null
    union select came.item, i.unpacked_from from came join item i on i.number = came.origin where i.unpacked_from is not null
    union select came.item, c.item from came join capture_item k on k.item = came.origin join capture c on c.seq = k.seq
    union select came.item, a.article_item from came join item i on i.number = came.origin join article_picture a on a.path = i.path
    union select came.item, p.export_item from came join post_media m on m.item = came.origin join post p on p.id = m.post`;
}
