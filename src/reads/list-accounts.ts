/** Accounts with what each was called and when, how many items it has to do with, and whose names it could be taken for. */
import { sql } from "kysely";
import type { AccountId, AttributionRole } from "../core/source/account.ts";
import { looksLike } from "../core/source/look-alike.ts";
import type { SourceId } from "../core/source/source.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { peopleNames } from "./people-names.ts";

export interface SeenName {
  /** "unknown" was not seen; "withheld" is not in this copy. */
  handle: string;
  displayName: string;
  earliest: string;
  latest: string;
  basis: string;
  at: string;
  by: string;
  byName: string;
  seq: number;
}

export interface AccountRow {
  id: AccountId;
  platform: string;
  platformId: string;
  url: string | null;
  source: SourceId | "unknown";
  sourceLabel: string | null;
  about: string | null;
  /** Oldest sighting first. */
  names: SeenName[];
  items: { role: AttributionRole; count: number }[];
  /** Other accounts with a name that looks the same: not the same account. */
  lookAlikes: { account: AccountId; own: string; other: string }[];
  at: string;
  by: string;
  byName: string;
  seq: number;
}

export async function listAccounts(reader: CaseReader, viewer: Viewer): Promise<AccountRow[]> {
  demand(viewer, "read");
  const { db } = reader.views;
  const rows = await db
    .selectFrom("account")
    .leftJoin("source", "source.id", "account.source")
    .selectAll("account")
    .select("source.label")
    .orderBy("account.id")
    .execute();
  const handles = await db.selectFrom("account_handle").selectAll().orderBy("earliest").orderBy("seq").execute();
  const handlesOf = Map.groupBy(handles, ({ account }) => account);
  const counted = await db
    .selectFrom("attribution")
    .select(["account", "role", sql<number>`count(*)`.as("count")])
    .where("account", ">", 0)
    .where("standing", "=", "stated")
    .groupBy(["account", "role"])
    .execute();
  const countsOf = Map.groupBy(counted, ({ account }) => account);
  const nameOf = await peopleNames(reader);
  const alike = lookAlikes(rows.map(({ id }) => ({ account: id, names: (handlesOf.get(id) ?? []).flatMap(shownNames) })));
  return rows.map((row) => ({
    id: `a${row.id}`,
    platform: row.platform,
    platformId: row.has_platform_id === 1 ? (row.platform_id ?? "withheld") : "unknown",
    url: row.url,
    source: row.source === null ? "unknown" : `s${row.source}`,
    sourceLabel: row.source === null ? null : (row.label ?? "withheld"),
    about: row.about,
    names: (handlesOf.get(row.id) ?? []).map(({ earliest, latest, basis, at, by, seq, ...name }) => ({
      handle: name.handle_known === 1 ? (name.handle ?? "withheld") : "unknown",
      displayName: name.name_known === 1 ? (name.display_name ?? "withheld") : "unknown",
      basis: basis ?? "withheld",
      ...{ earliest, latest, at, by, byName: nameOf(by), seq },
    })),
    items: (countsOf.get(row.id) ?? []).map(({ role, count }) => ({ role, count })),
    lookAlikes: alike.get(row.id) ?? [],
    ...{ at: row.at, by: row.by, byName: nameOf(row.by), seq: row.seq },
  }));
}

function shownNames({ handle, display_name }: { handle: string | null; display_name: string | null }): string[] {
  return [handle, display_name].filter((name) => name !== null);
}

interface Named {
  readonly account: number;
  readonly names: readonly string[];
}

function lookAlikes(accounts: readonly Named[]): Map<number, AccountRow["lookAlikes"]> {
  const found = new Map<number, AccountRow["lookAlikes"]>();
  for (const { account, names } of accounts) {
    for (const other of accounts) {
      if (other.account === account) continue;
      const pair = pairAlike(names, other.names);
      if (pair !== undefined) found.set(account, [...(found.get(account) ?? []), { account: `a${other.account}`, ...pair }]);
    }
  }
  return found;
}

/** The same name on another account is as good a mask as one that only looks the same. */
function pairAlike(names: readonly string[], others: readonly string[]): { own: string; other: string } | undefined {
  for (const own of names) for (const other of others) if (own === other || looksLike(own, other)) return { own, other };
  return undefined;
}
