/** Items of the whole case by what binds them, as SQL: from each statement in force down to everything that it reaches. */
import { type RawBuilder, sql } from "kysely";

/**
 * Numbers of the items that some statement in force binds whose line satisfies `which` (columns of condition_line as `l`). It
 * goes from the statements down, so a case without any pays nothing.
 */
export function itemsBoundBy(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    with recursive media(item, export) as materialized (
      select distinct m.item, p.export_item from post_media m join post p on p.id = m.post where m.item is not null
    ),
    bound(item, seq) as (
      select n.number, n.seq from condition_now n join condition_line l on l.seq = n.seq where n.sort = 'i' and ${which}
      union
      select a.item, n.seq from condition_now n join condition_line l on l.seq = n.seq
        join attribution a on a.source = n.number and a.role = 'given-by' and a.standing = 'stated' where n.sort = 's' and ${which}
      union
      select own.number, n.seq from condition_now n join condition_line l on l.seq = n.seq
        join condition_line given on given.given_by = n.number join condition_now own on own.seq = given.seq and own.sort = 'i'
        where n.sort = 's' and ${which}
      union
      select i.number, b.seq from bound b join item i on i.stated_by = b.item
      union
      select i.number, b.seq from bound b join item i on i.unpacked_from = b.item
      union
      select k.item, b.seq from bound b join capture c on c.item = b.item join capture_item k on k.seq = c.seq
      union
      select i.number, b.seq from bound b join article_picture a on a.article_item = b.item join item i on i.path = a.path
      union
      select m.item, b.seq from bound b join media m on m.export = b.item
    )
    select item from bound`;
}

/** What this machine's clock says, as instants are written here. */
const now = sql`strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;

/** Narrowing of the item table by conditions. Times compare by the second, which is what people state. */
export const conditionTraits = {
  "conditions-unknown": sql<boolean>`(number not in (${itemsBoundBy(sql`1`)}) or number in (${itemsBoundBy(sql`l.decided = 0`)}))`,
  embargo: sql<boolean>`number in (${itemsBoundBy(sql`l.embargo_until > ${now}`)})`,
  withdrawn: sql<boolean>`number in (${itemsBoundBy(sql`l.withdrawn_at <= ${now}`)})`,
  "legal-hold": sql<boolean>`number in (${itemsBoundBy(sql`l.hold = 1`)})`,
  "disposal-due": sql<boolean>`(number in (${itemsBoundBy(sql`l.retention_until <= ${now}`)}) and number not in (${itemsBoundBy(sql`l.hold = 1`)}))`,
} as const;
