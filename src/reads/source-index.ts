/** What actions must know of sources, accounts and conditions before they append. */
import { sql } from "kysely";
import type { Conditions } from "../core/conditions/conditions.ts";
import type { ItemId } from "../core/item/item.ts";
import type { AccountId } from "../core/source/account.ts";
import type { SourceId } from "../core/source/source.ts";
import type { CaseReader } from "./case-reader.ts";

export async function hasSource({ views }: CaseReader, source: SourceId): Promise<boolean> {
  const row = await views.db
    .selectFrom("source")
    .select("id")
    .where("id", "=", Number(source.slice(1)))
    .executeTakeFirst();
  return row !== undefined;
}

export async function hasAccount({ views }: CaseReader, account: AccountId): Promise<boolean> {
  const row = await views.db
    .selectFrom("account")
    .select("id")
    .where("id", "=", Number(account.slice(1)))
    .executeTakeFirst();
  return row !== undefined;
}

/** The account of that id on that platform. Nothing but the platform's own id makes two accounts one. */
export async function accountOf({ views }: CaseReader, platform: string, platformId: string): Promise<AccountId | undefined> {
  const row = await views.db
    .selectFrom("account")
    .select("id")
    .where("platform", "=", platform)
    .where("platform_id", "=", platformId)
    .orderBy("id")
    .executeTakeFirst();
  return row === undefined ? undefined : `a${row.id}`;
}

/** What was stated last about each subject itself. */
export async function statedOf(
  { views }: CaseReader,
  subjects: readonly (ItemId | SourceId)[],
): Promise<ReadonlyMap<ItemId | SourceId, Conditions>> {
  const { rows } = await sql<{ sort: string; number: number; json: string }>`
    select n.sort, n.number, l.json from json_each(${JSON.stringify(subjects)}) s
    join condition_now n on n.sort = substr(s.value, 1, 1) and n.number = cast(substr(s.value, 2) as integer)
    join condition_line l on l.seq = n.seq`.execute(views.db);
  return new Map(rows.map(({ sort, number, json }) => [`${sort}${number}` as ItemId | SourceId, JSON.parse(json) as Conditions]));
}
